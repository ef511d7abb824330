"""Where in its document a segment stands: its row, its table's header, the titles above it."""

from collections.abc import Sequence

from msgspec import Struct, field

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role, Segment

_ROW = lazy_pattern(r"(?P<table>.*?),?\s*row (?P<row>\d+)\Z")


class Table(Struct):
    """The cells of one table by row and column; the first row is its header."""

    rows: dict[int, dict[int, Segment]] = field(default_factory=dict)

    @property
    def header(self) -> dict[int, Segment]:
        return self.rows[min(self.rows)]


class Layout:
    """Tables and titles of a document, by the position of its segments."""

    def __init__(self, document: Document) -> None:
        self._segments = document.segments
        self.tables: dict[str, Table] = {}
        self._cells: dict[int, tuple[Table, int]] = {}
        self._titles: list[tuple[int, ...]] = []
        self._positions = {id(segment): position for position, segment in enumerate(document.segments)}
        open_titles: list[int] = []
        for position, segment in enumerate(document.segments):
            if segment.role in (Role.TITLE, Role.SUBJECT):
                open_titles = [] if not segment.level else [
                    above for above in open_titles if 0 < document.segments[above].level < segment.level
                ]  # fmt: skip
                self._titles.append(tuple(open_titles))
                open_titles = [*open_titles, position]
            else:
                self._titles.append(tuple(open_titles))
            self._enter(segment)

    def _enter(self, segment: Segment) -> None:
        match = _ROW.match(segment.group or "")
        if match and segment.column is not None:
            table = self.tables.setdefault(match["table"], Table())
            row = int(match["row"])
            table.rows.setdefault(row, {}).setdefault(segment.column, segment)
            self._cells[id(segment)] = (table, row)

    def position(self, segment: Segment) -> int:
        return self._positions[id(segment)]

    def titles(self, segment: Segment) -> Sequence[Segment]:
        """The titles above a segment, outermost first."""
        return [self._segments[position] for position in self._titles[self.position(segment)]]

    def row(self, segment: Segment) -> dict[int, Segment]:
        """The cells of a segment's row by column; empty outside tables."""
        found = self._cells.get(id(segment))
        return found[0].rows[found[1]] if found else {}

    def header_of(self, segment: Segment) -> Segment | None:
        """The cell that heads a segment's column; None for a header itself and outside tables."""
        found = self._cells.get(id(segment))
        if found is None or segment.column is None or found[1] == min(found[0].rows):
            return None
        return found[0].header.get(segment.column)

    def neighbours(self, segment: Segment) -> tuple[Segment | None, Segment | None]:
        """The segments before and after, in reading order."""
        at = self.position(segment)
        before = self._segments[at - 1] if at else None
        return before, self._segments[at + 1] if at + 1 < len(self._segments) else None
