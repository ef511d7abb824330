"""Where sentences end: enough to keep a cue ("formerly") within the sentence it belongs to. No language model."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
import re

from msglint.lazy_pattern import lazy_pattern

# The next sentence does not begin with a small letter: "approx. 20 people" and "at 5 p.m. we" do not end one.
_END = lazy_pattern(r"[.!?…]+[\"'”’)\]]*(\s+)(?=[^\sa-z])|\n[ \t]*\n\s*")
_ABBREVIATION = lazy_pattern(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|approx|incl|excl|ca|No|Nr|e\.g|i\.e|p\.p|p\.a|[A-Z])\.\Z"
)
_NUMBERED = lazy_pattern(r"\b(?:nos?|nr|art|fig|tel|ext|ref|inv)\.\Z", re.I)  # only before a number: "Yes or no. We"
_LONGEST = 2_000
"""Characters. What is judged sentence by sentence costs up to the square of a sentence's length."""


@lru_cache(maxsize=64)
def sentence_starts(text: str) -> tuple[int, ...]:
    """The index at which each sentence of a text begins; the first is 0."""
    starts = [0]
    for match in _END.finditer(text):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(0, match.start() - 8), match.start() + 1):
            continue
        if text[match.end() : match.end() + 1].isdigit() and _NUMBERED.search(
            text, max(0, match.start() - 6), match.start() + 1
        ):
            continue
        if match.end() < len(text):
            starts.append(match.end())
    return tuple(_shortened(text, starts))


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
