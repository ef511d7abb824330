"""OpenDocument XML -> segments: paragraphs, tables, notes, comments, text boxes, headers; one part of a document."""

from collections.abc import Callable

from msgspec import Struct

from msglint.formats.opendocument.styles import OdfStyles
from msglint.formats.packages.part_text import PartText
from msglint.formats.packages.xml_events import Handler
from msglint.formats.word.places import Container, Table
from msglint.model.document import MASK, Role, Segment

# Deleted text, templates of indexes, readings of words, who commented and when, what no page shows.
_SKIPPED = frozenset(
    ("text:tracked-changes", "text:ruby-text", "office:binary-data", "office:forms", "office:scripts")
    + ("office:event-listeners", "dc:creator", "dc:date")
    + ("meta:date-string", "meta:creator-initials", "text:sender-initials")
    + tuple(f"text:{kind}-source" for kind in ("table-of-content", "illustration-index", "table-index", "object-index"))
    + tuple(f"text:{kind}-source" for kind in ("user-index", "alphabetical-index", "bibliography"))
)  # fmt: skip
_MASKED = frozenset(
    ("text:note-citation", "text:page-number", "text:page-count", "text:placeholder", "text:database-display")
    + ("text:sheet-name", "text:file-name", "text:time", "math:math")
)
_CHARACTERS = {"text:tab": "\t", "text:line-break": "\n"}
SHAPES = frozenset(
    f"draw:{kind}" for kind in ("custom-shape", "rect", "ellipse", "circle", "line", "polyline", "polygon", "path")
) | {"draw:regular-polygon", "draw:connector", "draw:caption", "draw:measure"}
_PAGE = {
    f"style:{kind}{which}": kind for kind in ("header", "footer") for which in ("", "-left", "-first")
}  # fmt: skip
_MOST_BLANKS = 1000  # of one text:s

_Attributes = dict[str, str]


class Scope(Struct):
    """What holds paragraphs: a body, cell, note, box. `role` and `level` are theirs whatever their style; `lists` are
    open in it; `editable` is whether what it shows is also what it stores."""

    container: Container
    role: Role | None = None
    level: int = 0
    lists: int = 0
    editable: bool = True


class OdfText(Handler):
    """Handles one part; `segments` are then its paragraphs in reading order."""

    boxes = SHAPES | {"draw:text-box"}

    def __init__(self, part: str, data: bytes, styles: OdfStyles, root: Scope) -> None:
        self._text = PartText(part, data, folds=True)
        self._styles = styles
        self._scopes = [root]
        self._tables: list[Table] = []
        self._paragraphs: list[tuple[str, Role | None, int]] = []  # place, role and level of each open one
        self._struck: list[bool] = []
        self._counts: dict[str, int] = {}
        self._skipping = 0
        self.root = ""

    def segments(self) -> list[Segment]:
        return self._text.segments()

    def start(self, name: str, attributes: _Attributes, start: int, end: int) -> None:
        self.root = self.root or name
        if self._skipping or name in _SKIPPED or self.skips(name, attributes):
            self._skipping += 1
        elif name in _MASKED:
            self._skipping = 1
            self._text.character(MASK, start, end)
        elif act := _STARTS.get(name):
            act(self, attributes)
        elif name in self.boxes:
            self._scopes.append(self.box(attributes))
        elif name in _PAGE:
            self._scopes.append(Scope(Container(_PAGE[name], counted=False), Role.HEADER))
        elif name == "text:s":
            count = attributes.get("text:c", "1")
            blanks = min(int(count[:6]), _MOST_BLANKS) if count.isdecimal() else 1
            self._text.character(" " * blanks, start, end)
        elif name in _CHARACTERS:
            self._text.character(_CHARACTERS[name], start, end)
        elif name.startswith("style:"):
            self._styles.start(name, attributes)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in ("text:p", "text:h", "svg:title", "svg:desc"):
            self._finish()
        elif name == "text:span":
            self._struck.pop()
        elif name in ("text:list-item", "text:list-header"):
            self._scopes[-1].lists -= 1
        elif name == "table:table":
            self._tables.pop()
        elif name in _PUSHING or name in _PAGE or name in self.boxes:
            self.leave(self._scopes.pop())

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping or not self._paragraphs:
            return
        if any(self._struck):
            self._text.character(MASK, start, end)
        else:
            self._text.add(text, start, end, editable=self._scopes[-1].editable)

    def skips(self, name: str, attributes: _Attributes) -> bool:
        """Whether an element is no text of this kind of document."""
        return False

    def box(self, attributes: _Attributes) -> Scope:
        """A text box or shape begins."""
        return Scope(Container(self._scopes[0].container.within(self.count("text box"))))

    def leave(self, scope: Scope) -> None:
        """Its element has ended."""

    def count(self, kind: str) -> str:
        """ "footnote 1", and so on."""
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        return f"{kind} {number}"

    def _finish(self) -> None:
        place, role, level = self._paragraphs.pop()
        if self._struck:
            self._struck.pop()
        scope = self._scopes[-1]
        self._text.finish(
            role or Role.BODY, place=place, group=scope.container.group, column=scope.container.column, level=level
        )

    def _begin(self, role: Role | None, level: int, place: str, *, struck: bool = False) -> None:
        self._text.begin()
        self._struck.append(struck)
        self._paragraphs.append((place, role, level if role is Role.TITLE else 0))

    def paragraph_start(self, attributes: _Attributes) -> None:
        scope, style = self._scopes[-1], attributes.get("text:style-name", "")
        role, level = (scope.role, scope.level) if scope.role else self._styles.role(style)
        if role is None:
            role = Role.CELL if scope.container.column is not None else Role.ITEM if scope.lists > 0 else Role.BODY
        struck = self._styles.strikes("paragraph", style)
        self._begin(role, level, scope.container.next_paragraph(), struck=struck)

    def _heading(self, attributes: _Attributes) -> None:
        level = attributes.get("text:outline-level", "1")
        scope = self._scopes[-1]
        number = int(level) if level in tuple("123456789") else 1
        self._begin(scope.role or Role.TITLE, number, scope.container.next_paragraph())

    def _alt(self, attributes: _Attributes) -> None:
        place = self._paragraphs[-1][0] if self._paragraphs else self._scopes[-1].container.place
        self._begin(Role.ALT, 0, f"{place}, alt text" if place else "alt text")

    def _span(self, attributes: _Attributes) -> None:
        self._struck.append(self._styles.strikes("text", attributes.get("text:style-name", "")))

    def _item(self, attributes: _Attributes) -> None:
        self._scopes[-1].lists += 1

    def _note(self, attributes: _Attributes) -> None:
        kind = "endnote" if attributes.get("text:note-class") == "endnote" else "footnote"
        self._scopes.append(Scope(Container(self.count(kind), counted=False), Role.NOTE))

    def _comment(self, attributes: _Attributes) -> None:
        cell = self._scopes[-1].container
        place = f"{cell.place}, comment" if cell.column is not None and "!" in cell.place else self.count("comment")
        self._scopes.append(Scope(Container(place, counted=False), Role.NOTE))

    def table_start(self, attributes: _Attributes) -> None:
        container = self._scopes[-1].container
        container.tables += 1
        self._tables.append(Table(container.within(f"table {container.tables}")))

    def row_start(self, attributes: _Attributes) -> None:
        if self._tables:
            self._tables[-1].next_row()

    def cell_start(self, attributes: _Attributes) -> None:
        cell = self._tables[-1].next_cell() if self._tables else Container(counted=False)
        self._scopes.append(Scope(cell, self._scopes[-1].role))
        if self._tables:
            self._tables[-1].width = repeated(attributes, "columns")


def repeated(attributes: _Attributes, what: str) -> int:
    """How many rows or columns an element stands for."""
    number = attributes.get(f"table:number-{what}-repeated", "1")
    return int(number) if number.isdecimal() and len(number) < 8 else 1


_PUSHING = {"text:note", "office:annotation", "table:table-cell", "table:covered-table-cell"}
_STARTS: dict[str, Callable[[OdfText, _Attributes], None]] = {
    "text:p": lambda self, attributes: self.paragraph_start(attributes),
    "text:h": OdfText._heading,
    "text:span": OdfText._span,
    "text:list-item": OdfText._item,
    "text:list-header": OdfText._item,
    "text:note": OdfText._note,
    "office:annotation": OdfText._comment,
    "svg:title": OdfText._alt,
    "svg:desc": OdfText._alt,
    "table:table": lambda self, attributes: self.table_start(attributes),
    "table:table-row": lambda self, attributes: self.row_start(attributes),
    "table:table-cell": lambda self, attributes: self.cell_start(attributes),
    "table:covered-table-cell": lambda self, attributes: self.cell_start(attributes),
}
