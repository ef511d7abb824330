"""Tables as their cells tell them: what stands in a cell's row, and at the head of its column."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_ROW = lazy_pattern(r"(?P<table>.*?)\W*\brow (?P<row>\d+)\Z")

Place = tuple[str, int, int]
"""Table, row, column."""


def place_of(segment: Segment) -> Place | None:
    """Where in a table a segment is; None outside of tables."""
    match = _ROW.fullmatch(segment.group) if segment.group and segment.column is not None else None
    if match is None or segment.role is not Role.CELL:
        return None
    return _table_of(segment, match["table"]), int(match["row"]), segment.column or 0


def _table_of(segment: Segment, name: str) -> str:
    """Which table: by the place where there is one, since a workbook keeps strings in another part than numbers."""
    at = (segment.place or "").find(name) if name else -1
    return (segment.place or "")[: at + len(name)] if at >= 0 else f"{segment.part}\0{name}"


class Grid(Struct):
    """The cells of a document's tables. A cell of several paragraphs is several segments."""

    rows: dict[tuple[str, int], dict[int, list[Segment]]] = field(default_factory=lambda: defaultdict(dict))
    _heads: dict[str, int] = field(default_factory=dict)

    def row(self, segment: Segment) -> dict[int, list[Segment]]:
        """Column -> segments of the row a cell is in."""
        place = place_of(segment)
        return self.rows.get(place[:2], {}) if place else {}

    def header(self, segment: Segment) -> str:
        """The text at the head of a cell's column; "" for the header itself."""
        return " ".join(" ".join(part.text.split()) for part in self.header_cells(segment))

    def header_cells(self, segment: Segment) -> Sequence[Segment]:
        """What stands in a cell's column in the first row of its table that has two cells or more."""
        place = place_of(segment)
        if place is None:
            return ()
        table, row, column = place
        head = self._heads.get(table)
        return self.rows[table, head].get(column, ()) if head is not None and head < row else ()

    def label(self, segment: Segment) -> str:
        """The text of the first cell of its row, left of it."""
        cells = self.row(segment)
        left = [column for column in sorted(cells) if column < (segment.column or 0)]
        return " ".join(part.text for part in cells[left[0]]) if left else ""


def grid_of(segments: Iterable[Segment]) -> Grid:
    """All tables of a document."""
    grid = Grid()
    for segment in segments:
        place = place_of(segment)
        if place:
            grid.rows[place[:2]].setdefault(place[2], []).append(segment)
    for table, row in sorted(grid.rows):
        if len(grid.rows[table, row]) > 1 or any(column for column in grid.rows[table, row]):
            grid._heads.setdefault(table, row)
    return grid
