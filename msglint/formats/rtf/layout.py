"""Where RTF's text stands: the body, headers, notes and boxes; their paragraphs and tables."""

from msgspec import Struct

from msglint.formats import placeholders
from msglint.formats.pieces import SegmentWriter, overwritten
from msglint.formats.word.places import Container, Table
from msglint.model.document import Role, Segment

# Groups that hold text of their own -> how their place is called, role.
HOLDERS = {
    "header": ("header", Role.HEADER), "headerl": ("header", Role.HEADER), "headerr": ("header", Role.HEADER),
    "headerf": ("header", Role.HEADER), "footer": ("footer", Role.HEADER), "footerl": ("footer", Role.HEADER),
    "footerr": ("footer", Role.HEADER), "footerf": ("footer", Role.HEADER), "footnote": ("footnote", Role.NOTE),
    "annotation": ("comment", Role.NOTE), "shptxt": ("text box", None), "title": ("title", Role.TITLE),
}  # fmt: skip
_NUMBERED = ("footnote", "comment", "text box")


class _Holder(Struct):
    """What holds paragraphs, and the open one: its writer, and where among the segments it belongs."""

    container: Container
    role: Role | None
    index: int
    writer: SegmentWriter
    level: int = 0
    in_table: bool = False
    table: Table | None = None
    cell: Container | None = None


class RtfLayout:
    """Told where paragraphs, cells and rows end; `writer` takes the text of the open paragraph."""

    def __init__(self) -> None:
        self._found: list[Segment | None] = []
        self._holders: list[_Holder] = []
        self._counts: dict[str, int] = {}
        self._add(Container(), None)

    @property
    def writer(self) -> SegmentWriter:
        return self._holders[-1].writer

    def segments(self) -> list[Segment]:
        """All paragraphs; those still open end."""
        while self._holders:
            self.paragraph()
            self._holders.pop()
        return [segment for segment in self._found if segment]

    def hold(self, word: str) -> None:
        """A group of HOLDERS begins."""
        called, role = HOLDERS[word]
        if called in _NUMBERED:
            self._counts[called] = number = self._counts.get(called, 0) + 1
            called = f"{called} {number}"
        self._add(Container(called, counted=word == "shptxt"), role)

    def release(self) -> None:
        """It ends."""
        if len(self._holders) > 1:
            self.paragraph()
            self._holders.pop()
            if not self.writer.length:  # what was held stands before the open paragraph, not in it
                self._holders[-1].index = len(self._found)
                self._found.append(None)

    def _add(self, container: Container, role: Role | None) -> None:
        level = int(role is Role.TITLE)
        self._holders.append(_Holder(container, role, len(self._found), SegmentWriter(), level))
        self._found.append(None)

    def paragraph(self, number: int | None = None) -> None:
        """The open paragraph ends."""
        holder = self._holders[-1]
        if holder.in_table:
            cell = self._cell_of(holder)
            role = holder.role or Role.CELL
            segment = holder.writer.finish(role, place=cell.place, group=cell.group, column=cell.column)
        else:
            holder.table = None
            role = holder.role or (Role.TITLE if holder.level else Role.BODY)
            segment = holder.writer.finish(role, place=holder.container.next_paragraph(), level=holder.level)
        self._found[holder.index] = segment and overwritten(segment, placeholders.spans(segment.text))
        holder.writer, holder.index = SegmentWriter(), len(self._found)
        self._found.append(None)

    def _cell_of(self, holder: _Holder) -> Container:
        if holder.table is None:
            holder.container.tables += 1
            holder.table = Table(holder.container.within(f"table {holder.container.tables}"))
            holder.table.next_row()
        holder.cell = holder.cell or holder.table.next_cell()
        return holder.cell

    def cell(self, number: int | None) -> None:
        """The open cell ends."""
        self._holders[-1].in_table = True
        self.paragraph()
        self._holders[-1].cell = None

    def row(self, number: int | None) -> None:
        """The open row ends."""
        if table := self._holders[-1].table:
            table.next_row()
        self._holders[-1].cell = None

    def plain(self, number: int | None) -> None:
        """The paragraph is none of a table, nor a heading, until told otherwise."""
        self._holders[-1].in_table = False
        self._holders[-1].level = int(self._holders[-1].role is Role.TITLE)

    def in_table(self, number: int | None) -> None:
        """The paragraph is one of a table."""
        self._holders[-1].in_table = True

    def outline(self, number: int | None) -> None:
        """The paragraph is a heading of that level, from 0."""
        self._holders[-1].level = number + 1 if number is not None and 0 <= number < 9 else 0
