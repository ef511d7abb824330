"""JSON (RFC 8259) -> its string values with exact places. A loop and a stack: no depth makes it recurse."""

from collections.abc import Iterator
import re

from msgspec import Struct

from msglint.formats.mapped import MappedText
from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    r"[ \t\r\n]*+(?:"
    r'(?P<string>"[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*+")'
    rf"|(?P<scalar>-?\d[\d.eE+-]*+(?!\w)|true\b|false\b|null\b|{FILLER}++)"
    r"|(?P<mark>[\[\]{},:])"
    r"|(?P<end>\Z))"
)
_BLANK = lazy_pattern(r"[ \t\r\n]*+")
_LINE_BREAK = lazy_pattern(r"\r\n|[\r\n]")
_ESCAPE = lazy_pattern(
    r"\\(?:u([dD][89abAB][0-9A-Fa-f]{2})\\u([dD][c-fC-F][0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|(.))", re.DOTALL
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "b": "", "f": "\n"}
_WORD = lazy_pattern(r"[\w'’]{1,20}|[!-~]")
_OPENERS = {"]": "[", "}": "{"}


class JsonError(ValueError):
    """Not JSON; the message names the line, from 1."""

    def __init__(self, problem: str, source: str, at: int) -> None:
        line = sum(1 for _ in _LINE_BREAK.finditer(source, 0, at)) + 1
        super().__init__(f"{problem} (line {line})")


class JsonString(Struct, frozen=True):
    """A string value: source[start:end] is what stands between its quotes; `listed`: it is an array's."""

    start: int
    end: int
    listed: bool


def strings(source: str, lines: bool = False) -> Iterator[JsonString]:
    """All string values, in order; keys are not among them. Raises JsonError.

    lines  whether several values may follow one another (JSON Lines)
    """
    structure = _Structure()
    position = 0
    while match := _TOKEN.match(source, position):
        kind = match.lastgroup or ""
        if kind == "end":
            structure.end(source, lines)
            return
        if lines and not structure.open and structure.expected == "next":
            structure.expected = "value"
        is_value = structure.expected.startswith("value")
        if not structure.take(match["mark"] or kind, match.start(kind)):
            break
        if kind == "string" and is_value:
            start, end = match.span("string")
            yield JsonString(start + 1, end - 1, bool(structure.open) and structure.open[-1][0] == "[")
        position = match.end()
    blank = _BLANK.match(source, position)
    at = blank.end() if blank else position
    raise JsonError(_problem(source, at, structure.expected), source, at)


def _problem(source: str, at: int, expected: str) -> str:
    wanted = {"next": "a comma or a closing bracket"}.get(expected, expected)
    if source[at] == '"' and not _TOKEN.match(source, at):
        return "a string that does not end on its line"
    found = _WORD.match(source, at)
    return f"“{found[0]}” where {wanted} should stand" if found else f"text where {wanted} should stand"


class _Structure:
    """What is open, and what may come next: "value", "value or ]", "key", "key or }", ":", "next" (, or an end)."""

    def __init__(self) -> None:
        self.open: list[tuple[str, int]] = []
        self.expected = "value"

    def take(self, token: str, at: int) -> bool:
        """Go on behind a token; False where it may not stand."""
        expected = self.expected
        if token in ("[", "{") and expected in ("value", "value or ]"):
            self.open.append((token, at))
            self.expected = "value or ]" if token == "[" else "key or }"
        elif token in _OPENERS and self.open and self.open[-1][0] == _OPENERS[token]:
            if expected != "next" and not expected.endswith(f"or {token}"):
                return False
            self.open.pop()
            self.expected = "next"
        elif token == "," and expected == "next" and self.open:
            self.expected = "key" if self.open[-1][0] == "{" else "value"
        elif token == ":" and expected == ":":
            self.expected = "value"
        elif token == "string" and expected in ("key", "key or }"):
            self.expected = ":"
        elif token in ("string", "scalar") and expected in ("value", "value or ]"):
            self.expected = "next"
        else:
            return False
        return True

    def end(self, source: str, lines: bool) -> None:
        """The text ends here. Raises JsonError where it may not."""
        if self.open:
            raise JsonError(f"“{self.open[-1][0]}” is never closed", source, self.open[-1][1])
        if self.expected != "next" and not lines:
            raise JsonError("no value", source, len(source))


def content(masked: str, string: JsonString) -> MappedText:
    """What the string says; each escape stands for its character. `masked`: with placeholders overwritten."""
    mapped = MappedText()
    position = string.start
    if masked.find("\\", string.start, string.end) >= 0:
        for match in _ESCAPE.finditer(masked, string.start, string.end):
            mapped.verbatim(masked, position, match.start())
            mapped.stand_in(_meaning(match), *match.span())
            position = match.end()
    mapped.verbatim(masked, position, string.end)
    return mapped


def _meaning(match: "re.Match[str]") -> str:
    if match[1]:  # a surrogate pair
        return chr(0x10000 + ((int(match[1], 16) - 0xD800) << 10) + int(match[2], 16) - 0xDC00)
    if match[3]:
        code = int(match[3], 16)
        return chr(code) if code and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _NAMED.get(match[4], match[4])
