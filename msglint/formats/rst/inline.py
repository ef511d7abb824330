"""Inline markup of reStructuredText: emphasis joined, links and roles by what they show, literals masked.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#inline-markup
"""

import re

from msglint.formats.ahead import Ahead
from msglint.formats.mapped import MappedText
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment
from msglint.text.word_sets import word_sets

_NAMES = word_sets("rst-names")
_SPOKEN, _TARGETING = _NAMES["spoken-roles"], _NAMES["targeting-roles"]

_TOKEN = lazy_pattern(
    r"(?P<escape>\\(?s:.))"
    r"|(?P<literal>``)(?=\S)"
    r"|(?P<interpreted>(?::[A-Za-z][\w.+-]{0,40}(?::[\w.+-]{1,40}){0,2}:)?(?<!\w)`)(?=\S)"
    r"|(?P<emphasis>\*\*?)"
    r"|(?P<target>(?<!\w)_`)"
    r"|(?P<mark>`)"
    r"|(?P<note>\[(?:\d{1,4}|\#[\w-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_(?!\w))"
    r"|(?P<substitution>(?<!\w)\|[^|\s](?:[^|\n]{0,120}[^|\s])?\|_{0,2}(?!\w))"
    r"|(?P<reference>(?<=\w)__?(?!\w))"
)
_TARGETED = lazy_pattern(r"(?s:(?P<title>.*\S)?)\s*<(?P<target>[^<>]*)>\s*")
_SUFFIX = lazy_pattern(r"__?(?!\w)|:[A-Za-z][\w.+:-]{0,60}:")
_ESCAPE = lazy_pattern(r"\\(?s:.)")
_BEFORE_END = lazy_pattern(r"[^\s\\]\Z")


def segment(mapped: MappedText, role: Role, **where: str | int | None) -> Segment | None:
    """The segment of a block's text; None where it says nothing. `where`: more of SegmentWriter.finish's arguments."""
    inline = _Inline(mapped.text)
    inline.read()
    found = inline.writer.finish(role, **where)  # type: ignore[arg-type]
    return mapped.back(found) if found else None


class _Inline:
    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead = Ahead(text)
        self.writer = SegmentWriter()

    def read(self) -> None:
        text, position = self._text, 0
        while match := _TOKEN.search(text, position):
            self.writer.add(text, position, match.start())
            position = self._token(match)
        self.writer.add(text, position, len(text))

    def _token(self, match: "re.Match[str]") -> int:
        """Take in a token; returns where to go on."""
        start, end = match.span()
        kind = match.lastgroup
        if kind == "escape":
            self._escape(start)
        elif kind == "literal":
            close = self._ahead.find("``", end + 1)
            if close < 0:
                self.writer.add(self._text, start, end)
            else:
                end = close + 2
                self.writer.stand_in(MASK, start, end)
        elif kind == "interpreted":
            end = self._interpreted(start, end)
        elif kind == "emphasis" and not self._emphasises(start, end):
            self.writer.add(self._text, start, end)
        elif kind in ("note", "substitution"):
            self.writer.stand_in(MASK, start, end)
        return end

    def _escape(self, start: int) -> None:
        """A backslash: what follows is a character like any other, white space is nothing."""
        if not self._text[start + 1].isspace():
            self.writer.add(self._text, start + 1, start + 2)

    def _emphasises(self, start: int, end: int) -> bool:
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        opens = not after.isspace() and not before.isalnum()
        closes = not before.isspace() and not after.isalnum()
        return opens or closes

    def _interpreted(self, start: int, end: int) -> int:
        close = self._ahead.find("`", end)
        while close > 0 and not _BEFORE_END.search(self._text, close - 1, close):
            close = self._ahead.find("`", close + 1)
        if close < 0:
            self.writer.add(self._text, start, end)
            return end
        suffix = _SUFFIX.match(self._text, close + 1)
        name = self._text[start : end - 1].strip(":") or (suffix[0].strip(":_") if suffix else "")
        targeted = _TARGETED.fullmatch(self._text, end, close)
        stop = suffix.end() if suffix else close + 1
        coded = name and name.rpartition(":")[2] not in _SPOKEN
        if coded or (not targeted["title"] if targeted else name in _TARGETING):
            self.writer.stand_in(MASK, start, stop)
        else:
            self._plain(end, targeted.end("title") if targeted else close)
        return stop

    def _plain(self, start: int, end: int) -> None:
        position = start
        for match in _ESCAPE.finditer(self._text, start, end):
            self.writer.add(self._text, position, match.start())
            self._escape(match.start())
            position = match.end()
        self.writer.add(self._text, position, end)
