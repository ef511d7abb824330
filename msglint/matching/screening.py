"""May any name be in a text? A superset of what matching finds, from the words of a text alone.

Letters of certain forms are looked for all at once (Aho and Corasick, "Efficient string matching", 1975), however many
names there are; content words in pairs around the one that is least said. See msglint.glossary.traces.
"""

from collections.abc import Iterable
from functools import cached_property
from itertools import compress, count, filterfalse, pairwise

from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import FUNCTION_WORDS, Pattern
from msglint.glossary.traces import SIGNS
from msglint.text.skim import Skim, key_of
from msglint.text.word_classes import word_class
from msglint.text.words import all_words, is_word

_BETWEEN = frozenset(word.encode() for word in FUNCTION_WORDS | word_class("tying") | SIGNS | {"s", "t", "d", "l", "n"})


class NameScreen:
    """Asked for every document of a run; a word is judged once."""

    def __init__(self, lexicon: Lexicon) -> None:
        import ahocorasick_rs

        self._lexicon, self._traces = lexicon, lexicon.traces
        self._idle: set[bytes] = set(_BETWEEN)
        self._names: set[bytes] = set()
        self._rarest: dict[bytes, tuple[frozenset[str], ...]] = {}  # with what else there must be
        self._keys = _Keys(lexicon)
        letters = [line.encode("utf-8", "surrogatepass") for line in self._traces.letters.lines]
        table = ahocorasick_rs.Implementation.DFA  # four times as fast as others
        self._letters = ahocorasick_rs.BytesAhoCorasick(letters, implementation=table)

    def may_hold_a_name(self, skim: Skim) -> bool:
        """Whether any label of the glossary may be found in the text."""
        words = frozenset(filterfalse(self._idle.__contains__, skim.in_order))
        if new := words.difference(self._rarest, self._names):
            for word in self._doubtful(new):
                self._judge(word)
        return not words.isdisjoint(self._names) or self._has_form(skim) or self._has_words(words, skim)

    def _has_form(self, skim: Skim) -> bool:
        """Whether the letters of a certain form stand somewhere, however they are parted."""
        text = skim.run_together
        places = {place for place, _, _ in self._letters.find_matches_as_indexes(text, overlapping=True)}
        lines = self._traces.letters.lines
        return any(self._forms[number] in text for place in places for number in self._traces.letters.get(lines[place]))

    def _has_words(self, telling: frozenset[bytes], skim: Skim) -> bool:
        """Whether all content words of a label are there, and two of them are neighbours but for function words."""
        if telling.isdisjoint(self._rarest):
            return False
        said = frozenset[str]().union(*map(self._keys.__getitem__, frozenset(skim.in_order)))
        rarest = telling.intersection(self._rarest)
        wanted = {need for word in rarest for need in self._rarest[word] if need <= said}
        return bool(wanted) and self._stand_together(skim, wanted)

    def _stand_together(self, skim: Skim, wanted: Iterable[frozenset[str]]) -> bool:
        partners: dict[str, set[str]] = {}
        for need in wanted:
            for key in need:
                partners.setdefault(key, set()).update(need)
        here = {word: found for word in frozenset(skim.in_order) if (found := self._keys[word] & partners.keys())}
        content = list(filterfalse(_BETWEEN.__contains__, skim.in_order))
        places = compress(count(), map(here.__contains__, content))
        return any(
            second == first + 1
            and any(not here[content[second]].isdisjoint(partners[key]) for key in here[content[first]])
            for first, second in pairwise(places)
        )

    def _doubtful(self, new: frozenset[bytes]) -> Iterable[bytes]:
        """Words not met before, without those that are English and call for nothing: all but a few, told at once."""
        if not all_words():
            return new
        plain = frozenset(compress(new, map(self._plain.__contains__, b" ".join(new).lower().split())))
        self._idle |= plain
        return new - plain

    @cached_property
    def _plain(self) -> frozenset[bytes]:
        """The English words that call for nothing."""
        return all_words().difference(self._traces.calling.encode("utf-8", "surrogatepass").split(b"\n"))

    @cached_property
    def _calling(self) -> frozenset[str]:
        return frozenset(self._traces.calling.split("\n"))

    @cached_property
    def _forms(self) -> list[bytes]:
        return self._traces.forms.encode("utf-8", "surrogatepass").split(b"\n")

    def _judge(self, word: bytes) -> None:
        """Note what a word calls for by itself: a name, others that must be there for one, or nothing."""
        key = key_of(word)
        if key in self._calling or (key.isalpha() and not is_word(key) and self._lexicon.verdict(key)):
            keys = self._keys[word]
            if self._is_name(word.decode("utf-8", "surrogatepass"), key, keys):
                self._names.add(word)
                return
            if numbers := [number for one in keys for number in self._traces.rarest.get(one)]:
                self._rarest[word] = tuple(self._lexicon.content(number) - SIGNS for number in numbers)
                return
        self._idle.add(word)  # nearly every word

    def _is_name(self, written: str, key: str, keys: frozenset[str]) -> bool:
        if self._lexicon.verdict(key).joined:
            return True
        forms = [form.pattern for one in (key, f"{key}s") for form in self._lexicon.forms_at[one]]
        numbers = {*forms, *(number for one in keys for number in self._traces.alone.get(one))}
        return any(_may_be_written(written, self._lexicon.patterns[number]) for number in numbers)


class _Keys(dict[bytes, frozenset[str]]):
    """The label words that a written word may be, for all words met."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon, self._whole = lexicon, lexicon.traces.whole.split("\n")

    def __missing__(self, word: bytes) -> frozenset[str]:
        key, lexicon = key_of(word), self._lexicon
        hits = (*lexicon.verdict(key).hits, *lexicon.hits(f"{key}'s"), *lexicon.hits(f"{key}s'"))
        whole = [self._whole[place] for place in lexicon.traces.pieces.get(key)]
        found = self[word] = frozenset((*(hit.key for hit in hits), *whole))
        return found


def _may_be_written(written: str, pattern: Pattern) -> bool:
    """Whether the case of the letters lets a word be the label; see matching.casing."""
    if pattern.any_case or not (pattern.ordinary or pattern.acronym):
        return True
    if written.isupper():
        return True
    wanted = pattern.words[0].written
    return not any(a != b and a.casefold() == b.casefold() for a, b in zip(written, wanted, strict=False))
