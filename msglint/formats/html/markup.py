"""HTML -> segments, with exact places; linear on hostile input."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from msglint.formats.html import attributes
from msglint.formats.html.elements import VOID, Elements
from msglint.formats.html.html_tokens import Token, tokens
from msglint.formats.html.inline_tags import InlineTags
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment
from msglint.text.word_sets import word_sets

# Outlook's conditional comments: what is inside is seen in Outlook, and only there.
_CONDITIONAL = lazy_pattern(r"<!--\s*\[if[^\]]*\]>(?:<!-->)?(.*)-->", re.DOTALL | re.IGNORECASE)

_NAMES = word_sets("html-names")
_JOINING, _SKIPPED = _NAMES["joining"], _NAMES["skipped"]


class Markup(Struct):
    """What was read: `metadata` may hold "language" (of <html>) and "title"."""

    segments: list[Segment] = field(default_factory=list)
    metadata: dict[str, str] = field(default_factory=dict)


def read(masked: str, base: int = 0, plain: Role = Role.BODY, conditional: bool = True) -> Markup:
    """Read HTML.

    masked       the source with its placeholders overwritten; it stands at `base` in its file
    plain        the role of text that no element gives another one
    conditional  whether to look into Outlook's conditional comments
    """
    walk = _Walk(masked, base, plain, conditional)
    for token in tokens(masked):
        walk.take(token)
    walk.flush()
    return walk.result


class _Walk:
    """What is open while the tokens go by."""

    def __init__(self, source: str, base: int, plain: Role, conditional: bool) -> None:
        self.result = Markup()
        self._source = source
        self._base = base  # where it stands in its file
        self._conditional = conditional
        self._elements = Elements(plain)
        self._writer = SegmentWriter(base)
        self._inline = InlineTags()
        self._skipped: tuple[str, int] | None = None  # an element whose inside is no text, and how deep in itself
        self._drawn: _Walk | None = None  # reads the labels of the drawing that is skipped

    def take(self, token: Token) -> None:
        if self._skipped:
            self._skip(token)
        elif token.kind == "text":
            self._writer.add(self._source, token.start, token.end)
        elif token.kind == "reference":
            self._writer.stand_in(token.data, token.start, token.end)
        elif token.kind == "start":
            self._start(token)
        elif token.kind == "end":
            self._end(token)
        elif token.kind == "comment" and self._conditional:
            self._comment(token)

    def flush(self) -> None:
        """A block begins or ends: keep what was collected."""
        self._inline.end(self._writer)
        if not self._writer.length:
            return
        here = self._elements.top
        segment = self._writer.finish(
            here.role, group=here.group, column=here.column, level=here.level, language=self._foreign(here.language)
        )
        self._writer = SegmentWriter(self._base)
        if segment:
            self.result.segments.append(segment)
            if here.name == "title":
                self.result.metadata.setdefault("title", segment.text)

    def _foreign(self, language: str | None) -> str | None:
        return None if language == self.result.metadata.get("language") else language

    def _skip(self, token: Token) -> None:
        name, depth = self._skipped or ("", 0)
        if token.name == name and token.kind in ("start", "end"):
            depth += 1 if token.kind == "start" else -1
            self._skipped = (name, depth) if depth else None
            if not depth:
                self._take_drawn()
        elif self._drawn:
            self._drawn.take(token)

    def _take_drawn(self) -> None:
        """A drawing ends: its labels stand by themselves, its <title> is a tool tip."""
        if self._drawn:
            self._drawn.flush()
            drawn = self._drawn.result.segments
            self.result.segments += [replace(one, role=Role.ALT) if one.role is Role.TITLE else one for one in drawn]
            self._drawn = None

    def _start(self, token: Token) -> None:
        name, joining = token.name, token.name in _JOINING
        if not joining:
            self.flush()
        if name in _SKIPPED:
            if joining:
                self._writer.stand_in(MASK, token.start, token.end)
            if name not in ("style", "script"):
                self._attributes(token)
            if self._source[token.end - 2] != "/" or name not in ("svg", "math"):
                self._skipped = (name, 1)
                if name == "svg":
                    self._drawn = _Walk(self._source, self._base, Role.BODY, conditional=False)
            return
        own = self._attributes(token)
        if joining:
            self._inline.tag(self._writer, self._source, token.start, token.end)
        elif name not in VOID:
            self._elements.start(name, own)
        if name == "html" and self._elements.top.language:
            self.result.metadata.setdefault("language", self._elements.top.language)

    def _attributes(self, token: Token) -> dict[str, str]:
        """The start tag's attributes; what they say to people is kept."""
        if token.end - token.start <= len(token.name) + 3:
            return {}
        own = attributes.values(self._source[token.start : token.end])
        language = self._foreign(own.get("lang") or self._elements.top.language)
        self.result.segments += attributes.segments(self._source, token.start, token.end, self._base, language)
        return own

    def _end(self, token: Token) -> None:
        if token.name in _JOINING:
            self._inline.tag(self._writer, self._source, token.start, token.end)
        else:
            self.flush()
            self._elements.end(token.name)

    def _comment(self, token: Token) -> None:
        match = _CONDITIONAL.match(self._source, token.start, token.end)
        if match is None or match[1].isspace():
            return
        inside = read(match[1], self._base + match.start(1), self._elements.top.role, conditional=False)
        self.result.segments += inside.segments
