"""SpreadsheetML -> segments: the cells of one sheet. Only cells that the file holds are seen, so a sparse sheet of a
billion cells is as small as it is on disk."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from msglint.formats.packages.part_text import PartText, is_utf8, stand_whole
from msglint.formats.packages.xml_events import Handler
from msglint.formats.pieces import SegmentWriter
from msglint.formats.sheets.names import column, letters
from msglint.formats.sheets.number_format import shown
from msglint.formats.sheets.strings import CellStyles, RichText
from msglint.formats.sheets.vocabulary import HEADERS, said_in_header
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_ADDRESS = lazy_pattern(r"([A-Z]{1,3})([1-9]\d{0,6})")


class _Cell(Struct):
    """An open cell. `start` and `end` are the bytes of its value; a formula's value is only kept beside it."""

    kind: str = "n"
    style: str | None = None
    value: str = ""
    start: int = 0
    end: int = 0
    formula: bool = False


class SheetText(Handler):
    """Handles one sheet; `segments` are then its cells, row by row.

    sheet      as it stands in front of a cell's address ("Sheet1", "'Price list'"); `hidden` sheets say so in places
    strings    what cells may refer to by number
    """

    def __init__(
        self, part: str, data: bytes, sheet: str, strings: list[Segment | None], styles: CellStyles,
        *, hidden: bool = False, since_1904: bool = False,
    ) -> None:  # fmt: skip
        self.segments: list[Segment] = []
        self.length = 0  # characters in all segments
        self._part, self._sheet, self._strings, self._styles = part, sheet, strings, styles
        self._hidden = " (hidden sheet)" if hidden else ""
        self._since_1904, self._editable = since_1904, is_utf8(data)
        self._rich = RichText(part, data)
        self._row = self._column = 0
        self._cell: _Cell | None = None
        self._in_value = False
        self._header: str | None = None

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:c":
            self._cell_start(attributes)
        elif name == "s:row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
            self._column = 0
        elif name == "s:v":
            self._in_value = True
        elif name == "s:f" and self._cell:
            self._cell.formula = True
        elif name in HEADERS:
            self._header = ""
        else:
            self._rich.start(name, attributes)

    def end(self, name: str) -> None:
        if name == "s:c":
            self._cell_end()
        elif name == "s:v":
            self._in_value = False
        elif name in HEADERS and self._header is not None:
            self._page_header("footer" if name.endswith("Footer") else "header", self._header)
        else:
            self._rich.end(name)

    def text(self, text: str, start: int, end: int) -> None:
        if self._header is not None:
            self._header += text
        elif not self._cell:
            return
        elif self._in_value:
            cell = self._cell
            cell.start, cell.end = cell.start if cell.value else start, end
            cell.value += text
        else:
            self._rich.text(text, start, end)

    def _cell_start(self, attributes: dict[str, str]) -> None:
        address = _ADDRESS.fullmatch(attributes.get("r", ""))
        self._column = column(address[1]) if address else self._column + 1
        self._cell = _Cell(attributes.get("t", "n"), attributes.get("s"))
        if self._cell.kind == "inlineStr":
            self._rich.begin()

    def _cell_end(self) -> None:
        cell, self._cell = self._cell, None
        if cell is None:
            return
        segment = _KINDS[cell.kind](self, cell) if cell.kind in _KINDS else None
        if segment is None or self._styles.of(cell.style)[1]:
            return
        place = f"{self._sheet}!{letters(self._column)}{self._row}{self._hidden}"
        group = f"{self._sheet}, row {self._row}"
        self.segments.append(replace(segment, role=Role.CELL, place=place, group=group, column=self._column - 1))
        self.length += len(segment.text)

    def _shared(self, cell: _Cell) -> Segment | None:
        number = int(cell.value) if cell.value.strip().isdecimal() and len(cell.value) < 12 else len(self._strings)
        return self._strings[number] if number < len(self._strings) else None

    def _inline(self, cell: _Cell) -> Segment | None:
        return self._rich.part_text.finish(Role.CELL)

    def _result(self, cell: _Cell) -> Segment | None:
        return _without_source(cell.value, self._part)

    def _number(self, cell: _Cell) -> Segment | None:
        text = shown(cell.value, self._styles.of(cell.style)[0], since_1904=self._since_1904)
        if cell.formula or not self._editable:
            return _without_source(text, self._part)
        writer = SegmentWriter()
        stand_whole(writer, text, cell.start, cell.end)
        return writer.finish(Role.CELL, part=self._part)

    def _page_header(self, kind: str, text: str) -> None:
        """What stands on every printed page."""
        self._header = None
        if segment := _without_source(said_in_header(text), self._part):
            self.segments.append(replace(segment, role=Role.HEADER, place=f"{self._sheet}, {kind}"))


def _without_source(text: str, part: str) -> Segment | None:
    """Text that is only reported, not corrected."""
    whole = PartText(part, b"")
    whole.begin()
    whole.add(text, 0, 0, editable=False)
    return whole.finish(Role.CELL)


_KINDS: dict[str, Callable[[SheetText, _Cell], Segment | None]] = {
    "s": SheetText._shared,
    "inlineStr": SheetText._inline,
    "str": SheetText._result,
    "d": SheetText._result,
    "n": SheetText._number,
}
"""By the type of a cell; "b" and "e" are no text: TRUE, #REF!."""
