"""What in prose is no prose: addresses, paths, file names, identifiers, placeholders. Located, never changed."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
import re

from msglint.model.document import MASK
from msglint.text.word_classes import word_class


class MaskKind(Enum):
    ADDRESS = "address"  # URL, e-mail address, path, file name, handle, placeholder: nothing in it is said
    HOST = "host"  # a bare host name, which may be a name itself: Login.gov
    IDENTIFIER = "identifier"  # snake_case and its kin: said to machines, shown only as `possible`


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    kind: MaskKind


_FILE_TYPES = "|".join(sorted(word_class("file-types"), key=len, reverse=True))
_TLD = f"(?:{'|'.join(sorted(word_class('top-level-domains'), key=len, reverse=True))})"
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"

# Order matters: the first alternative that matches at a place takes it.
_PATTERN = re.compile(
    rf"""
      (?P<placeholder> \{{\{{.{{0,200}}?\}}\}} | \{{%.{{0,200}}?%\}} | \$\{{[^}}\n]{{0,100}}\}} | \{{[\w.]{{1,60}}\}}
                     | %%[^%\n]{{1,80}}%% | \*\|[^|\n]{{1,80}}\|\* | <<[^<>\n]{{1,80}}>> )
    | (?P<url> \b[a-z][a-z0-9+.-]{{1,20}}://[^\s<>"”“]+ | \b(?:mailto|tel|sms):[^\s<>"”“]+ | \bwww\.[^\s<>"”“]+ )
    | (?P<email> [\w.+-]{{1,64}}@{_LABEL}(?:\.{_LABEL})+ )
    | (?P<handle> (?<![\w@])@\w[\w.-]* )
    | (?P<hosted> \b{_LABEL}(?:\.{_LABEL})*\.{_TLD}(?::\d+)?(?:/|[?]\w)[^\s<>"”“]* )
    | (?P<path> (?<![\w/.])(?:~|\.{{1,2}})?[/\\][\w.@%+-]+(?:[/\\][\w.@%+#?=&-]*)*
              | \b[A-Za-z]:\\[^\s"<>|]+
              | \b[\w.-]+(?:[/\\][\w.-]+)+\.(?:{_FILE_TYPES})\b
              | \b[a-z0-9][a-z0-9_.-]*(?:/[a-z0-9][a-z0-9_.-]*){{2,}}/? )
    | (?P<file> \b[\w-]+(?:\.[\w-]+)*\.(?:{_FILE_TYPES})\b(?!\.\w) )
    | (?P<host> \b(?:{_LABEL}\.)+{_TLD}\b(?![\w-]) )
    | (?P<option> (?<![\w-])--?[a-z][\w-]+=? (?=[\s=,.)]|$) )
    | (?P<identifier> \b\w*[^\W_]_[^\W_]\w*\b | \b_\w+\b | \b[\w.]+\(\) | \b\w+(?:::\w+)+
                    | (?-i: \b(?:[a-z_][a-z0-9_]*\.)+[a-z_][a-z0-9_]*\b | \b[a-z]+[0-9]*(?:[A-Z][a-z0-9]*)+\b ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRAILING = ".,;:!?'\"’”)]}*_"
"""What ends a sentence rather than the address before it."""
_TRIGGERS = re.compile(r"[._/\\@{%$<|(:-]|[a-z][A-Z]")

_KINDS = {"host": MaskKind.HOST, "identifier": MaskKind.IDENTIFIER, "option": MaskKind.IDENTIFIER}


@lru_cache(maxsize=64)
def masks(text: str) -> tuple[Span, ...]:
    """The spans of a text that are no prose, in order, none overlapping."""
    if not _TRIGGERS.search(text):
        return ()
    found = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind in ("url", "hosted", "path"):
            while end > start and text[end - 1] in _TRAILING and not _closes(text, start, end):
                end -= 1
        found.append(Span(start, end, _KINDS.get(kind, MaskKind.ADDRESS)))
    return tuple(found)


def _closes(text: str, start: int, end: int) -> bool:
    """Whether the bracket before `end` closes one inside the address: /wiki/Lunch_(meal)."""
    return text[end - 1] == ")" and text.count("(", start, end) >= text.count(")", start, end)


def mask_spans(text: str) -> list[tuple[int, int]]:
    """All spans not to be searched for words of any kind (identifiers and hosts included), MASK characters too."""
    spans = [(span.start, span.end) for span in masks(text)]
    return sorted(spans + [(i, i + 1) for i, character in enumerate(text) if character == MASK])
