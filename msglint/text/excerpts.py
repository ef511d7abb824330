"""The words around a finding, kept beside it so that nobody needs the document again to show where it stands."""

import re

from msgspec.structs import replace

from msglint.model.document import MASK, Document
from msglint.model.judgement import Excerpt, Finding

_REACH = 480
"""Characters kept on each side of what was said, and of it: three lines of a terminal. A line may be a megabyte long
and hold a thousand findings."""


def shown_in(document: Document, finding: Finding) -> Finding:
    """The finding with the words around it."""
    return replace(finding, excerpt=excerpt_of(finding, document))


def excerpt_of(finding: Finding, document: Document) -> Excerpt | None:
    """The line the finding stands in, in formats without lines its segment; None where it stands nowhere."""
    at = finding.location
    if at.line is None or at.column is None or len(document.texts) != 1:
        return _of_segment(finding, document)  # of the parts of a mail, a line number does not say which
    part = next(iter(document.texts))
    line = document.line_span(part, at.line)
    if line is None:
        return None
    start = line[0] + at.column - 1
    end = line[0] + at.end_column - 1 if at.end_line == at.line and at.end_column else line[1]
    number = at.line if part == "" else None  # else of a decoded part, not of the file
    return _around(document.texts[part], line, start, max(end, start + 1), number)


def _of_segment(finding: Finding, document: Document) -> Excerpt | None:
    index, start = finding.order
    if not finding.said or not 0 <= index < len(document.segments):
        return None
    text = document.segments[index].text
    said = re.compile(r"\s+".join(map(re.escape, finding.said.split()))).match(text, start)
    return _around(text, (0, len(text)), start, said.end() if said else start + 1)


def _around(text: str, whole: tuple[int, int], start: int, end: int, number: int | None = None) -> Excerpt:
    """Of text[start:end] and what is around it in the span `whole`, no more than _REACH characters each."""
    end = min(end, start + _REACH)
    first, last = max(whole[0], start - _REACH), min(whole[1], end + _REACH)
    return Excerpt(text[first:last].replace(MASK, "…"), start - first, end - first, number)
