"""Inline markup of AsciiDoc: emphasis joined, links by what they show, monospace and attributes masked.

https://docs.asciidoctor.org/asciidoc/latest/text/
"""

from html import unescape
import re

from msglint.formats.ahead import Ahead
from msglint.formats.mapped import MappedText
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment
from msglint.text.word_sets import word_sets

_NAMES = word_sets("adoc-names")

_TOKEN = lazy_pattern(
    r"(?P<escape>\\(?=[*_`#+^~{\[<&:\]|(]|\w{2,6}:))"
    r"|(?P<curly>[\"']`(?=\S)|`[\"'](?!\w))"
    r"|(?P<pass>\+\+\+|\+\+|\$\$|(?<![\w+])\+(?=[^\s+]))"
    r"|(?P<code>``|(?<!\w)`(?=\S))"
    r"|(?P<styled>\[(?P<style>[.%\#]?[a-z][^\]\[\r\n]{0,80})\](?=[\#*_`]))"
    r"|(?P<emphasis>\*\*?|__?|\#\#?)"
    r"|(?P<url>\b(?:https?|ftp|irc)://[^\s\[\]<>]{1,2000}+\[)"
    r"|(?P<macro>(?<!\w)(?P<name>[a-z][a-z0-9]{1,20}):(?!:)[^\s\[\]]{0,400}+\[)"
    r"|(?P<reference><<[^<>\r\n]{1,300}>>)"
    r"|(?P<attribute>\{[\w-][\w:.-]{0,80}\})"
    r"|(?P<anchor>\[\[[^\[\]\r\n]{1,200}\]\])"
    r"|(?P<index>\(\(\(?|\)\)\)?)"
    r"|(?P<raised>\^[^\s^]{1,40}\^|~[^\s~]{1,40}~)"
    r"|(?P<break>[ \t]\+(?=\n|\Z))"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
)
_LINK_SETTINGS = lazy_pattern(r",[ \t]*[\w-]{1,40}=")
_NOTE_MARK = lazy_pattern(r"\^(?:\d{1,2}|[a-z*†‡])\^")
_CLOSERS = {"+++": "+++", "++": "++", "$$": "$$", "+": "+", "``": "``", "`": "`"}


def segments(mapped: MappedText, role: Role, **where: str | int | None) -> list[Segment]:
    """The segment of a block's text, after the footnotes and pictures in it; `where` is for SegmentWriter.finish."""
    inline = AdocInline(mapped.text)
    inline.read(0, len(mapped.text))
    main = inline.writer.finish(role, **where)  # type: ignore[arg-type]
    return [mapped.back(found) for found in (*inline.besides, main) if found]


class AdocInline:
    """Reads a block's text into `writer`; `besides` are footnotes and alternative texts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ahead = Ahead(text)
        self.writer = SegmentWriter()
        self.besides: list[Segment] = []
        self._marked: set[str] = set()  # emphasis that is open
        self._indexed = False  # whether a "((" is

    def read(self, start: int, end: int) -> None:
        """Read text[start:end]."""
        position = start
        while match := _TOKEN.search(self._text, position, end):
            self.writer.add(self._text, position, match.start())
            position = min(self._token(match, end), end)
        self.writer.add(self._text, position, end)

    def _token(self, match: "re.Match[str]", limit: int) -> int:
        """Take in a token; returns where to go on."""
        start, end = match.span()
        kind = match["styled"] and "styled" or match["macro"] and "macro" or match.lastgroup
        if kind == "escape":
            self.writer.add(self._text, end, end + 1)
            return end + 1
        if kind in ("pass", "code"):
            return self._opaque(match, limit)
        if kind in ("url", "macro"):
            return self._macro(match, limit)
        if kind == "styled":
            return self._styled(match, limit)
        if kind == "reference":
            return self._reference(start, end)
        if kind == "index":
            return self._index(match, limit)
        if kind == "emphasis" and not self._emphasises(match):
            self.writer.add(self._text, start, end)
        elif kind == "attribute":
            self.writer.stand_in(MASK, start, end)
        elif kind == "curly":
            quote = "“”" if '"' in match[0] else "‘’"
            self.writer.stand_in(quote[match[0][0] == "`"], start, end)
        elif kind == "raised":
            if _NOTE_MARK.fullmatch(match[0]) and self.writer.tail(3)[-3:].isalpha():
                self.writer.stand_in(MASK, start, end)  # "Lunch^1^", not "m^2^"
            else:
                self.writer.add(self._text, start + 1, end - 1)
        elif kind == "entity":
            self.writer.stand_in(unescape(match[0]), start, end)
        return end

    def _opaque(self, match: "re.Match[str]", limit: int) -> int:
        """Monospace, which is no prose, or text that is passed through as it stands."""
        start, end = match.span()
        close = self._ahead.find(_CLOSERS[match[0]], end)
        if not 0 <= close < limit:
            self.writer.add(self._text, start, end)
            return end
        stop = close + len(match[0])
        if match.lastgroup == "code" or "<" in self._text[end:close]:
            self.writer.stand_in(MASK, start, stop)
        else:
            self.writer.add(self._text, end, close)
        return stop

    def _styled(self, match: "re.Match[str]", limit: int) -> int:
        end = match.end("styled")
        if "line-through" not in match["style"]:
            return end
        mark = self._text[end]
        close = self._ahead.find(mark, end + 1 + (self._text[end + 1 : end + 2] == mark))
        if not 0 <= close < limit:
            return end
        stop = close + 1 + (self._text[close + 1 : close + 2] == mark)
        self.writer.stand_in(MASK, match.start(), stop)
        return stop

    def _emphasises(self, match: "re.Match[str]") -> bool:
        start, end = match.span()
        mark = match[0]
        before = self._text[start - 1] if start else " "
        after = self._text[end] if end < len(self._text) else " "
        if mark in self._marked and not before.isspace() and (len(mark) == 2 or not after.isalnum()):
            self._marked.remove(mark)
            return True
        opens = not after.isspace() and (len(mark) == 2 or not before.isalnum())
        if not opens or self._ahead.find(mark, end) < 0:
            return False  # "#1", "2*3"
        self._marked.add(mark)
        return True

    def _macro(self, match: "re.Match[str]", limit: int) -> int:
        start, end = match.start(), match.end("url") if match["url"] else match.end("macro")
        close = self._ahead.find("]", end)
        while close > 0 and self._text[close - 1] == "\\":
            close = self._ahead.find("]", close + 1)
        name = match["name"] or "link"
        if not 0 <= close < limit:
            self.writer.add(self._text, start, end)
            return end
        if name in _NAMES["shown-macros"] and close > end:
            settings = _LINK_SETTINGS.search(self._text, end, close)
            self.read(end, (settings.start() if settings else close) - (self._text[close - 1] == "^" and not settings))
            return close + 1
        self.writer.stand_in(MASK, start, close + 1)
        if name in _NAMES["alt-macros"]:
            comma = self._text.find(",", end, close)
            self._beside(Role.ALT, end, comma if comma >= 0 else close)
        elif name in ("footnote", "footnoteref"):
            self._beside(Role.NOTE, end, close)
        return close + 1

    def _beside(self, role: Role, start: int, end: int) -> None:
        inline = AdocInline(self._text[start:end])
        inline.writer = SegmentWriter(start)
        inline.read(0, end - start)
        if segment := inline.writer.finish(role):
            self.besides.append(segment)

    def _reference(self, start: int, end: int) -> int:
        comma = self._text.find(",", start, end)
        if comma < 0:
            self.writer.stand_in(MASK, start, end)
        else:
            shown = self._text[comma + 1 : end - 2]
            self.writer.add(self._text, comma + 1 + len(shown) - len(shown.lstrip()), end - 2)
        return end

    def _index(self, match: "re.Match[str]", limit: int) -> int:
        """(((hidden, entry))) or ((an entry that is shown))."""
        if match[0] == "(((":
            close = self._ahead.find(")))", match.end())
            if 0 <= close < limit:
                return close + 3
        opens = match[0][0] == "("
        if self._indexed == opens or (opens and self._ahead.find("))", match.end()) < 0):
            self.writer.add(self._text, *match.span())
        else:
            self._indexed = opens
        return match.end()
