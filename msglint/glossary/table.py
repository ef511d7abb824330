"""Words with numbers, in a form that is kept and unpacked in no time, however many words there are.

A dict of 100,000 lists takes 0.1 s to unpack, two strings take none. What is asked for is found in them by an index
made when the first question comes.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import accumulate, chain, count

from msgspec import Struct


class Table(Struct, frozen=True, dict=True):
    """For each word some numbers, in ascending order.

    words   distinct and sorted, one a line
    starts  where in `numbers` those of each word start; at the end, where those of the last one end
    """

    words: str
    starts: bytes
    numbers: bytes

    @classmethod
    def of(cls, found: Mapping[str, Iterable[int]]) -> "Table":
        """The table of these words and numbers (each at least 0 and below 2 ** 32)."""
        words = sorted(found)
        numbers = [sorted(set(found[word])) for word in words]
        starts = accumulate(map(len, numbers), initial=0)
        packed = array("I", chain.from_iterable(numbers)).tobytes()
        return cls("\n".join(words), array("I", starts).tobytes(), packed)

    def get(self, word: str) -> Sequence[int]:
        """The numbers of a word; none of a word that is not there."""
        place = self.places.get(word)
        if place is None:
            return ()
        starts = self._starts
        return self._numbers[starts[place] : starts[place + 1]]

    def of_any(self, words: Iterable[str]) -> set[int]:
        """The numbers of all these words together."""
        starts, found = self._starts, set[int]()
        for place in map(self.places.__getitem__, self.places.keys() & words):
            found.update(self._numbers[starts[place] : starts[place + 1]])
        return found

    def has_beginning(self, letters: str) -> bool:
        """Whether any word begins with these letters."""
        place = bisect_left(self.lines, letters)
        return place < len(self.lines) and self.lines[place].startswith(letters)

    def beginnings(self, texts: Sequence[str]) -> Iterator[bool]:
        """The same for many texts at once, which takes less."""
        following = map(self._ended.__getitem__, map(partial(bisect_left, self.lines), texts))
        return map(str.startswith, following, texts)

    @cached_property
    def _ended(self) -> list[str]:
        return [*self.lines, ""]

    @cached_property
    def lines(self) -> list[str]:
        """The words."""
        return self.words.split("\n") if self.words else []

    @cached_property
    def places(self) -> dict[str, int]:
        """The line of each word, from 0."""
        return dict(zip(self.lines, count(), strict=False))

    @cached_property
    def _starts(self) -> memoryview:
        return memoryview(self.starts).cast("I")

    @cached_property
    def _numbers(self) -> memoryview:
        return memoryview(self.numbers).cast("I")
