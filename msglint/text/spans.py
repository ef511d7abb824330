"""Whether any of many spans meets another one, without looking at each."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate


class Spans:
    """Closed spans of whole numbers (lines, offsets), in any order, overlapping or not."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._firsts = [first for first, _ in ordered]
        self._reach = list(accumulate((last for _, last in ordered), max))  # the furthest end of it and all before it

    def meet(self, first: int, last: int) -> bool:
        """Whether one of them has a number in common with `first` to `last`; logarithmic in their number."""
        before = bisect_right(self._firsts, last)
        return before > 0 and self._reach[before - 1] >= first
