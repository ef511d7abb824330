"""Words and what stands between them: the units that names are matched in."""

from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern
from msglint.text.normalise import fold, normalise

BREAK = "|"
"""The gap that no name reaches across: punctuation, a dash, a mask, a new paragraph."""

WRAP = "~"
"""The gap of a word hyphenated at a line's end, or of a compound broken after its hyphen: there is no telling which."""

SOFT = frozenset(("", " ", "-", WRAP))
"""Gaps that do not tell one name from another."""

_WORD = lazy_pattern(r"([^\W_]+(?:'[^\W_]+)*|[&+])")
_SIMPLE = frozenset(("", " ", "-"))
_WRAPPED_HYPHEN = lazy_pattern(r"-[ \t]*(?:\r\n|\n|\r)[ \t]*\Z")
_PLAIN_SPACE = lazy_pattern(r"[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?\Z")


class Token(NamedTuple):
    """A word of a text.

    start, end   its span in the written text
    key          folded: no case, no accents, no invisible characters
    written      normalised, with its case
    gap          what stands before it: "" nothing, " " white space, "-" a hyphen, WRAP, BREAK, else a sign: ".", "_"
    """

    start: int
    end: int
    key: str
    written: str
    gap: str


@lru_cache(maxsize=64)
def tokenize(text: str) -> tuple[Token, ...]:
    """All words of a text, in order; "&" and "+" are words of their own."""
    normalised = normalise(text)
    parts = _WORD.split(normalised.text)  # gap, word, gap, …, word, gap
    at = list(accumulate(map(len, parts)))
    starts, ends, words = at[:-1:2], at[1::2], parts[1::2]
    if normalised.origin is not None:
        starts, ends = list(map(normalised.start, starts)), list(map(normalised.end, ends))
    keys = list(map(str.lower if normalised.text.isascii() else fold, words))
    gaps = [gap if gap in _SIMPLE else _gap(gap, key) for gap, key in zip(parts[2:-1:2], keys, strict=False)]
    return tuple(map(Token, starts, ends, keys, words, (BREAK, *gaps)))


def _gap(between: str, word_before: str) -> str:
    if word_before.endswith("s") and between.startswith("'"):
        between = between[1:]  # the plural's possessive: chefs' table
    if _PLAIN_SPACE.match(between):
        return " " if between else ""
    if _WRAPPED_HYPHEN.match(between):
        return WRAP
    if between == "–":
        return "-"
    if between[0] == "." and between[1:].isspace() and word_before in ("st", "mt", "ft", "dr"):
        return " "  # St. John's
    return between if len(between) == 1 else BREAK
