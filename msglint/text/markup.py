"""HTML -> segments, through turbohtml's tokenizer: exact places, linear on hostile input."""

from collections.abc import Iterator
from dataclasses import dataclass, field
import re

from msglint.model.document import Role, Segment
from msglint.text import attributes
from msglint.text.elements import Elements
from msglint.text.inline_tags import InlineTags
from msglint.text.pieces import SegmentWriter, shifted

_LINE_BREAK = re.compile(r"\r\n|\n|\r")  # what turbohtml counts as a line
# Outlook's conditional comments: what is inside is seen in Outlook, and only there.
_CONDITIONAL = re.compile(r"<!--\s*\[if[^\]]*\]>(.*?)(?:<!\s*\[endif\]\s*)?-->", re.DOTALL | re.IGNORECASE)

INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink cite data del dfn em font i ins mark nobr q rp rt ruby s small span strike "
    "strong sub sup time u var wbr code kbd samp tt math o:p img input svg picture source br label trans amp-img".split()
)
"""Tags that join the words around them; at every other tag a segment ends."""

_SKIPPED = frozenset("script style pre textarea math svg iframe noembed noframes object xmp listing plaintext".split())
_SKIPPED_INLINE = frozenset(("math", "svg"))


@dataclass
class Markup:
    """What was read: `metadata` may hold "language" (of <html>) and "title"."""

    segments: list[Segment] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)


def read(masked: str, base: int = 0, plain: Role = Role.BODY) -> Markup:
    """Read HTML. `masked` has its placeholders overwritten; it stands at `base` in its file; `plain` is the role of
    text that no element gives another one."""
    walk = _Walk(masked, plain)
    walk.run()
    found = walk.result
    found.segments = [shifted(segment, base) for segment in found.segments]
    return found


@dataclass(frozen=True, slots=True)
class _Token:
    kind: int
    start: int
    end: int
    name: str
    data: str


def _tokens(source: str) -> Iterator[_Token]:
    """turbohtml's tokens with offsets instead of lines and columns."""
    from turbohtml import TokenType, tokenize

    starts = [0, *(match.end() for match in _LINE_BREAK.finditer(source))]
    breaks = "\r" in source
    for token in tokenize(source, resolve_references=False, capture_source=True, capture_attributes=False):
        start = starts[token.line - 1] + token.col
        kind, data = int(token.type), token.data or ""
        if kind == TokenType.TEXT:
            end = _text_end(source, start, len(data)) if breaks else start + len(data)
        else:
            end = start + len(token.source or "")
        yield _Token(kind, start, end, token.tag or "", data)
