"""Tables of reStructuredText, drawn ones ("grid") and those of "====" ("simple"): rows, columns and where they stand.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from msglint.formats.indented import IndentedLine
from msglint.formats.paragraphs import Line
from msglint.formats.values import delimited
from msglint.lazy_pattern import lazy_pattern

_GRID = lazy_pattern(r"\+(?:[-=]+\+)+")
_SIMPLE = lazy_pattern(r"=+(?:[ \t]+=+)+")
_SPAN = lazy_pattern(r"-+(?:[ \t]+-+)*")
_DRAWN = lazy_pattern(r"[-=+]+")
_CELL = lazy_pattern(r"=+")


class TableCell(Struct):
    """`row` counts from 1, `column` from 0; an empty line in `lines` parts paragraphs."""

    row: int
    column: int
    lines: list[Line] = field(default_factory=list)


def is_grid(source: str, line: IndentedLine) -> bool:
    """Whether the line is a border of a drawn table."""
    return _GRID.fullmatch(source, line.text.start, line.end) is not None


def is_simple(source: str, line: IndentedLine) -> bool:
    """Whether the line is a border of a simple table."""
    return _SIMPLE.fullmatch(source, line.text.start, line.end) is not None


def grid(source: str, within: Sequence[IndentedLine], first: int) -> tuple[list[TableCell], int]:
    """The cells of a drawn table that begins at line `first`, and the line behind it."""
    end = first
    while end < len(within) and not within[end].blank and source[within[end].text.start] in "+|":
        end += 1
    borders = [line for line in within[first:end] if is_grid(source, line)]
    edges = sorted({at - line.start for line in borders for at in range(line.start, line.end) if source[at] == "+"})
    columns = {edge: column for column, edge in enumerate(edges)}
    done: list[TableCell] = []
    unfinished: dict[int, TableCell] = {}
    row = 0
    for line in within[first:end]:
        bordered = False
        for edge, chunk in _chunks(source, line, edges):
            if _DRAWN.fullmatch(source, chunk.start, chunk.end):
                bordered = True
                if edge in unfinished:
                    done.append(unfinished.pop(edge))
            else:
                unfinished.setdefault(edge, TableCell(row or 1, columns[edge])).lines.append(chunk)
        row += bordered
    done += unfinished.values()
    return sorted(done, key=lambda cell: (cell.row, cell.column)), end


def _chunks(source: str, line: IndentedLine, edges: list[int]) -> Iterator[tuple[int, Line]]:
    """What stands between the vertical strokes of a line, with the edge it begins at; strokes stand at edges only."""
    begin: int | None = None
    for edge in edges:
        at = line.start + edge
        if at >= line.end:
            return
        if source[at] in "|+":
            if begin is not None:
                yield begin, _stripped(source, line.start + begin + 1, at, line.stop)
            begin = edge


def _stripped(source: str, start: int, end: int, stop: int) -> Line:
    chunk = source[start:end]
    start += len(chunk) - len(chunk.lstrip())
    return Line(start, start + len(chunk.strip()), stop)


def simple(source: str, within: Sequence[IndentedLine], first: int) -> tuple[list[TableCell], int]:
    """The cells of a simple table that begins at line `first`, and the line behind it."""
    border = within[first]
    starts = [match.start() - border.start for match in _CELL.finditer(source, border.text.start, border.end)]
    cells: list[TableCell] = []
    row, index = 0, first + 1
    latest: dict[int, TableCell] = {}
    while index < len(within):
        line = within[index]
        index += 1
        if is_simple(source, line):
            if index == len(within) or within[index].blank:
                break
            latest = {}
        elif not line.blank and not (latest and _SPAN.fullmatch(source, line.text.start, line.end)):
            if line.indent < border.indent:
                return cells, index - 1
            chunks = list(_columns(source, line, starts))
            if not latest or chunks[0][0] == 0 and chunks[0][1].end > chunks[0][1].start:
                row, latest = row + 1, {}
            for column, chunk in chunks:
                if column not in latest:
                    latest[column] = TableCell(row, column)
                    cells.append(latest[column])
                latest[column].lines.append(chunk)
    return cells, index


def _columns(source: str, line: IndentedLine, starts: list[int]) -> Iterator[tuple[int, Line]]:
    """The cells of a line; text that runs over a column's begin spans both. The last one reaches to the line's end."""
    width = line.end - line.start
    kept = [
        column
        for column, start in enumerate(starts[: max(bisect_left(starts, width), 1)])
        if column == 0 or source[line.start + start - 1].isspace()
    ]
    for column, following in zip(kept, [*kept[1:], -1], strict=True):
        end = line.end if following < 0 else line.start + starts[following]
        yield column, _stripped(source, line.start + starts[column], end, line.stop)


def delimited_cells(source: str, within: Iterable[Line]) -> Iterator[TableCell]:
    """The cells of a csv-table, whose rows are those lines."""
    for number, line in enumerate(within, 1):
        for cell in delimited.cells(source[line.start : line.end], ",", 0):
            chunk = _stripped(source, line.start + cell.start, line.start + cell.end, line.stop)
            yield TableCell(number, cell.column, [chunk])
