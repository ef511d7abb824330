"""Where sentences end: enough to keep a cue ("formerly") within the sentence it belongs to. No language model."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
import re

from msglint.lazy_pattern import lazy_pattern

# The next sentence does not begin with a small letter: "approx. 20 people" and "at 5 p.m. we" do not end one.
# Led by one set, which is passed over fast.
_END = lazy_pattern(r"[.!?…\n](?:(?<!\n)[.!?…]*[\"'”’)\]]*\s+(?=[^\sa-z])|(?<=\n)[ \t]*\n\s*)")
_ABBREVIATIONS = (
    "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "Sr", "Jr", "vs", "approx", "incl", "excl", "ca", "No", "Nr",
    "e.g", "i.e", "p.p", "p.a",
)  # fmt: skip
_ABBREVIATION = lazy_pattern(rf"\b(?:{'|'.join(map(re.escape, _ABBREVIATIONS))}|[A-Z])\.\Z")
_THEIR_ENDS = frozenset(abbreviation[-2:] for abbreviation in _ABBREVIATIONS)
"""Most words before a full stop end otherwise, and the pattern need not be asked."""
_NUMBERED = lazy_pattern(r"\b(?:nos?|nr|art|fig|tel|ext|ref|inv)\.\Z", re.I)  # only before a number: "Yes or no. We"
_LONGEST = 2_000
"""Characters. What is judged sentence by sentence costs up to the square of a sentence's length."""


@lru_cache(maxsize=4096)  # finders, binders and findings ask in turn, each for all of a document
def sentence_starts(text: str) -> tuple[int, ...]:
    """The index at which each sentence of a text begins; the first is 0."""
    starts = [0]
    for match in _END.finditer(text):
        stop, start = match.span()
        if text[stop] == "." and _abbreviates(text, stop):
            continue
        if text[start : start + 1].isdigit() and _NUMBERED.search(text, max(0, stop - 6), stop + 1):
            continue
        if start < len(text):
            starts.append(start)
    return tuple(starts if len(text) <= _LONGEST else _shortened(text, starts))


def _abbreviates(text: str, stop: int) -> bool:
    ending = text[max(0, stop - 2) : stop]
    likely = ending in _THEIR_ENDS or "A" <= ending[-1:] <= "Z"
    return likely and _ABBREVIATION.search(text, max(0, stop - 8), stop + 1) is not None


def _shortened(text: str, starts: Sequence[int]) -> Iterator[int]:
    """The starts, and more of them where a sentence does not end: a list of thousands, a call written down."""
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        yield start
        while end - start > _LONGEST:
            space = max(text.rfind(gap, start + _LONGEST // 2, start + _LONGEST) for gap in (" ", "\n"))
            start = space + 1 if space > 0 else start + _LONGEST
            yield start


def sentence_at(text: str, index: int) -> tuple[int, int]:
    """The span of the sentence that character `index` is in."""
    starts = sentence_starts(text)
    number = bisect_right(starts, index) - 1
    return starts[number], starts[number + 1] if number + 1 < len(starts) else len(text)
