"""The label words that a written word may be a slip of.

Near words are found by symmetric deletion of their first letters (W. Garbe's SymSpell, with its prefix length): what is
left of two words when at most two letters of each are struck out can only be the same if the same is left of their
beginnings.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import combinations

from msgspec import Struct

from msglint.glossary.slips import MOST_EDITS, edit_limit, is_slip, leaving_alike, may_slip
from msglint.glossary.table import Table

_BEGINNING = 6
"""Letters: with more the table grows, with fewer it tells less."""


class NearWords(Struct, frozen=True, dict=True):
    """`words` one a line, the shortest first; `beginnings`: what may be left of a word's -> the words' numbers."""

    words: str
    beginnings: Table

    @classmethod
    def of(cls, words: Iterable[str]) -> "NearWords":
        """Those of the words that have slips."""
        slipping = {word for word in words if may_slip(word) and edit_limit(len(word))}
        listed = sorted(slipping, key=lambda word: (len(word), word))
        left: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(listed):
            for rest in _deletions(word[:_BEGINNING]):
                left[rest].append(number)
        return cls("\n".join(listed), Table.of(left))

    @cached_property
    def listed(self) -> list[str]:
        """The words."""
        return self.words.split("\n") if self.words else []

    def near(self, stem: str) -> list[str]:
        """The words of which this one, folded and without a possessive's ending, is a slip; sorted."""
        listed, length = self.listed, len(stem)
        first = bisect_left(listed, length - MOST_EDITS, key=len)
        end = bisect_left(listed, length + MOST_EDITS + 1, key=len)
        numbers = self.beginnings.of_any(_deletions(stem[:_BEGINNING]))
        words = [listed[number] for number in numbers if first <= number < end]
        return sorted(word for word in leaving_alike(stem, words) if _is_slip(stem, word))


def _is_slip(stem: str, word: str) -> bool:
    return is_slip(stem, word) or (stem[-1] == "s" and is_slip(stem[:-1], word))


def _deletions(word: str) -> set[str]:
    """The word itself and all that is left of it when up to MOST_EDITS of its letters are struck out."""
    lengths = range(max(0, len(word) - MOST_EDITS), len(word) + 1)
    return {"".join(rest) for length in lengths for rest in combinations(word, length)}
