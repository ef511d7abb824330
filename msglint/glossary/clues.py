"""What one written word tells of the names that it may be part of, remembered for every word of a run."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TypeVar

from msgspec import Struct

_K = TypeVar("_K")
_V = TypeVar("_V")


class Clue(Struct, frozen=True):
    """What a folded word tells.

    keys   the label words that it is or comes near
    after  with what letters the run-together forms go on that begin with it, perhaps behind a sign
    whole  whether it may be a name by itself
    part   whether it tells of a name alone, rather than together with the next word
    """

    keys: tuple[str, ...]
    after: frozenset[str]
    whole: bool
    part: bool


class Remembered(dict[_K, _V]):
    """What a function says of words or numbers. It is asked once for each; after that there is no call."""

    def __init__(self, judge: Callable[[_K], _V]) -> None:
        super().__init__()
        self._judge = judge

    def __missing__(self, key: _K) -> _V:
        found = self[key] = self._judge(key)
        return found


def characters_after(beginning: str, texts: Sequence[str]) -> frozenset[str]:
    """The characters with which those of the sorted `texts` go on that begin so."""
    found: set[str] = set()
    length = len(beginning) + 1
    at = bisect_left(texts, beginning)
    while at < len(texts) and texts[at].startswith(beginning):
        found.add(texts[at][length - 1 : length])
        at = bisect_right(texts, texts[at][:length], at, key=lambda text: text[:length])
    return frozenset(found - {""})
