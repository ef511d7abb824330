"""May any name be in a text? A superset of what matching finds, from the words of a text alone.

Letters of certain forms are looked for all at once (Aho and Corasick, "Efficient string matching", 1975), however many
names there are; content words in pairs around the one that is least said. See msglint.glossary.traces.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import compress, count, filterfalse
from typing import NamedTuple

from msglint.glossary.clues import Remembered
from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import Pattern
from msglint.glossary.tables import decoded
from msglint.glossary.traces import SIGNS
from msglint.matching.telling_words import BETWEEN, TellingWords
from msglint.text.skim import Skim, key_of
from msglint.text.words import is_word


class _Call(NamedTuple):
    """What else there must be where a word is part of a name: a partner beside it, all that one of `needs` holds."""

    partners: frozenset[str]
    needs: tuple[frozenset[str], ...]


class NameScreen:
    """Asked for every document of a run; a word is judged once."""

    def __init__(self, lexicon: Lexicon) -> None:
        import ahocorasick_rs

        self._lexicon, self._traces = lexicon, lexicon.traces
        self._calls = TellingWords(self._traces.calling, self._call)
        self._keys = Remembered(self._keys_of)
        self._names: set[bytes] = set()
        letters = [line.encode("utf-8", "surrogatepass") for line in self._traces.letters.lines]
        table = ahocorasick_rs.Implementation.DFA  # four times as fast as others
        self._letters = ahocorasick_rs.BytesAhoCorasick(letters, implementation=table)

    def may_hold_a_name(self, skim: Skim) -> bool:
        """Whether any label of the glossary may be found in the text."""
        calling = self._calls.among(skim.in_order)
        if not calling.isdisjoint(self._names) or self._has_form(skim):
            return True
        return bool(calling) and self._has_words(calling, skim.in_order)

    def _has_form(self, skim: Skim) -> bool:
        """Whether the letters of a certain form stand somewhere, however they are parted."""
        text = skim.run_together
        places = {place for place, _, _ in self._letters.find_matches_as_indexes(text, overlapping=True)}
        lines = self._traces.letters.lines
        return any(self._forms[number] in text for place in places for number in self._traces.letters.get(lines[place]))

    def _has_words(self, calling: frozenset[bytes], text: Sequence[bytes]) -> bool:
        """Whether another of the same label is a neighbour of any word that calls for it, but for function words."""
        content = [b"", *filterfalse(BETWEEN.__contains__, text), b""]
        keys, calls = self._keys, self._calls.by_word
        for place in compress(count(), map(calling.__contains__, content)):
            partners, needs = calls[content[place]]
            before, after = keys[content[place - 1]], keys[content[place + 1]]
            if partners.isdisjoint(before) and partners.isdisjoint(after):
                continue  # nearly always
            beside = before | after
            if any(not need.isdisjoint(beside) and need <= self._said(content) for need in needs):
                return True
        return False

    def _said(self, content: Iterable[bytes]) -> frozenset[str]:
        return frozenset[str]().union(*map(self._keys.__getitem__, content))

    @cached_property
    def _forms(self) -> list[bytes]:
        return self._traces.forms.encode("utf-8", "surrogatepass").split(b"\n")

    @cached_property
    def _whole(self) -> list[str]:
        return self._traces.whole.split("\n")

    def _call(self, word: bytes) -> _Call | None:
        """What a word calls for; None where it is part of no name, or of none that would not be found without it."""
        key, keys = key_of(word), self._keys[word]
        name = self._is_name(word.decode("utf-8", "surrogatepass"), key, keys)
        if name:
            self._names.add(word)
        numbers = [(one, number) for one in keys for number in self._traces.rarest.get(one)]
        needs = tuple(self._lexicon.content(number) - SIGNS - {one} for one, number in numbers)
        return _Call(frozenset[str]().union(*needs), needs) if name or needs else None

    def _keys_of(self, word: bytes) -> frozenset[str]:
        """The label words that a written word may be."""
        key, lexicon, pieces = key_of(word), self._lexicon, self._traces.pieces
        ways = (key, f"{key}'s", f"{key}s'")
        found = {lexicon.listed[place] for way in ways for place, _ in map(decoded, lexicon.words.get(way))}
        if not is_word(key) and key not in lexicon.words.places:
            found.update(hit.key for hit in lexicon.verdict(key).hits)
        if key in pieces.places:
            found.update(self._whole[place] for place in pieces.get(key))
        return frozenset(found)

    def _is_name(self, written: str, key: str, keys: frozenset[str]) -> bool:
        if not is_word(key) and self._lexicon.verdict(key).joined:
            return True
        forms = [form.pattern for one in (key, f"{key}s") for form in self._lexicon.forms_at[one]]
        numbers = {*forms, *(number for one in keys for number in self._traces.alone.get(one))}
        return any(_may_be_written(written, self._lexicon.patterns[number]) for number in numbers)


def _may_be_written(written: str, pattern: Pattern) -> bool:
    """Whether the case of the letters lets a word be the label; see matching.casing."""
    if pattern.any_case or not (pattern.ordinary or pattern.acronym):
        return True
    if written.isupper():
        return True
    wanted = pattern.words[0].written
    return not any(a != b and a.casefold() == b.casefold() for a, b in zip(written, wanted, strict=False))
