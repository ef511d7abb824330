"""Tables of AsciiDoc: cells with their row and column, spans and repetitions counted.

https://docs.asciidoctor.org/asciidoc/latest/tables/build-a-basic-table/
"""

from collections.abc import Iterator, Sequence
import re

from msgspec import Struct, field

from msglint.formats.paragraphs import Line
from msglint.formats.values import delimited
from msglint.lazy_pattern import lazy_pattern

_BAR = lazy_pattern(
    r"(?:(?:(?<=[ \t\n])|\A|^)(?P<spec>(?:(?P<across>\d{1,3})?(?:\.(?P<down>\d{1,4}))?(?P<how>[+*]))?"
    r"[<^>]?(?:\.[<^>])?(?P<style>[adehlmsv])?))?(?<!\\)\|",
    re.MULTILINE,
)
_COLUMNS = lazy_pattern(r"(?:(\d{1,3})\*)?[^,;]*")
_MOST = 100
"""Columns of a table at the most, however many a document claims."""


class AdocCell(Struct):
    """`row` counts from 1, `column` from 0; `style` is one letter: "l" and "m" are no prose; None is usual text."""

    row: int
    column: int
    style: str | None = None
    lines: list[Line] = field(default_factory=list)


class _Placer(Struct):
    """Where the next cell stands."""

    width: int
    row: int = 1
    column: int = 0
    until: dict[int, int] = field(default_factory=dict)  # column -> the first row that no cell above reaches down to

    def place(self, across: int, down: int) -> tuple[int, int]:
        while self.column >= self.width or self.until.get(self.column, 0) > self.row:
            self.column += 1
            if self.column >= self.width:
                free = min(self.until.get(column, 0) for column in range(self.width))
                self.row, self.column = max(self.row + 1, free), 0
        place = self.row, self.column
        if down > 1:
            self.until |= dict.fromkeys(range(self.column, min(self.column + across, self.width)), self.row + down)
        self.column += across
        return place


def columns(declared: str) -> int:
    """How many columns `cols="1,2*,a"` declares; 0 for none."""
    if not declared.strip():
        return 0
    if declared.strip().isdigit():
        return min(int(declared[:4]), _MOST) if len(declared.strip()) > 1 or declared == "1" else 1
    counts = (_COLUMNS.match(part.strip()) for part in re.split("[,;]", declared))
    return min(sum(int(match[1] or 1) for match in counts if match), _MOST)


def cells(source: str, within: Sequence[Line], width: int) -> Iterator[AdocCell]:
    """The cells between the table's delimiters; `width` 0: as many columns as the first line has cells."""
    found: list[tuple[AdocCell, int, int]] = []  # with how far each reaches across and down
    for line in within:
        before = line.start
        bars = list(_BAR.finditer(source, line.start, line.end))
        for bar in bars:
            _extend(found, before, bar.start(), source, line)
            across, down = int(bar["across"] or 1), int(bar["down"] or 1)
            cell = AdocCell(1, 0, bar["style"])
            found.append((cell, min(across, _MOST), down if bar["how"] == "+" else 1))
            before = bar.end()
        _extend(found, before, line.end, source, line)
        if bars and not width:
            width = min(sum(across for _, across, _ in found), _MOST)
    placer = _Placer(max(width, 1))
    for cell, across, down in found:
        cell.row, cell.column = placer.place(across, down)
        yield cell


def _extend(found: list[tuple[AdocCell, int, int]], start: int, end: int, source: str, line: Line) -> None:
    """Give the cell that is open the text up to its end on this line; an empty line parts its paragraphs."""
    if found:
        text = source[start:end]
        start += len(text) - len(text.lstrip())
        found[-1][0].lines.append(Line(start, start + len(text.strip()), line.stop))


def delimited_cells(source: str, within: Sequence[Line], delimiter: str) -> Iterator[AdocCell]:
    """The cells of a table whose rows are delimited text."""
    if not within:
        return
    start, end = within[0].start, within[-1].end
    for cell in delimited.cells(source[start:end], delimiter, 0):
        lines = [Line(start + cell.start, start + cell.end, start + cell.end)]
        yield AdocCell(cell.row, cell.column, None, lines)
