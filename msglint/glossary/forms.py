"""Plural and singular of a word. Made when the lexicon is compiled, by pluralizer (MIT, a port of pluralize.js)."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Protocol


class _Pluralizer(Protocol):
    def plural(self, word: str) -> str: ...
    def singular(self, word: str) -> str: ...


@cache
def _pluralizer() -> _Pluralizer:
    from pluralizer import Pluralizer

    make: Callable[[], _Pluralizer] = Pluralizer
    return make()


@lru_cache(maxsize=65_536)
def plural(word: str) -> str:
    """The plural of a written word, itself where it is plural or has none (a number, a sign). Case is kept."""
    if not word[-1:].isalpha() or not word.isalpha():
        return word
    if word.isupper() and len(word) > 1:
        return f"{word}s"  # MQLs, also FAQs
    return _pluralizer().plural(word)


@lru_cache(maxsize=65_536)
def singular(word: str) -> str:
    """The singular of a written word, itself where it is singular or has none. Case is kept."""
    if not word.isalpha() or (word.isupper() and len(word) > 1):
        return word
    return _pluralizer().singular(word)


@lru_cache(maxsize=65_536)
def is_plural(word: str) -> bool:
    """Whether a written word is a plural that has another singular."""
    return singular(word) != word and plural(word) == word
