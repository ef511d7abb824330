"""Delimited text (CSV and its kin) -> cells with exact places. RFC 4180, read leniently; linear on any input."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
import re

from msgspec import Struct

from msglint.formats.mapped import MappedText
from msglint.formats.values import values
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_DELIMITERS = "\t;|,"  # of equals the first: a comma may also be one of prose or of a decimal
_DECLARED = lazy_pattern(r"(?i:sep)=([,;\t|:])[ \t]*(?:\r\n|[\r\n]|\Z)")  # Excel's own first line
_SNIFFED = 65536
"""Characters from the start that a dialect is told by."""
_RECORDS = 50
"""Records from the start that a dialect is told by."""
_QUOTED = lazy_pattern(r' *+"(?:[^"]|"")*+"')  # blanks before the quote: not RFC 4180, but many write them
_SEPARATING = lazy_pattern(r"(?<!\d),|,(?!\d)")  # other commas may be decimal ones: "Lunch;9,50;12,50"
_BREAK = lazy_pattern(r"\r\n|[\r\n]")


class Cell(Struct, frozen=True):
    """source[start:end] is what a cell holds, without its quotes; `row` counts records from 1, `column` from 0."""

    row: int
    column: int
    start: int
    end: int
    quoted: bool


def segments(source: str, masked: str, delimiter: str | None = None) -> Iterator[Segment]:
    """Cells with group "row 4" and their column, the header's among them ("row 1").

    masked     the source with its placeholders overwritten
    delimiter  None: told from the text, a comma where there is no telling
    """
    for cell in cells(source, *dialect(source, delimiter)):
        if cell.end > cell.start:
            yield from values.segments(content(masked, cell), Role.CELL, f"row {cell.row}", cell.column)


def dialect(source: str, delimiter: str | None = None) -> tuple[str, int]:
    """The delimiter, `delimiter` itself unless the file declares another one, and where the first record begins."""
    if declared := _DECLARED.match(source):
        return declared[1], declared.end()
    return delimiter or sniff(source[:_SNIFFED]), 0


def content(source: str, cell: Cell) -> MappedText:
    """What the cell says: doubled quotes stand for one."""
    mapped = MappedText()
    position = cell.start
    if cell.quoted:
        while (at := source.find('""', position, cell.end)) >= 0:
            mapped.verbatim(source, position, at)
            mapped.stand_in('"', at, at + 2)
            position = at + 2
    mapped.verbatim(source, position, cell.end)
    return mapped


def sniff(sample: str) -> str:
    """The delimiter that cuts the most records into the same number of cells, at least two; a comma where none does."""
    best, delimiter = 0.0, ","
    for candidate in _DELIMITERS:
        if candidate not in sample or candidate == "," and not _SEPARATING.search(sample):
            continue
        widths: Counter[int] = Counter()
        for cell in islice(_lasts(sample, candidate), _RECORDS):
            widths[cell.column + 1] += 1
        width, count = max(widths.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
        score = 0.0 if width < 2 else count / widths.total() + min(width, 20) / 100
        if score > best:
            best, delimiter = score, candidate
    return delimiter


def _lasts(sample: str, delimiter: str) -> Iterator[Cell]:
    """The last cell of each record; the last record only where it is the only one, since the sample may cut it."""
    before: Cell | None = None
    cut = True
    for cell in cells(sample, delimiter, 0):
        if before is not None and cell.row > before.row:
            cut = False
            if before.column or before.end > before.start:
                yield before
        before = cell
    if cut and before is not None:
        yield before


def cells(source: str, delimiter: str, start: int) -> Iterator[Cell]:
    """All cells from `start` on. A quote that nothing closes is a character like any other."""
    plain = re.compile(rf"[^{re.escape(delimiter)}\r\n]*+")
    row, column, position, quotes = 1, 0, start, True
    while position < len(source):
        quoted = _QUOTED.match(source, position) if quotes and source[position] in ' "' else None
        if source[position] == '"' and quoted is None:
            quotes = False  # from here to the end no quote closes: each further one would be looked for in vain
        rest = plain.match(source, quoted.end() if quoted else position)
        end = rest.end() if rest else position
        if quoted and not source[quoted.end() : end].strip():
            yield Cell(row, column, source.index('"', position) + 1, quoted.end() - 1, True)
        else:
            yield Cell(row, column, position, end, quoted is not None)
        if line_break := _BREAK.match(source, end):
            row, column, position = row + 1, 0, line_break.end()
        else:
            column, position = column + 1, end + 1
