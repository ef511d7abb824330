"""Lines of a PDF page -> segments: paragraphs, headings, the cells of a row. A PDF tells letters and places, no more.

Names must not match across columns or unrelated blocks, and must match where a line wraps; so lines are joined only
where they stand right below each other, in one size.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from msglint.formats import placeholders
from msglint.formats.pages.pdf_pages import HYPHEN
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

# All in heights of a line's box, which is 1.1 to 1.3 times the size of the letters.
_WRAP_GAP = 0.75  # lines further apart are two paragraphs: up to double spacing is one
_MORE_GAP = 0.3  # so much wider than the gaps before, and a new paragraph begins
_CELL_GAP = 0.35  # a cell's lines stand closer than the rows of a table
_OVERLAP = 0.5  # so much of the smaller height in common, and two pieces stand in one row
_SAME_SIZE = 1.25
_MOST_CELLS = 64  # of a row, that what stands below is compared with
_TITLE_SIZE = 1.2  # times the page's usual line height
_LONGEST_TITLE = 160  # characters
_ALIGNED = 3.0  # points
# Two columns of prose written line by line across: at least so many lines, so many characters on each side.
_COLUMN_LINES, _COLUMN_WIDTH = 3, 25

_BULLET = lazy_pattern(r"(?:[-*+•‣◦▪▫●○■□–—·\uf0b7\uf0a7]|\(?\d{1,3}[.)])\s+(?=\S)")
_JOINT = lazy_pattern(rf"(?P<hyphen>{HYPHEN})|[\r\n]+")


class Fragment(NamedTuple):
    """page text[start:end] on one line, and its box in points from the page's lower left."""

    start: int
    end: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom


class _Block(Struct):
    """Fragments below each other. `row` ties the cells that stand beside each other, 0 for none."""

    fragments: list[Fragment]
    row: int = 0
    column: int | None = None

    @property
    def last(self) -> Fragment:
        return self.fragments[-1]


def segments(text: str, lines: Sequence[Sequence[Fragment]], page: str) -> Iterator[Segment]:
    """The segments of a page, in the order its producer wrote them.

    text, lines  what `pdf_pages.read` tells of it
    page         "page 2": the place of each segment, and the part that pieces count characters in
    """
    masked = placeholders.masked(text)
    usual = _usual_height(lines)
    for block in _blocks(text, _unwoven(_rows(lines))):
        writer = SegmentWriter()
        head = text[block.fragments[0].start : block.fragments[0].end]
        bullet = _BULLET.match(head) if block.column is None else None
        _write(writer, masked, block, bullet.end() if bullet else 0)
        role = _role(block, usual, writer.length)
        if bullet and role is Role.BODY:
            role = Role.ITEM
        group = f"{page}, row {block.row}" if block.column is not None else None
        if segment := writer.finish(role, part=page, place=page, group=group, column=block.column):
            yield segment


def _usual_height(lines: Sequence[Sequence[Fragment]]) -> float:
    """The line height that half of the page's characters are at most in, in points."""
    heights = sorted((fragment.height, fragment.end - fragment.start) for line in lines for fragment in line)
    left = sum(length for _, length in heights) / 2
    for height, length in heights:
        left -= length
        if left <= 0:
            return height
    return 0.0


def _write(writer: SegmentWriter, text: str, block: _Block, skipped: int) -> None:
    end = block.fragments[0].start + skipped
    for at, fragment in enumerate(block.fragments):
        if at:
            joint = _JOINT.match(text, end)
            if joint and joint["hyphen"]:
                writer.stand_in("-", end, end + 1)
            writer.glue("\n")
        writer.add(text, end if not at else fragment.start, fragment.end)
        end = fragment.end


def _role(block: _Block, usual: float, length: int) -> Role:
    if block.column is not None:
        return Role.CELL
    size = block.fragments[0].height
    return Role.TITLE if size >= _TITLE_SIZE * usual and length <= _LONGEST_TITLE else Role.BODY


def _rows(lines: Sequence[Sequence[Fragment]]) -> list[list[Fragment]]:
    """Lines, those at one height beside each other (cells of other sizes) put together."""
    rows: list[list[Fragment]] = []
    for line in lines:
        if rows and line and _beside(rows[-1][-1], line[0]):
            rows[-1] += line
        elif line:
            rows.append(list(line))
    return rows


def _beside(one: Fragment, other: Fragment) -> bool:
    common = min(one.top, other.top) - max(one.bottom, other.bottom)
    return other.left >= one.right and common > _OVERLAP * min(one.height, other.height) > 0


def _unwoven(rows: list[list[Fragment]]) -> Iterator[list[Fragment]]:
    """The rows, but columns of prose that were written across one after the other."""
    at = 0
    while at < len(rows):
        stop = at + 1
        while stop < len(rows) and _in_columns(rows[at], rows[stop]):
            stop += 1
        if stop - at >= _COLUMN_LINES and all(_width(rows[at:stop], column) >= _COLUMN_WIDTH for column in (0, 1)):
            yield from ([row[0]] for row in rows[at:stop])
            yield from ([row[1]] for row in rows[at:stop])
        else:
            yield from rows[at:stop]
        at = stop


def _in_columns(first: list[Fragment], row: list[Fragment]) -> bool:
    return len(first) == len(row) == 2 and all(
        abs(one.left - other.left) < _ALIGNED for one, other in zip(first, row, strict=True)
    )


def _width(rows: list[list[Fragment]], column: int) -> float:
    return sum(row[column].end - row[column].start for row in rows) / len(rows)


def _blocks(text: str, rows: Iterator[list[Fragment]]) -> Iterator[_Block]:
    """Rows become blocks: what stands below is joined to the paragraph or the cell above it."""
    above: list[_Block] = []
    number = 0
    for row in rows:
        if len(row) == 1 and (block := _continued(text, above, row[0])):
            block.fragments.append(row[0])
            continue
        yield from above
        cells = len(row) > 1
        number += cells
        above = [_Block([piece], number, at if cells else None) for at, piece in enumerate(row)]
    yield from above


def _continued(text: str, above: list[_Block], below: Fragment) -> _Block | None:
    """The block that the line `below` goes on with."""
    for block in above[:_MOST_CELLS]:
        last, cell = block.last, block.column is not None
        height = max(last.height, below.height)
        same_size = height <= _SAME_SIZE * min(last.height, below.height)
        if not height or not same_size or _BULLET.match(text, below.start, below.end):
            continue
        gap = (last.bottom - below.top) / height
        widest = _CELL_GAP if cell else _widest_gap(block, height)
        meets = abs(last.left - below.left) < _ALIGNED if cell else _overlaps(last, below)
        if -1.0 < gap <= widest and meets and below.bottom < last.bottom:
            return block
    return None


def _widest_gap(block: _Block, height: float) -> float:
    if len(block.fragments) < 2:
        return _WRAP_GAP
    one, other = block.fragments[-2:]
    return min(_WRAP_GAP, (one.bottom - other.top) / height + _MORE_GAP)


def _overlaps(one: Fragment, other: Fragment) -> bool:
    return min(one.right, other.right) > max(one.left, other.left)
