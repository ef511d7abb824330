"""MJML mails: read as the HTML that they become; texts of buttons, tables, previews and images among it."""

import re

from msgspec.structs import replace

from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.html import markup
from msglint.formats.values import front_matter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source

SUFFIXES = (".mjml",)

# MJML's elements that have a counterpart in HTML. Self-closing ones hold nothing, which HTML would not understand.
_COUNTERPART = lazy_pattern(r"<(/?)(mj-style|mj-table|mjml)(?=[\s>])(?![^<>]*/>)")
_NAMES = {"mj-style": "style", "mj-table": "table", "mjml": "html"}
_TITLE, _PREVIEW = (lazy_pattern(rf"<{name}(?=[\s>])[^<>]*(?<!/)>[^<]*") for name in ("mj-title", "mj-preview"))


def read(source: Source) -> Document:
    """Read MJML. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    body = markup.read(_COUNTERPART.sub(_renamed, masked)[front.end :], front.end)
    segments, metadata = body.segments, body.metadata
    # What stands in a browser's tab, and the line that an inbox shows beside the subject: text that others see.
    for pattern, role in ((_TITLE, Role.TITLE), (_PREVIEW, Role.ALT)):
        if match := pattern.search(masked, front.end):
            segments = [_recast(segment, match.span(), role) for segment in segments]
            if role is Role.TITLE and (title := next((found.text for found in segments if found.role is role), None)):
                metadata["title"] = title
    return Document(source.path, "mjml", (*front.segments, *segments), {"": text}, {**metadata, **front.metadata})


def _renamed(match: "re.Match[str]") -> str:
    """The tag under its name in HTML, filled up with blanks to its length."""
    return f"<{match[1]}{_NAMES[match[2]]}".ljust(len(match[0]))


def _recast(segment: Segment, span: tuple[int, int], role: Role) -> Segment:
    inside = segment.pieces and span[0] <= segment.pieces[0].source_start < span[1]
    return replace(segment, role=role) if inside else segment
