"""Is this an English word? Tells a slip of the keyboard from a word that merely looks like a name's.

The lists are SCOWL's (licence and making: data/README.md), folded and sorted, one word a line. They are searched where
they lie, by bisection in a memory map: loading 90,000 words into a set costs 30 ms, a look-up here some 20 µs, and a
clean document asks for none. A run that asks for many loads them after all.
"""

from functools import cache, lru_cache
import mmap
from pathlib import Path

_DATA = Path(__file__).parent / "data"
_MANY = 500
"""Look-ups from which on loading a list costs less than searching it."""


@lru_cache(maxsize=65_536)
def is_ordinary(word: str) -> bool:
    """Whether a folded word is a common English one (SCOWL size 60 and below); inflected forms count."""
    return _contains("ordinary-words.txt", word)


@lru_cache(maxsize=65_536)
def is_word(word: str) -> bool:
    """Whether a folded word is any English word or proper name known to us."""
    if known := all_words():
        return word.encode("utf-8", "surrogatepass") in known
    return is_ordinary(word) or _contains("proper-names.txt", word)


@cache
def _lines(name: str) -> mmap.mmap:
    with (_DATA / name).open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def all_words(asked: int = 0) -> frozenset[bytes]:
    """Every word known to us; empty until so many were asked for, or are now, that loading them pays."""
    return load() if asked > _MANY or _many() else frozenset()


def _many() -> bool:
    return is_ordinary.cache_info().misses > _MANY or load.cache_info().currsize > 0


@cache
def load() -> frozenset[bytes]:
    """Load the lists, where it is known beforehand that so many words will be asked for."""
    return _loaded("ordinary-words.txt") | _loaded("proper-names.txt")


@cache
def _loaded(name: str) -> frozenset[bytes]:
    return frozenset(_lines(name)[:].split())


def _contains(name: str, word: str) -> bool:
    wanted = word.encode("utf-8", "surrogatepass")
    if _many():
        return wanted in _loaded(name)
    lines = _lines(name)
    low, high = 0, len(lines)
    while low < high:
        start = lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = lines.find(b"\n", start)
        found = lines[start:end]
        if found == wanted:
            return True
        if found < wanted:
            low = end + 1
        else:
            high = start
    return False
