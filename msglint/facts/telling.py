"""Does a sentence claim what it says? Past, supposed, others' and denied words are no claims of ours."""

from functools import cache
from pathlib import Path
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.text.quotes import said_by_others
from msglint.text.sentences import sentence_at
from msglint.text.words import is_ordinary

_DATA = Path(__file__).parent / "data" / "telling-cues.txt"
_AT = lazy_pattern(r"\b[Aa]t (?:the )?([A-Z][\w&’']+(?: [A-Z&][\w&’']*)*)")
_OWNER = lazy_pattern(r"([A-Z][a-z]+)['’]s\s")
_PAST_HEADER = lazy_pattern(
    r"\b(?:was|old|before|previous(?:ly)?|former|until|history|past|19\d\d|20\d\d)\b", re.IGNORECASE
)
_ASIDE = lazy_pattern(
    r"\b(?:competit\w+|history|changelog|change log|release notes|myths?|archive|draft|proposals?|benchmarks?"
    r"|mistakes|results|report|retrospective|minutes|review)\b",
    re.IGNORECASE,
)
_REACH = 600
"""Characters to both sides in which a cue counts; a sentence longer than that is none."""
CLAIMS = ("past", "supposed", "theirs", "denied")


@cache
def _cues(kind: str) -> tuple[re.Pattern[str], ...]:
    cues: dict[str, list[re.Pattern[str]]] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("[") and line.endswith("]") and line[1:-1].isalpha():
            current = cues.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            current.append(re.compile(line, re.IGNORECASE))
    return tuple(cues[kind])


def is_claim(text: str, start: int, end: int, *, measured: bool, organization: str | None, quotation: str = "") -> bool:
    """Whether the sentence around text[start:end] says it of ourselves, of now, and as something that holds.

    With `measured`, what was counted ("the average was 72") is no claim either: a fact is a bound, not a result.
    """
    first, last = sentence_at(text, start)
    first, last = max(first, start - _REACH), min(last, end + _REACH)
    sentence = " ".join(text[first:last].split())
    if sentence.rstrip("\"'”’)*_ ").endswith("?") or said_by_others(text, start, end, quotation):
        return False
    kinds = (*CLAIMS, "measured") if measured else CLAIMS
    # What a definition says of its object may be a mere possibility: "homes that could be connected".
    around = sentence if measured else " ".join((text[first:start] + text[end:last]).split())
    if any(cue.search(around if kind == "supposed" else sentence) for kind in kinds for cue in _cues(kind)):
        return False
    owner = _OWNER.match(sentence)
    if owner and not is_ordinary(owner[1].casefold()) and not _is_ours(owner[1], organization):
        return False
    at = _AT.search(sentence)
    return at is None or _is_ours(at[1], organization)


def _is_ours(name: str, organization: str | None) -> bool:
    return (organization or "").casefold().startswith(name.casefold().split()[0])


def is_past_header(header: str) -> bool:
    """Whether a column headed so tells what was: "Was", "Old", "2025"."""
    return bool(_PAST_HEADER.search(header))


def is_aside(title: str) -> bool:
    """Whether a section of that title tells of others, of results or of what is only proposed."""
    return bool(_ASIDE.search(title))
