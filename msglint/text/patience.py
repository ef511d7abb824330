"""Which lines two texts share, found between the lines that both have just once (B. Cohen's patience diff).

That takes time in proportion to the texts, where difflib's grows with the square of the number of changes: a glossary
that is signed changes in thousands of places.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher


class Matcher(SequenceMatcher[str]):
    """Compares two texts, given as lines; used as difflib's own."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        super().__init__(None, old, new)
        self._old, self._new = old, new

    def get_matching_blocks(self) -> list[Match]:
        """The stretches that both have, in order, and an empty one at the end."""
        return [*_joined(_blocks(self._old, self._new)), Match(len(self._old), len(self._new), 0)]


def _blocks(old: Sequence[str], new: Sequence[str]) -> Iterator[Match]:
    at, new_at = 0, 0
    for end, new_end in [*_anchors(old, new), (len(old), len(new))]:
        between = _between(old[at:end], new[new_at:new_end])
        yield from (Match(at + each.a, new_at + each.b, each.size) for each in between)
        if end < len(old):
            yield Match(end, new_end, 1)
        at, new_at = end + 1, new_end + 1


def _between(old: Sequence[str], new: Sequence[str]) -> list[Match]:
    if old == new:
        return [Match(0, 0, len(old))]
    return SequenceMatcher(None, old, new).get_matching_blocks() if old and new else []


def _joined(blocks: Iterable[Match]) -> list[Match]:
    """Blocks that follow each other in both texts as one."""
    joined: list[Match] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if last and (last.a + last.size, last.b + last.size) == (block.a, block.b):
            joined[-1] = Match(last.a, last.b, last.size + block.size)
        elif block.size:
            joined.append(block)
    return joined


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where lines stand that both texts have just once: the longest series that is in order in both."""
    places, counts = {line: at for at, line in enumerate(new)}, Counter(new)
    once = Counter(old)
    common = [(at, places[line]) for at, line in enumerate(old) if once[line] == 1 == counts[line]]
    tops: list[int] = []  # the least place in `new` that ends a series of that length
    ends: list[tuple[int, int, int]] = []  # at, its place in `new`, the number of the one before it in its series
    numbers: list[int] = []
    for number, (at, place) in enumerate(common):
        length = bisect_left(tops, place)
        tops[length : length + 1] = [place]
        numbers[length : length + 1] = [number]
        ends.append((at, place, numbers[length - 1] if length else -1))
    found, number = [], numbers[-1] if numbers else -1
    while number >= 0:
        at, place, number = ends[number]
        found.append((at, place))
    return found[::-1]
