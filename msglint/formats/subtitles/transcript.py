"""Cues -> segments: one sentence, one segment, however many cues it runs over, so that a name broken over two is found.

Lines and cues are joined by line breaks; `places` tells the time code of each cue. A segment ends where a sentence
ends with its cue, where somebody else speaks, or after a silence. What a caller says is a quotation.
"""

from collections.abc import Iterator
from html import unescape
import re

from msgspec.structs import replace

from msglint.formats.paragraphs import Line
from msglint.formats.pieces import SegmentWriter
from msglint.formats.subtitles.cues import Cue
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text.quotes import said_by_others

_MARKUP = lazy_pattern(
    r"<v(?:\.[^\s<>]*)?[ \t]+(?P<voice>[^<>\r\n]{1,80})>"
    r"|</?[A-Za-z](?:[^<>\r\n]{0,200})>|<[\d:.]{4,16}>"  # tags, and the times of karaoke
    r"|\{\\[^{}\r\n]{1,80}\}"  # SubStation's styles, which SubRip players accept: {\an8}
    r"|&(?:amp|lt|gt|nbsp|lrm|rlm|quot|#\d{1,6}|#[xX][0-9A-Fa-f]{1,6});"
)
_LABEL = lazy_pattern(
    r"[ \t]*(?:>>[ \t]*)?([A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,2})(?: ?\([^()\r\n]{0,40}\))?:(?=[ \t]|$)"
)
_TURN = lazy_pattern(r"[ \t]*(?:>>|[-–—])[ \t]*(?=\w)")
_END = lazy_pattern(r"[.!?…][\"'”’)\]]*\s*\Z")
_SILENCE = 5
"""Seconds between two cues from which on they are no longer one sentence."""
_LONGEST = 100
"""Cues of one segment: captions that a machine made have no full stops."""


def segments(masked: str, cues: list[Cue]) -> Iterator[Segment]:
    """The segments of a transcript; `masked` is its source with placeholders overwritten."""
    turn = _Turn(masked)
    before: Cue | None = None
    for cue in cues:
        if before and cue.start - before.end >= _SILENCE:
            yield from turn.flush()
        turn.cues += 1
        if turn.cues > _LONGEST or _END.search(turn.text):
            yield from turn.flush()
        for number, line in enumerate(cue.lines):
            yield from turn.take(line, cue, number == 0)
        before = cue
    yield from turn.flush()


class _Turn:
    """What is being said, and by whom."""

    def __init__(self, masked: str) -> None:
        self._masked = masked
        self._writer = SegmentWriter()
        self._places: list[tuple[int, str]] = []
        self._speaker: str | None = None
        self.cues = 0

    @property
    def text(self) -> str:
        """The end of what was said so far."""
        return self._writer.tail(8)

    def flush(self) -> Iterator[Segment]:
        """The segment so far."""
        spoken = f"{self._speaker}: so"
        theirs = self._speaker and said_by_others(spoken, len(spoken) - 2, len(spoken))
        segment = self._writer.finish(Role.QUOTE if theirs else Role.BODY)
        if segment:
            yield replace(segment, place=self._places[0][1], places=tuple(self._places[1:]))
        self._writer, self._places, self.cues = SegmentWriter(), [], 1

    def take(self, line: Line, cue: Cue, first: bool) -> Iterator[Segment]:
        """Add a line of a cue, its `first` one; where somebody (else) begins to speak, what was said before ends."""
        voice, label = self._voice(line), _LABEL.match(self._masked, line.start, line.end)
        turn = _TURN.match(self._masked, line.start, line.end)
        if voice and voice["voice"].strip() != self._speaker or label or turn:
            yield from self.flush()
            self._speaker = voice["voice"].strip() if voice else label[1] if label else None
        opened = not self._writer.length
        if not opened:
            self._writer.glue("\n")
        if first or opened:
            self._places.append((self._writer.length, cue.place))
        if opened and voice:
            self._writer.add(self._masked, *voice.span("voice"))
            self._writer.glue(": ")
        self._inline(turn.end() if turn else line.start, line.end)

    def _voice(self, line: Line) -> "re.Match[str] | None":
        match = _MARKUP.match(self._masked, line.start, line.end)
        return match if match and match["voice"] else None

    def _inline(self, start: int, end: int) -> None:
        """Add a line without its tags."""
        position = start
        text = self._masked
        while position < end and text[position] in " \t":
            position += 1
        for match in _MARKUP.finditer(text, position, end):
            self._writer.add(text, position, match.start())
            position = match.end()
            if match[0][0] == "&":
                self._writer.stand_in(unescape(match[0]), *match.span())
        self._writer.add(text, position, end)
