"""Offers told truly: one that says itself that it is over, or to come. The cues are data/telling.txt."""

from collections.abc import Sequence
from functools import cache, lru_cache
import re

from msglint.offers.tables import blocks

_OFFER = "\ue000"
_REACH = 400
"""Characters to each side of an offer's words that are searched for a cue; more than a long sentence has."""


@cache
def _cues(title: str) -> tuple[re.Pattern[str], ...]:
    lines = (line.replace(r"OFFER\b", "OFFER").replace("OFFER", _OFFER) for line in blocks("telling")[title])
    return tuple(re.compile(line, re.IGNORECASE) for line in lines)


def _tells(title: str, sentence: str) -> bool:
    return any(cue.search(sentence) for cue in _cues(title))


def marked(text: str, span: tuple[int, int], places: Sequence[tuple[int, int]]) -> str:
    """text[span], folded, with a mark for each of the places in it."""
    if not places:
        return " ".join(text[span[0] : min(span[1], span[0] + 2 * _REACH)].split())
    first, last = max(span[0], places[0][0] - _REACH), min(span[1], places[-1][1] + _REACH)
    made, at = [], first
    for start, end in sorted(places):
        if at <= start and end <= last:
            made += [text[at:start], _OFFER]
            at = end
    return " ".join("".join((*made, text[at:last])).replace("*", "").replace("_", " ").split())


def over(sentence: str) -> bool:
    """Whether a marked sentence tells of an offer that has ended."""
    return _tells("over", sentence)


def asked(sentence: str) -> bool:
    """Whether a marked sentence asks about an offer, or tells of someone who does."""
    return _tells("asked", sentence)


def ahead(sentence: str) -> bool:
    """Whether a marked sentence tells of an offer that is to come."""
    return _tells("ahead", sentence)


def over_in_row(text: str) -> bool:
    """Whether another cell of a row says that what it is about has ended."""
    return _tells("over-row", text)


def ahead_in_row(text: str) -> bool:
    """Whether another cell of a row says that what it is about is to come."""
    return _tells("ahead-row", text)


def over_by_title(title: str) -> bool:
    """Whether a heading is about what has ended."""
    return _tells("over-title", title)


def ahead_by_title(title: str) -> bool:
    """Whether a heading is about what is to come."""
    return _tells("ahead-title", title)


@lru_cache(maxsize=64)
def in_doubt(text: str) -> bool:
    """Whether another sentence near an offer says of "it" that it is over, or to come."""
    return _tells("doubt", text)
