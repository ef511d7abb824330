"""Which HTML elements are open, and what that makes of the text inside: role, level, cell, language.

Follows the tree construction rules as far as text is concerned: a list item ends the one before, a cell stays in its
table, an end tag does not reach out of the cell it stands in. Every operation is cheap at any depth.
"""

from collections import Counter

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.model.document import Role
from msglint.text.word_sets import word_sets

_NAMES = word_sets("html-names")
VOID = _NAMES["void"]
_ROLES = {
    "li": Role.ITEM, "dt": Role.ITEM, "dd": Role.ITEM, "blockquote": Role.QUOTE,
    "figcaption": Role.CAPTION, "caption": Role.CAPTION, "title": Role.TITLE,
    **{f"h{level}": Role.TITLE for level in range(1, 7)},
}  # fmt: skip
_SAME = {"li": ("li",), "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",)}
_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("tr", "thead", "tbody", "tfoot"))
_TABLE = _NAMES["table"]
# The standard allows 1000 and 65534 (https://html.spec.whatwg.org/#dom-tdth-colspan); no table that people read needs:
_WIDEST, _TALLEST = 100, 1000
_NEAR = 64  # frames to look through for the list item that the next one ends


class Frame(Struct, frozen=True):
    """An open element and what holds inside it, inherited from the outer ones."""

    name: str
    role: Role
    level: int = 0
    group: str | None = None
    column: int | None = None
    language: str | None = None


class _Table(Struct):
    number: int
    laid_out: bool  # a table for the layout only, as mails have them: its cells are no cells
    row: int = 0
    column: int = 0
    hanging: dict[int, int] = field(default_factory=dict)  # column -> rows that a cell above still reaches down

    def next_row(self) -> None:
        self.row, self.column = self.row + 1, 0
        self.hanging = {column: rows - 1 for column, rows in self.hanging.items() if rows > 1}

    def next_cell(self, attributes: dict[str, str]) -> int:
        """The column of the next cell, from 0, cells that reach down from above counted."""
        self.row = self.row or 1
        while self.column in self.hanging:
            self.column += 1
        first = self.column
        self.column += _number(attributes.get("colspan"), _WIDEST)
        if len(self.hanging) < _WIDEST and (rows := _number(attributes.get("rowspan"), _TALLEST)) > 1:
            self.hanging |= dict.fromkeys(range(first, self.column), rows)
        return first


def _number(text: str | None, most: int) -> int:
    return min(max(int(text), 1), most) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


class Elements:
    """The stack of open elements; `top` tells what holds here."""

    def __init__(self, plain: Role) -> None:
        self._frames = [Frame("", plain)]
        # Open elements by name, all of them and per scope: a cell begins a scope, which only table tags reach out of.
        self._open: Counter[str] = Counter()
        self._scopes: list[Counter[str]] = [Counter()]
        self._tables: list[_Table] = []
        self._count = 0

    @property
    def top(self) -> Frame:
        return self._frames[-1]

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A start tag (not of a void or joining element)."""
        self._imply(name)
        outer = self.top
        frame = replace(outer, name=name, role=_ROLES.get(name, outer.role))
        if name == "table":
            self._count += 1
            self._tables.append(_Table(self._count, attributes.get("role") in ("presentation", "none")))
            frame = replace(frame, role=Role.BODY, group=None, column=None)
        elif name == "tr" and self._tables:
            self._tables[-1].next_row()
        elif name in _CELLS and self._tables and not self._tables[-1].laid_out:
            table = self._tables[-1]
            column = table.next_cell(attributes)
            frame = replace(frame, role=Role.CELL, group=f"table {table.number}, row {table.row}", column=column)
        elif frame.role is Role.TITLE and name in _ROLES:
            frame = replace(frame, level=int(name[1]) if name != "title" else 0)
        if language := attributes.get("lang") or attributes.get("xml:lang"):
            frame = replace(frame, language=language)
        self._push(frame)

    def end(self, name: str) -> None:
        """An end tag; one that closes nothing is ignored."""
        if self._scopes[-1][name]:
            self._pop(name)
        elif name in _TABLE and self._open[name] and not (name in _CELLS and self._scopes[-1]["table"]):
            while not self._scopes[-1][name]:
                self._pop_scope()
            self._pop(name)

    def _imply(self, name: str) -> None:
        """Close what this start tag closes without an end tag."""
        if self._scopes[-1]["p"]:
            self._pop("p")
        if name in _SAME and any(self._scopes[-1][same] for same in _SAME[name]):
            self._end_item(name)
        elif name in _CELLS or name in _ROWS:
            if len(self._scopes) > 1 and not self._scopes[-1]["table"]:
                self._pop_scope()
            if name in _ROWS and self._scopes[-1]["tr"]:
                self._pop("tr")

    def _end_item(self, name: str) -> None:
        for frame in self._frames[:-_NEAR:-1]:
            if frame.name in _SAME[name]:
                self._pop(frame.name)
                return
            if frame.name not in ("div", "address"):
                return

    def _push(self, frame: Frame) -> None:
        if frame.name in _CELLS:
            self._scopes.append(Counter())
        self._frames.append(frame)
        self._scopes[-1][frame.name] += 1
        self._open[frame.name] += 1

    def _pop_scope(self) -> None:
        """Leave the cell around."""
        self._pop("td" if self._scopes[-1]["td"] else "th")

    def _pop(self, name: str) -> None:
        """Close elements of this scope up to the innermost of that name, which there must be."""
        while True:
            closed = self._frames.pop().name
            self._open[closed] -= 1
            self._scopes[-1][closed] -= 1
            if closed in _CELLS:
                self._scopes.pop()
            elif closed == "table":
                self._tables.pop()
            if closed == name:
                return
