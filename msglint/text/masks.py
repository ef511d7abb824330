"""What in prose is no prose: addresses, paths, file names, identifiers, placeholders. Located, never changed."""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK
from msglint.text.word_classes import word_class


class MaskKind(Enum):
    ADDRESS = "address"  # URL, e-mail address, path, file name, handle, placeholder: nothing in it is said
    HOST = "host"  # a bare host name, which may be a name itself: Login.gov
    IDENTIFIER = "identifier"  # snake_case and its kin: said to machines, shown only as `possible`


class Span(Struct, frozen=True):
    start: int
    end: int
    kind: MaskKind


_FILE_TYPES = "|".join(sorted(word_class("file-types"), key=len, reverse=True))
_TLD = f"(?:{'|'.join(sorted(word_class('top-level-domains'), key=len, reverse=True))})"
_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"  # RFC 1035: at most 63 characters

# Order matters: the first alternative that matches at a place takes it.
_PATTERN = lazy_pattern(
    rf"""
      (?P<placeholder> \{{\{{.{{0,200}}?\}}\}} | \{{%.{{0,200}}?%\}} | \$\{{[^}}\n]{{0,100}}\}} | \{{[\w.]{{1,60}}\}}
                     | %%[^%\n]{{1,80}}%% | \*\|[^|\n]{{1,80}}\|\* | <<[^<>\n]{{1,80}}>> )
    | (?P<url> \b[a-z][a-z0-9+.-]{{1,20}}://[^\s<>"”“]{{1,2000}}
           | \b(?:mailto|tel|sms):[^\s<>"”“]{{1,2000}} | \bwww\.[^\s<>"”“]{{1,2000}} )
    | (?P<email> (?<![\w.+-])[\w.+-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+ )
    | (?P<handle> (?<![\w@])@\w[\w.-]* )
    | (?P<hosted> (?<![\w.-]){_LABEL}(?:\.{_LABEL}){{0,8}}\.{_TLD}(?::\d+)?(?:/|[?]\w)[^\s<>"”“]{{0,2000}} )
    | (?P<path> (?<![\w/.])(?:~|\.{{1,2}})?[/\\][\w.@%+-]+(?:[/\\][\w.@%+#?=&-]*)*
              | \b[A-Za-z]:\\[^\s"<>|]+
              | (?<![\w./\\-])[\w.-]{{1,100}}(?:[/\\][\w.-]{{1,100}}){{1,30}}\.(?:{_FILE_TYPES})\b
              | (?<![\w./-])[a-z0-9][a-z0-9_.-]*(?:/[a-z0-9][a-z0-9_.-]*){{2,}}/? )
    | (?P<file> (?<![\w.-])[\w-]{{1,100}}(?:\.[\w-]{{1,50}}){{0,9}}\.(?:{_FILE_TYPES})\b(?!\.\w) )
    | (?P<host> (?<![\w.-])(?:{_LABEL}\.){{1,8}}{_TLD}\b(?![\w-]) )
    | (?P<variable> \$[a-z_]\w*\b )
    | (?P<option> (?<![\w-])--?[a-z][\w-]+=? (?=[\s=,.)]|$) )
    | (?P<identifier> \b\w*[^\W_]_[^\W_]\w*\b | \b_\w+\b | (?<![\w.])[\w.]{{1,100}}\(\) | \b\w+(?:::\w+)+
                    | (?-i: (?<![\w.])(?:[a-z_][a-z0-9_]*\.)+[a-z_][a-z0-9_]*\b
                            | \b[a-z]+[0-9]*(?:[A-Z][a-z0-9]*)+\b ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SLUG = lazy_pattern(r"\s*([a-z]+-[a-z]+(?:-[a-z0-9]+)*)\s*")
"""A text that is nothing else: the handle, key or category of a catalogue ("business-lunch"), not a word of prose."""
_TRAILING = ".,;:!?'\"’”)]}*_"
"""What ends a sentence rather than the address before it."""
_SIGNS = lazy_pattern(
    r"[_/\\@{.(:%*<$-](?:(?<=[_/\\@{])|(?<=\.)\w|(?<=\()\)|(?<=:)\S|(?<=%)%|(?<=\*)\||(?<=<)<|(?<=[$-])[^\W\d_])"
)
_CAMEL = lazy_pattern(r"[A-Z](?<=[a-z0-9].)")
"""What each alternative has, or more; led by one set, which is passed over fast."""

_LIKELY = lazy_pattern(
    r"(?<!\S)\S*?(?:[_/\\@{]|\.\w|[\w.]\(\)|::|%%|\*\||<<|\$[a-z]|(?<![\w-])--?[a-z]|(?:mailto|tel|sms):|www\."
    r"|(?-i:[a-z][0-9]*[A-Z]))\S*",
    re.IGNORECASE,
)
"""What stands between white space and has something of an alternative: most sentences have a full stop, and no such."""

_KINDS = {
    "host": MaskKind.HOST,
    "identifier": MaskKind.IDENTIFIER,
    "option": MaskKind.IDENTIFIER,
    "variable": MaskKind.IDENTIFIER,
}


@lru_cache(maxsize=64)
def masks(text: str) -> tuple[Span, ...]:
    """The spans of a text that are no prose, in order, none overlapping."""
    if not (_SIGNS.search(text) or _CAMEL.search(text)):
        return ()
    if slug := _SLUG.fullmatch(text):
        return (Span(*slug.span(1), MaskKind.IDENTIFIER),)
    found = []
    for match in _matches(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind in ("url", "hosted", "path"):
            while end > start and text[end - 1] in _TRAILING and not _closes(text, start, end):
                end -= 1
        found.append(Span(start, end, _KINDS.get(kind, MaskKind.ADDRESS)))
    return tuple(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """All matches of the pattern, which is slow; only placeholders reach across white space."""
    if "{" in text or "%%" in text or "*|" in text or "<<" in text:
        yield from _PATTERN.finditer(text)
        return
    for run in _LIKELY.finditer(text):
        yield from _PATTERN.finditer(text, *run.span())


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the bracket before `end` closes one inside the address: /wiki/Lunch_(meal)."""
    return text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end)


def mask_spans(text: str) -> list[tuple[int, int]]:
    """All spans not to be searched for words of any kind (identifiers and hosts included), MASK characters too."""
    spans = [(span.start, span.end) for span in masks(text)]
    if MASK not in text:
        return spans
    return sorted(spans + [(i, i + 1) for i, character in enumerate(text) if character == MASK])
