"""RTF cut into tokens, linear in its length; what bytes and escapes stand for in its code pages.

Rich Text Format Specification 1.9.1.
"""

import codecs
from collections.abc import Iterator, Mapping
import re
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern

_TOKEN = lazy_pattern(
    rb"\\'(?P<hex>[0-9A-Fa-f]{2})|\\(?P<word>[A-Za-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\(?P<symbol>.)"
    rb"|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.DOTALL,
)
# \fcharsetN of the font table -> Windows code page.
_CHARSETS: Mapping[int, str] = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "cp1361", 134: "cp936", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_NAMED = {"ansi": "cp1252", "mac": "mac_roman", "pc": "cp437", "pca": "cp850"}


class Token(NamedTuple):
    """`kind` is "{", "}", "word", "byte" (one of \\'xx), "symbol" or "text"; `value` the word, symbol or bytes; bytes
    [start, end) of the file."""

    kind: str
    value: bytes
    number: int | None
    start: int
    end: int


def tokens(data: bytes) -> Iterator[Token]:
    """All tokens but line breaks, which mean nothing. The bytes of \\binN are passed over."""
    position = 0
    while match := _TOKEN.match(data, position):
        start, position = match.span()
        kind = match.lastgroup
        if match["word"]:
            number = int(match["number"]) if match["number"] else None
            if match["word"] == b"bin" and number and number > 0:
                position += number
            else:
                yield Token("word", match["word"], number, start, position)
        elif kind == "hex":
            yield Token("byte", bytes([int(match["hex"], 16)]), None, start, position)
        elif kind == "brace":
            yield Token(match["brace"].decode("ascii"), b"", None, start, position)
        elif kind:
            yield Token(kind, match[kind], None, start, position)


def code_page(word: str, number: int | None) -> str | None:
    """The Python codec that \\ansi, \\mac, \\ansicpgN or \\fcharsetN names; None for other words and unknown pages."""
    if word == "fcharset":
        return _CHARSETS.get(number or 0)
    if word != "ansicpg":
        return _NAMED.get(word)
    for name in (f"cp{number}", {65001: "utf-8", 10000: "mac_roman"}.get(number or 0, "")):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return None
