"""The texts of a mail -> segments: plain and HTML, with what is quoted from the mail before marked as such."""

from collections.abc import Iterable, Iterator
import re

from msgspec.structs import replace

from msglint.formats import paragraphs, placeholders
from msglint.formats.html import markup
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

# What mail programs write above the mail they answer or pass on, in the languages their users write most to us.
_ATTRIBUTION = lazy_pattern(
    r"^[ \t]*(?:On\b[^\r\n]{4,200}(?:\r?\n[^\r\n]{1,100})?\bwrote|Am\b[^\r\n]{4,200}\bschrieb\b[^\r\n:]{0,100}"
    r"|Le\b[^\r\n]{4,200}\ba écrit|El\b[^\r\n]{4,200}\bescribió)[ \t\xa0]*:[ \t]*$",
    re.MULTILINE,
)
# From here on all is quoted: Outlook's ruler or header lines, Apple's and Gmail's marks of a forwarded mail.
_OLDER = lazy_pattern(
    r"^[ \t]*(?:-{2,}[ \t]*(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Message d'origine)[ \t]*-{2,}"
    r"|Begin forwarded message:|From:[^\r\n]{1,200}\r?\n[ \t]*(?:Sent|Date):[^\r\n]{1,100}\r?\n[ \t]*To:)",
    re.MULTILINE | re.IGNORECASE,
)


def plain(text: str, place: str) -> Iterator[Segment]:
    """The segments of a text/plain part, the part called like its place."""
    masked = placeholders.masked(text)
    for start, end, quoted in _sections(text):
        for segment in paragraphs.segments(masked, paragraphs.lines(masked, start, end)):
            yield _placed(replace(segment, role=Role.QUOTE) if quoted else segment, place)


def _sections(text: str) -> Iterator[tuple[int, int, bool]]:
    """[start, end) of each stretch, and whether it is quoted. Lines with ">" are left to the paragraphs."""
    older = _OLDER.search(text)
    stop = older.start() if older else len(text)
    at = 0
    for match in _ATTRIBUTION.finditer(text, 0, stop):
        yield at, match.start(), False
        yield match.start(), match.end(), True
        at = match.end()
    yield at, stop, False
    yield stop, len(text), True


def html(text: str, place: str) -> tuple[list[Segment], str | None]:
    """The segments of a text/html part, and the language it says it is in."""
    found = markup.read(placeholders.masked(text))
    return list(_quotes(_placed(segment, place) for segment in found.segments)), found.metadata.get("language")


def _quotes(segments: Iterable[Segment]) -> Iterator[Segment]:
    older = False
    for segment in segments:
        older = older or bool(_OLDER.match(segment.text))
        quoted = older or _ATTRIBUTION.fullmatch(segment.text)
        yield replace(segment, role=Role.QUOTE) if quoted and segment.role is not Role.CODE else segment


def _placed(segment: Segment, place: str) -> Segment:
    group = f"{place}, {segment.group}" if segment.group else None
    return replace(segment, part=place, place=place, group=group)
