"""One XML part of a package -> segments, each with the way back to the part's bytes.

How pieces of packaged formats (docx, pptx, xlsx, odf, idml) are to be read by whoever writes them back:

- `Segment.part` names the zip member ("" is the file itself: flat ODF, RTF); `source_start` and `source_end` count
  bytes of that member as it inflates, a byte order mark included.
- A verbatim piece stands in the part byte for byte (ASCII only): any stretch of it can be replaced, escaped as the part
  asks.
- Any other piece stands for its span as a whole: a letter that takes several bytes, an entity, a CDATA section with its
  marks, a tag that means a character (`<a:br/>`), a number as it is formatted. Pieces next to each other that have one
  and the same span are one. Text in such a span is replaced by writing all of the span anew; one that begins with "<"
  and is no CDATA section is a tag, which an edit must not cross.
- A number that a sheet shows ("€49.90") stands for the bytes within its `<v>` ("49.9"), in the sheet's own part; text
  in sharedStrings.xml may be that of several cells, which bear the same pieces.
- Text that no piece covers has no place of its own to be written to, so it is reported only: text of parts that are not
  UTF-8 (splicing needs that: one encoding, and ASCII bytes that mean themselves), results kept beside a formula, copies
  of what an embedded workbook holds.
- A span that stands in a tag (alt texts) is an attribute's value: quotes are to be escaped too (`in_tag` tells).
"""

from collections.abc import Iterator, Mapping
from html import unescape

from msglint.formats import placeholders
from msglint.formats.pieces import SegmentWriter, add_bytes, overwritten
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_ATTRIBUTE = lazy_pattern(rb"""\s([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = lazy_pattern(r"&#?\w+;|[\t\r\n]")
_DECLARED = lazy_pattern(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def is_utf8(data: bytes) -> bool:
    """Whether an XML part is in UTF-8, so that its bytes can be spliced."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        return False
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    return not declared or declared[1].lower() in (b"utf-8", b"utf8", b"us-ascii", b"ascii")


def in_tag(data: bytes, start: int) -> bool:
    """Whether byte `start` of an XML part stands inside a tag: in an attribute's value."""
    return data.rfind(b"<", 0, start) > data.rfind(b">", 0, start)


def stand_whole(writer: SegmentWriter, text: str, start: int, end: int) -> None:
    """Add text that stands for a span as a whole, also where both happen to be equally long."""
    if len(text) == end - start > 1:
        writer.stand_in(text[:1], start, end)
        text = text[1:]
    writer.stand_in(text, start, end)


class PartText:
    """Segments of one part in the making. Paragraphs may nest (a note in a paragraph); each stands where it began.

    found  a segment for each paragraph begun, None where there was nothing to read in it
    folds  whether the format reads white space of any length as one blank
    """

    def __init__(self, part: str, data: bytes, *, folds: bool = False) -> None:
        self._part, self._data, self._folds = part, data, folds
        self._editable = is_utf8(data)
        self.found: list[Segment | None] = []
        self._open: list[tuple[SegmentWriter, int]] = []

    @property
    def is_open(self) -> bool:
        return bool(self._open)

    def segments(self) -> list[Segment]:
        return [segment for segment in self.found if segment]

    def begin(self) -> None:
        """A paragraph begins here."""
        self._open.append((SegmentWriter(), len(self.found)))
        self.found.append(None)

    def add(self, text: str, start: int, end: int, *, editable: bool = True) -> None:
        """Add text of the open paragraph, which stands at bytes [start, end)."""
        if not self._open:
            return
        writer = self._open[-1][0]
        if not (editable and self._editable):
            writer.glue(" " if self._folds and text.isspace() else text)
        elif self._folds and text.isspace() and text != " ":
            writer.stand_in(" ", start, end)
        else:
            add_bytes(writer, text, self._data, start, end)

    def character(self, text: str, start: int, end: int) -> None:
        """Add what a tag means: a line break, blanks, a mask."""
        if not self._open:
            return
        if self._editable:
            stand_whole(self._open[-1][0], text, start, end)
        else:
            self._open[-1][0].glue(text)

    def finish(
        self,
        role: Role,
        *,
        place: str | None = None,
        group: str | None = None,
        column: int | None = None,
        level: int = 0,
    ) -> Segment | None:
        """The paragraph that began last ends; None where there was nothing to read in it."""
        if not self._open:
            return None
        writer, index = self._open.pop()
        segment = writer.finish(role, part=self._part, place=place, group=group, column=column, level=level)
        if segment:
            self.found[index] = segment = overwritten(segment, placeholders.spans(segment.text))
        return segment

    def attributes(self, values: Mapping[str, str], start: int, end: int, role: Role, place: str | None = None) -> None:
        """These attributes (name as written -> value) of the start tag at [start, end), each a segment of its own."""
        spans = {name: (at, stop) for name, at, stop in _values(self._data, start, end)} if self._editable else {}
        for name, value in values.items():
            writer = SegmentWriter()
            if name in spans:
                _value(writer, self._data, *spans[name])
            else:
                writer.glue(value)
            segment = writer.finish(role, part=self._part, place=place)
            self.found.append(segment and overwritten(segment, placeholders.spans(segment.text)))


def _values(data: bytes, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The attributes of a start tag: name as written and the bytes of the value."""
    for match in _ATTRIBUTE.finditer(data, start, end):
        yield match[1].decode("utf-8", "replace"), *match.span(match.lastindex or 2)


def _value(writer: SegmentWriter, data: bytes, start: int, end: int) -> None:
    """Add an attribute's value: references are resolved, line breaks are blanks."""
    text = data[start:end].decode("utf-8", "replace")
    position, at = 0, start
    for match in _REFERENCE.finditer(text):
        plain = text[position : match.start()]
        middle = at + len(plain.encode("utf-8"))
        add_bytes(writer, plain, data, at, middle)
        position, at = match.end(), middle + len(match[0])
        stand_whole(writer, " " if match[0].isspace() else unescape(match[0]), middle, at)
    add_bytes(writer, text[position:], data, at, end)
