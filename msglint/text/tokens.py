"""Words and what stands between them: the units that names are matched in."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice
import re
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
_SAINTS = frozenset(("st", "mt", "ft", "dr"))
_FOREIGN = lazy_pattern(r"[^\x00-\x7f]")
_PLAIN = str.maketrans({sign: sign.lower() if sign.isalnum() or sign == "'" else " " for sign in map(chr, range(128))})
_LOOSE = lazy_pattern(r"'(?:(?<![a-z0-9]')|(?![a-z0-9]))")
"""An apostrophe that stands within no word."""
_SPACED = lazy_pattern(r"\S+")
_WRAPPED_HYPHEN = lazy_pattern(r"-[ \t]*(?:\r\n|\n|\r)[ \t]*\Z")
_fold = lru_cache(maxsize=65_536)(fold)
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


class Words:
    """The words of a text, `keys` folded, where no more need be known of most; "&" and "+" are words of their own."""

    def __init__(self, text: str) -> None:
        self._normalised = normalise(text)
        self._plain = _plain(self._normalised.text)
        if self._plain:
            self.keys = self._plain.split()  # in a third of the time
        else:
            self._parts = _WORD.split(self._normalised.text)
            self.keys = list(map(_fold, self._parts[1::2]))

    def starts(self, places: Iterable[int]) -> Iterator[int]:
        """Where the words with these numbers, in order, begin in the text."""
        if self._plain:
            return map(self._normalised.start, _those(places, map(re.Match.start, _SPACED.finditer(self._plain))))
        ends = accumulate(map(len, self._parts))
        return map(self._normalised.start, _those(places, islice(ends, 0, None, 2)))


def _plain(text: str) -> str:
    """A normalised text's folded words in their places, only spaces between them; "" where that is not all there is."""
    if not text.isascii():
        foreign = _FOREIGN.findall(text)
        if any(map(str.isalnum, foreign)):
            return ""
        text = _FOREIGN.sub(" ", text)
    if "&" in text or "+" in text:
        return ""
    plain = text.translate(_PLAIN)
    return _LOOSE.sub(" ", plain) if "'" in plain else plain


def _those(places: Iterable[int], each: Iterator[int]) -> Iterator[int]:
    """What stands at these places, in order."""
    done = 0
    for place in places:
        yield next(islice(each, place - done, None))
        done = place + 1


@lru_cache(maxsize=64)
def tokenize(text: str) -> tuple[Token, ...]:
    """All words of a text, in order; "&" and "+" are words of their own."""
    return tuple(tokens_between(text, 0, len(text)))


def tokens_between(text: str, first: int, last: int) -> Iterator[Token]:
    """The words of text[first:last]."""
    normalised = normalise(text[first:last])
    parts = _WORD.split(normalised.text)  # gap, word, gap, …, word, gap
    at = list(accumulate(map(len, parts), initial=first))
    starts, ends, words = at[1:-1:2], at[2::2], parts[1::2]
    if normalised.origin is not None:
        starts = [first + normalised.start(start - first) for start in starts]
        ends = [first + normalised.end(end - first) for end in ends]
    keys = list(map(str.lower if normalised.text.isascii() else _fold, words))
    gaps = [gap if gap in _SIMPLE else _gap(gap, key) for gap, key in zip(parts[2:-1:2], keys, strict=False)]
    return map(Token, starts, ends, keys, words, (BREAK, *gaps))


def stretch_around(text: str, at: int) -> tuple[int, int]:
    """The span around a character that full stops part from the rest, if not all of it: no name reaches across one."""
    first = text.rfind(". ", 0, at) + 1
    last = text.find(". ", at)
    return (
        0 if first and _abbreviated(text, first - 1) else first,
        len(text) if last < 0 or _abbreviated(text, last) else last,
    )


def _abbreviated(text: str, stop: int) -> bool:
    """Whether a full stop may belong to the word before it."""
    before = text[max(0, stop - 2) : stop]
    return before.lower() in _SAINTS or not before.isascii()


def _gap(between: str, word_before: str) -> str:
    if word_before.endswith("s") and between.startswith("'"):
        between = between[1:]  # the plural's possessive: chefs' table
    if _PLAIN_SPACE.match(between):
        return " " if between else ""
    if _WRAPPED_HYPHEN.match(between):
        return WRAP
    if between == "–":
        return "-"
    if between[0] == "." and between[1:].isspace() and word_before in _SAINTS:
        return " "  # St. John's
    return between if len(between) == 1 else BREAK
