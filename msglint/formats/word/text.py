"""WordprocessingML -> segments: one part of a Word document, its runs joined, its paragraphs placed."""

from collections.abc import Callable
from html import unescape

from msgspec import Struct, field

from msglint.formats import placeholders
from msglint.formats.packages.xml_events import Handler
from msglint.formats.pieces import SegmentWriter, add_bytes, overwritten
from msglint.formats.word.fields import Fields, is_placeholder
from msglint.formats.word.places import Container, Table
from msglint.formats.word.styles import Styles, outline
from msglint.formats.word.vocabulary import CHARACTERS, OFF, SKIPPED
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment

_PROPERTIES = frozenset(("w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:sectPr"))
_NOTES = {"w:footnote": "footnote", "w:endnote": "endnote", "w:comment": "comment"}
_ALT = lazy_pattern(rb"""\s(?:descr|title)\s*=\s*(?:"([^"]*)"|'([^']*)')""")

_Attributes = dict[str, str]


class _Paragraph(Struct):
    place: str
    container: Container
    index: int  # where among the segments it belongs: before the text boxes anchored in it
    writer: SegmentWriter = field(default_factory=SegmentWriter)
    role: Role | None = None
    level: int = 0


class WordText(Handler):
    """Handles one part; `segments` are then its paragraphs in reading order.

    plain  the role of what stands there; BODY leaves it to styles, lists and tables
    """

    def __init__(self, part: str, data: bytes, styles: Styles, container: Container, plain: Role) -> None:
        self._part, self._data, self._styles, self._plain = part, data, styles, plain
        self._containers = [container]
        self._paragraphs: list[_Paragraph] = []
        self._tables: list[Table] = []
        self._fields = Fields()
        self._filled: list[bool] = []  # per open simple field: whether a mail merge fills it in
        self._found: list[Segment | None] = []
        self._skipping = 0  # elements open, counted from one that is not read
        self._runs = self._properties = 0  # open elements of these kinds
        self._boxes = self._notes = 0
        self._in_text = self._in_code = self._struck = False

    def segments(self) -> list[Segment]:
        return [segment for segment in self._found if segment]

    def start(self, name: str, attributes: _Attributes, start: int, end: int) -> None:
        if self._skipping or name in SKIPPED:
            self._skipping += 1
        elif act := _STARTS.get(name):
            act(self, attributes)
        elif name in _PROPERTIES:
            self._properties += 1
        elif name in _NOTES:
            self._note(name, attributes)
        elif name == "wp:docPr":
            self._alt(start, end)
        elif name == "m:oMath":
            self._skipping = 1
            self._character(MASK, start, end)
        elif name in CHARACTERS and self._runs and not self._properties:
            self._character(CHARACTERS[name], start, end)

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in ("w:t", "w:instrText"):
            self._in_text = self._in_code = False
        elif name == "w:r":
            self._runs -= 1
        elif name in _PROPERTIES:
            self._properties -= 1
        elif name == "w:p":
            self._finish(self._paragraphs.pop())
        elif name == "w:tbl":
            self._tables.pop()
        elif name == "w:fldSimple":
            self._filled.pop()
        elif (name in ("w:tc", "w:txbxContent") or name in _NOTES) and len(self._containers) > 1:
            self._containers.pop()

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping:
            return
        if self._in_code:
            self._fields.add_code(text)
        elif self._in_text and self._paragraphs and not self._fields.in_code:
            if self._struck or any(self._filled) or self._fields.in_placeholder:
                self._character(MASK, start, end)
            else:
                add_bytes(self._paragraphs[-1].writer, text, self._data, start, end)

    def _character(self, character: str, start: int, end: int) -> None:
        if self._paragraphs:
            self._paragraphs[-1].writer.stand_in(character, start, end)

    def _finish(self, paragraph: _Paragraph) -> None:
        container = paragraph.container
        plain = Role.BODY if container.column is None else Role.CELL
        role = (paragraph.role or plain) if self._plain is Role.BODY else self._plain
        segment = paragraph.writer.finish(
            role, part=self._part, place=paragraph.place, group=container.group, column=container.column,
            level=paragraph.level if role is Role.TITLE else 0,
        )  # fmt: skip
        if segment:
            self._found[paragraph.index] = overwritten(segment, placeholders.spans(segment.text))

    def _alt(self, start: int, end: int) -> None:
        """The alt text of a picture, which its start tag holds."""
        place = self._paragraphs[-1].place if self._paragraphs else self._containers[-1].place
        for match in _ALT.finditer(self._data, start, end):
            writer, value = SegmentWriter(), match[match.lastindex or 1].decode("utf-8", "replace")
            if "&" in value:
                writer.stand_in(unescape(value), *match.span(match.lastindex or 1))
            else:
                add_bytes(writer, value, self._data, *match.span(match.lastindex or 1))
            self._found.append(writer.finish(Role.ALT, part=self._part, place=place))

    def _note(self, name: str, attributes: _Attributes) -> None:
        if attributes.get("w:type", "normal") != "normal":
            self._skipping = 1  # the lines that separate text and notes
            return
        self._notes += 1
        self._containers.append(Container(f"{_NOTES[name]} {self._notes}", counted=False))

    def _paragraph(self, attributes: _Attributes) -> None:
        container = self._containers[-1]
        self._paragraphs.append(_Paragraph(container.next_paragraph(), container, len(self._found)))
        self._found.append(None)

    def _style(self, attributes: _Attributes) -> None:
        if self._paragraphs and not self._paragraphs[-1].role:
            paragraph = self._paragraphs[-1]
            paragraph.role, paragraph.level = self._styles.of(attributes.get("w:val", ""))

    def _outline(self, attributes: _Attributes) -> None:
        if self._paragraphs and (found := outline(attributes.get("w:val", ""))):
            self._paragraphs[-1].role, self._paragraphs[-1].level = found

    def _numbered(self, attributes: _Attributes) -> None:
        if self._paragraphs and attributes.get("w:val") != "0":
            self._paragraphs[-1].role = self._paragraphs[-1].role or Role.ITEM

    def _run(self, attributes: _Attributes) -> None:
        self._runs += 1
        self._struck = False

    def _strike(self, attributes: _Attributes) -> None:
        if self._runs and attributes.get("w:val") not in OFF:
            self._struck = True

    def _text_start(self, attributes: _Attributes) -> None:
        self._in_text = True

    def _code_start(self, attributes: _Attributes) -> None:
        self._in_code = True

    def _field(self, attributes: _Attributes) -> None:
        self._fields.mark(attributes.get("w:fldCharType", ""))

    def _simple_field(self, attributes: _Attributes) -> None:
        self._filled.append(is_placeholder(attributes.get("w:instr", "")))

    def _table(self, attributes: _Attributes) -> None:
        container = self._containers[-1]
        container.tables += 1
        self._tables.append(Table(container.within(f"table {container.tables}")))

    def _row(self, attributes: _Attributes) -> None:
        if self._tables:
            self._tables[-1].next_row()

    def _cell(self, attributes: _Attributes) -> None:
        self._containers.append(self._tables[-1].next_cell() if self._tables else Container(counted=False))

    def _span(self, attributes: _Attributes) -> None:
        if self._tables and (width := attributes.get("w:val", "")).isdecimal():
            self._tables[-1].width = min(int(width[:3]), 100)

    def _box(self, attributes: _Attributes) -> None:
        self._boxes += 1
        self._containers.append(Container(self._containers[0].within(f"text box {self._boxes}")))


_STARTS: dict[str, Callable[[WordText, _Attributes], None]] = {
    "w:p": WordText._paragraph,
    "w:pStyle": WordText._style,
    "w:outlineLvl": WordText._outline,
    "w:numId": WordText._numbered,
    "w:r": WordText._run,
    "w:strike": WordText._strike,
    "w:dstrike": WordText._strike,
    "w:t": WordText._text_start,
    "w:instrText": WordText._code_start,
    "w:fldChar": WordText._field,
    "w:fldSimple": WordText._simple_field,
    "w:tbl": WordText._table,
    "w:tr": WordText._row,
    "w:tc": WordText._cell,
    "w:gridSpan": WordText._span,
    "w:txbxContent": WordText._box,
}
