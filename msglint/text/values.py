"""The value of a cell, string or message -> segments: HTML where it holds tags, else paragraphs, else one text."""

from collections.abc import Iterator
from dataclasses import replace
import re

from msglint.model.document import Role, Segment
from msglint.text import paragraphs
from msglint.text.mapped import MappedText
from msglint.text.pieces import SegmentWriter

_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def segments(value: MappedText, role: Role = Role.BODY) -> Iterator[Segment]:
    """Segments of a value, in order."""
    for segment in _read(value.text, role):
        yield value.back(segment)


def cells(value: MappedText, group: str, column: int) -> Iterator[Segment]:
    """Segments of a table's cell: all of them are CELL, of that group and column."""
    for segment in segments(value, Role.CELL):
        yield replace(segment, role=Role.CELL, group=group, column=column)


def _read(text: str, role: Role) -> Iterator[Segment]:
    if "<" in text and _TAG.search(text):
        from msglint.text import markup

        yield from markup.read(text, 0, role).segments
    elif "\n" in text or "\r" in text:
        yield from paragraphs.segments(text, paragraphs.lines(text), role)
    else:
        writer = SegmentWriter()
        writer.add(text, 0, len(text))
        if segment := writer.finish(role):
            yield segment
