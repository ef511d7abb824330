"""turbohtml's tokens with offsets in place of lines and columns; no turbohtml object leaves this module."""

from collections.abc import Iterator
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern

_LINE_BREAK = lazy_pattern("\n")
_KINDS = ("text", "start", "end", "comment", "doctype", "reference", "instruction")  # in the order of TokenType


class Token(NamedTuple):  # one is made per tag and run of text: a dataclass would take a third longer
    """source[start:end] is how the token is written; `name` of a tag in lower case; `data` what a reference means."""

    kind: str
    start: int
    end: int
    name: str
    data: str


def tokens(source: str) -> Iterator[Token]:
    """The tokens of `source`, in order. Text comes in as many tokens as it has verbatim runs."""
    from turbohtml import tokenize

    # The tokenizer turns \r\n and \r into \n, as HTML demands. Done here at equal length, all its lengths stay true.
    source = source.replace("\r\n", " \n").replace("\r", "\n") if "\r" in source else source
    lines = [0, *(match.end() for match in _LINE_BREAK.finditer(source))]
    for token in tokenize(source, resolve_references=False, capture_source=True, capture_attributes=False):
        start = lines[token.line - 1] + token.col
        kind, data = _KINDS[token.type], token.data or ""
        if kind != "text":
            yield Token(kind, start, start + len(token.source or ""), token.tag or "", data)
        elif source.startswith(data, start):
            yield Token(kind, start, start + len(data), "", data)
        else:
            yield from _runs(source, start, data)


def _runs(source: str, start: int, data: str) -> Iterator[Token]:
    """Text around "</>", which the tokenizer drops without a token."""
    taken = 0
    while taken < len(data):
        gap = source.find("</>", start)
        length = min(len(data) - taken, (gap if gap >= 0 else len(source)) - start)
        if length <= 0 and gap < 0 or not data.startswith(source[start : start + length], taken):
            return
        if length:
            yield Token("text", start, start + length, "", source[start : start + length])
        taken += length
        start += length + 3
