"""DrawingML -> segments: what stands in the shapes, tables and diagrams of slides and of drawings on sheets.

Where a shape is to be found is its reader's to say: each segment comes with its shape, each cell with its table.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from msglint.formats.drawings.vocabulary import CACHES, COMPUTED, NAMES, NAMESPACES, OFF, SHAPES, SKIPPED
from msglint.formats.packages.package import Package
from msglint.formats.packages.part_text import PartText
from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.xml_events import Handler, walk
from msglint.model.document import MASK, Role, Segment


class Shape(Struct):
    """`placeholder` is what the layout gives it ("title", "body", "ftr"); None where it is free. `table` counts from 1
    in its part; 0 where the shape is none."""

    name: str = ""
    placeholder: str | None = None
    table: int = 0


class Placed(Struct, frozen=True):
    """A segment and the shape it stands in; `row` and `cell` of its table count from 1, 0 outside tables."""

    segment: Segment
    shape: Shape
    row: int = 0
    cell: int = 0


class DrawingText(Handler):
    """Handles one part; `placed` then yields its text in order."""

    def __init__(self, part: str, data: bytes) -> None:
        self._data = data
        self._text = PartText(part, data)
        self._shapes = [Shape()]
        self._where: list[tuple[Shape, int, int]] = []
        self._skipping = self._tables = self._row = self._cell = self._caches = 0
        self._in_text = self._struck = self._listed = self._computed = False
        self._cached: set[str] = set()

    def placed(self) -> list[Placed]:
        """Every segment with its shape."""
        return [
            Placed(segment, *where)
            for segment, where in zip(self._text.found, self._where, strict=True)
            if segment is not None
        ]

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if self._skipping or name in SKIPPED:
            self._skipping += 1
        elif act := _STARTS.get(name):
            act(self, attributes)
        elif name in SHAPES:
            self._shapes.append(Shape())
        elif name in NAMES:
            self._shapes[-1].name = attributes.get("name", "")
            alt: dict[str, str] = {key: attributes[key] for key in ("descr", "title") if key in attributes}
            self._text.attributes(alt, start, end, Role.ALT)
            self._where += [(self._shapes[-1], 0, 0)] * len(alt)
        elif name == "a:br":
            self._text.character("\n", start, end)
        elif name == "m:oMath":
            self._skipping = 1
            self._text.character(MASK, start, end)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name == "a:p":
            self._text.finish(Role.ITEM if self._listed else Role.BODY)
        elif name in ("a:t", "c:v", "cx:v", "cx:pt", "p:text"):
            self._in_text = False
            if name != "a:t":
                self._text.finish(Role.BODY)
        elif name == "a:fld":
            self._computed = False
        elif name == "a:tbl":
            self._row = self._cell = 0
        elif name in CACHES:
            self._caches -= 1
        elif name in SHAPES and len(self._shapes) > 1:
            self._shapes.pop()

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping or not self._in_text:
            return
        if self._struck or self._computed:
            self._text.character(MASK, start, end)
        elif not self._caches:
            self._text.add(text, start, end)
        elif text not in self._cached:  # each series of a chart keeps the same categories
            self._cached.add(text)
            self._text.add(text, start, end, editable=False)

    def _paragraph(self, attributes: dict[str, str]) -> None:
        self._text.begin()
        self._where.append((self._shapes[-1], self._row, self._cell))
        self._listed = self._struck = self._computed = False

    def _value(self, attributes: dict[str, str]) -> None:
        """Text that no paragraph holds: what a chart shows of its workbook, a comment."""
        self._paragraph(attributes)
        self._in_text = True

    def _run(self, attributes: dict[str, str]) -> None:
        self._struck = False

    def _computed_field(self, attributes: dict[str, str]) -> None:
        self._struck = False
        self._computed = attributes.get("type", "").lower().startswith(COMPUTED)

    def _properties(self, attributes: dict[str, str]) -> None:
        self._struck = attributes.get("strike", "") not in OFF

    def _bullet(self, attributes: dict[str, str]) -> None:
        self._listed = True

    def _text_start(self, attributes: dict[str, str]) -> None:
        self._in_text = True

    def _placeholder(self, attributes: dict[str, str]) -> None:
        self._shapes[-1].placeholder = attributes.get("type", "obj")

    def _table(self, attributes: dict[str, str]) -> None:
        self._tables += 1
        self._shapes[-1].table = self._tables
        self._row = self._cell = 0

    def _table_row(self, attributes: dict[str, str]) -> None:
        self._row, self._cell = self._row + 1, 0

    def _table_cell(self, attributes: dict[str, str]) -> None:
        self._cell += 1

    def _cache(self, attributes: dict[str, str]) -> None:
        self._caches += 1


def placed(package: Package, name: str) -> Sequence[Placed]:
    """The text of a part of the package, in order. Raises ReadError."""
    return _placed(package, name, _text_of)


def placed_once(package: Package, name: str) -> Sequence[Placed]:
    """The same of a part that many documents share: it is read once. Nobody may change its shapes."""
    return _placed(package, name, _shared_text_of)


def _placed(package: Package, name: str, text_of: Callable[[bytes, str, int], Sequence[Placed]]) -> Sequence[Placed]:
    data = package.part(name)
    with package.reading(name):
        return text_of(data, name, package.limits.depth)


def _text_of(data: bytes, name: str, depth: int) -> Sequence[Placed]:
    text = DrawingText(name, data)
    walk("", data, text, NAMESPACES, depth)
    return text.placed()


_shared_text_of = parsed_once(most=32, largest=1 << 18)(_text_of)


def in_cell(one: Placed, place: str) -> Segment:
    """The segment of a table's cell, in the table at `place` ("slide 3"). Merged cells count, so columns stay true."""
    row = f"{place}, table {one.shape.table}, row {one.row}"
    return replace(one.segment, role=Role.CELL, place=f"{row}, cell {one.cell}", group=row, column=one.cell - 1)


_Act = Callable[[DrawingText, dict[str, str]], None]
_CACHE: _Act = DrawingText._cache

_STARTS: dict[str, _Act] = {
    "a:p": DrawingText._paragraph,
    "a:r": DrawingText._run,
    "a:rPr": DrawingText._properties,
    "a:fld": DrawingText._computed_field,
    "a:t": DrawingText._text_start,
    "a:buChar": DrawingText._bullet,
    "a:buAutoNum": DrawingText._bullet,
    "a:buBlip": DrawingText._bullet,
    "p:ph": DrawingText._placeholder,
    "a:tbl": DrawingText._table,
    "a:tr": DrawingText._table_row,
    "a:tc": DrawingText._table_cell,
    "p:text": DrawingText._value,
    "c:v": DrawingText._value,
    "cx:v": DrawingText._value,
    "cx:pt": DrawingText._value,
    **dict.fromkeys(CACHES, _CACHE),
}
