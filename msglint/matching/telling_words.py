"""Words of texts that tell something of names: each is judged once in a run, and most of them all at once."""

from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import compress, filterfalse
from typing import Generic, TypeVar

from msglint.glossary.patterns import FUNCTION_WORDS
from msglint.glossary.traces import SIGNS
from msglint.text.word_classes import word_class
from msglint.text.words import all_words

BETWEEN = frozenset(word.encode() for word in FUNCTION_WORDS | word_class("tying") | SIGNS | {"s", "t", "d", "l", "n"})
"""What may stand between the content words of a name."""
_V = TypeVar("_V")


class TellingWords(Generic[_V]):
    """What words of texts tell: each is judged once, and the English ones that tell nothing all at once.

    known   the words, one a line, of which the English ones may tell something
    judge   what a written word tells; nothing by most
    """

    def __init__(self, known: str, judge: Callable[[bytes], _V | None]) -> None:
        self.by_word: dict[bytes, _V] = {}
        self._known, self._judge = known, judge
        self._idle: set[bytes] = set(BETWEEN)

    def among(self, words: Iterable[bytes]) -> frozenset[bytes]:
        """The distinct ones of these words that tell something."""
        left = frozenset(filterfalse(self._idle.__contains__, words))
        if new := left.difference(self.by_word):
            for word in self._doubtful(new):
                told = self._judge(word)
                if told is None:
                    self._idle.add(word)  # nearly every word
                else:
                    self.by_word[word] = told
            return frozenset(filter(self.by_word.__contains__, left))
        return left

    def _doubtful(self, new: frozenset[bytes]) -> frozenset[bytes]:
        if not all_words(len(new)):
            return new
        plain = frozenset(compress(new, map(self._plain.__contains__, b" ".join(new).lower().split())))
        self._idle |= plain
        return new - plain

    @cached_property
    def _plain(self) -> frozenset[bytes]:
        return all_words().difference(self._known.encode("utf-8", "surrogatepass").split(b"\n"))
