"""The value of a cell, string or message -> segments: HTML where it holds tags, else paragraphs, else one text."""

from collections.abc import Iterator

from msgspec.structs import replace

from msglint.formats import paragraphs
from msglint.formats.mapped import MappedText
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_TAG = lazy_pattern(r"</?[A-Za-z][^<>]*>")


def segments(
    value: MappedText, role: Role = Role.BODY, group: str | None = None, column: int | None = None
) -> Iterator[Segment]:
    """Segments of a value, in order. With a `group` it is a table's cell: all of them have that role and column."""
    text = value.text
    if ("<" in text and _TAG.search(text)) or "\n" in text or "\r" in text:
        for segment in _read(text, role):
            found = replace(segment, role=role, group=group, column=column) if group else segment
            yield value.back(found)
        return
    shift = value.shift  # most values stand in the source as they are: no need to lead them back
    writer = SegmentWriter(shift or 0)
    writer.add(text, 0, len(text))
    if simple := writer.finish(role, group=group, column=column):
        yield simple if shift is not None else value.back(simple)


def _read(text: str, role: Role) -> Iterator[Segment]:
    if "<" in text and _TAG.search(text):
        from msglint.formats.html import markup

        yield from markup.read(text, 0, role).segments
    else:
        yield from paragraphs.segments(text, paragraphs.lines(text), role)
