"""What holds at an indentation of reStructuredText: the role of text, and the place in a table made of lists."""

from msgspec import Struct

from msglint.model.document import Role


class Context(Struct):
    """Text at `indent` columns or deeper has `role`.

    kind     "" or, within a list-table: "table", then "row", then "cell"
    hanging  whether what follows the first line may be indented in any way, as in list items
    """

    indent: int
    role: Role = Role.BODY
    kind: str = ""
    hanging: bool = False
    group: str | None = None
    column: int | None = None
    count: int = 0  # rows of a table or cells of a row, so far


class Contexts:
    """The contexts around a line, innermost last."""

    def __init__(self) -> None:
        self._open = [Context(0)]
        self.tables = 0

    @property
    def top(self) -> Context:
        return self._open[-1]

    def close_to(self, indent: int) -> None:
        """Leave what is indented deeper than a line is."""
        while len(self._open) > 1 and self._open[-1].indent > indent:
            self._open.pop()

    def push(self, indent: int, role: Role | None = None, kind: str = "", hanging: bool = False) -> None:
        """Enter a context; what is not said is inherited."""
        outer = self.top
        self._open.append(Context(indent, role or outer.role, kind, hanging, outer.group, outer.column))

    def quote(self, indent: int) -> None:
        """Enter text that is indented for no other reason: a block quotation."""
        hanging = self.top.hanging  # the second paragraph of a list item may stand where it likes
        self.push(indent, Role.QUOTE if self.top.role is Role.BODY and not hanging else None, self.top.kind)

    def table(self, indent: int) -> int:
        """Enter a list that makes a table; returns its number."""
        self.tables += 1
        self.push(indent, kind="table")
        return self.tables

    def item(self, indent: int) -> None:
        """Enter a list item, which in a list-table is a row or a cell of it."""
        outer = self.top
        if outer.kind == "table":
            outer.count += 1
            self.push(indent, kind="row", hanging=True)
            self.top.group = f"table {self.tables}, row {outer.count}"
        elif outer.kind == "row":
            outer.count += 1
            self.push(indent, Role.CELL, hanging=True)
            self.top.column = outer.count - 1
        else:
            self.push(indent, outer.role if outer.role in (Role.CELL, Role.NOTE) else Role.ITEM, hanging=True)
