"""May any name be in a text? A superset of what matching finds, from the words of a text alone.

Two ways lead to a name. Certain forms are the label's letters run together: they are looked for in all letters of the
text run together, all at once (Aho and Corasick, "Efficient string matching", 1975), however many names there are. The
others are its content words, each perhaps in another number or with a slip, with nothing but function words between.
"""

from collections.abc import Iterable, Sequence
from itertools import compress, filterfalse

from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import FUNCTION_WORDS, Pattern
from msglint.text.skim import Skim, key_of
from msglint.text.word_classes import word_class
from msglint.text.words import all_words, is_word

_SHORTEST = 6
"""Letters of the shortest name that is found in pieces; a shorter one is looked for word by word."""
_MOST_STATES = 100_000
"""Letters of all run-together forms for which a table of what follows each letter is no larger than some megabytes."""
_SIGNS = frozenset(("&", "+", "plus"))
"""Content words that other signs may stand for."""
_BETWEEN = frozenset(
    word.encode() for word in FUNCTION_WORDS | word_class("tying") | _SIGNS | {"s", "t", "d", "l", "n"}
)
_NONE: frozenset[str] = frozenset()


class NameScreen:
    """Asked for every document of a run; a word is judged once."""

    def __init__(self, lexicon: Lexicon) -> None:
        import ahocorasick_rs

        self._lexicon = lexicon
        self._pieces = _pieces(lexicon.patterns)
        self._needs: dict[str, list[frozenset[str]]] = {}
        for key, numbers in lexicon.anchors.items():
            self._needs[key] = [need for n in numbers if len(need := _needs(lexicon.patterns[n])) > 1]
        self._alone = _alone(lexicon.patterns)
        self._exact = _exact(lexicon, self._pieces)
        self._english: frozenset[bytes] | None = None
        self._empty: set[bytes] = set(_BETWEEN)
        self._keys: dict[bytes, frozenset[str]] = {}
        self._names: set[bytes] = set()
        long_forms = _long_forms(lexicon)
        few = sum(map(len, long_forms)) < _MOST_STATES
        kind = ahocorasick_rs.Implementation.DFA if few else None  # four times as fast, and larger
        self._run_together = ahocorasick_rs.BytesAhoCorasick(long_forms, implementation=kind)

    def may_hold_a_name(self, skim: Skim) -> bool:
        """Whether any label of the glossary may be found in the text."""
        words = frozenset(filterfalse(self._empty.__contains__, skim.in_order))
        if new := frozenset(filterfalse(self._keys.__contains__, words)):
            for word in self._doubtful(new):
                self._judge(word)
        if not words.isdisjoint(self._names):
            return True
        if self._run_together.find_matches_as_indexes(skim.run_together):
            return True
        keys = self._keys
        said = _NONE.union(*(keys[word] for word in words if word in keys))
        wanted = [need for key in said for need in self._needs.get(key, ()) if need <= said]
        return bool(wanted) and self._stand_together(skim.in_order, wanted)

    def _doubtful(self, new: frozenset[bytes]) -> Iterable[bytes]:
        """Words not met before, without those that are English and part of no name: all but a few, told all at once."""
        english = all_words()
        if not english:
            return new
        if self._english is None:
            self._english = english - {word.encode("utf-8", "surrogatepass") for word in self._exact}
        plain = frozenset(compress(new, map(self._english.__contains__, b" ".join(new).lower().split())))
        self._empty |= plain
        return new - plain

    def _stand_together(self, words: Sequence[bytes], wanted: Iterable[frozenset[str]]) -> bool:
        """Whether two content words of one label are neighbours but for function words."""
        keys, empty = self._keys, _BETWEEN
        partners: dict[str, set[str]] = {}
        for need in wanted:
            for key in need:
                partners.setdefault(key, set()).update(need)
        before: frozenset[str] = _NONE
        for word in words:
            if word in empty:
                continue
            here = keys.get(word, _NONE)
            if here and before:
                for key in before:
                    if key in partners and not here.isdisjoint(partners[key]):
                        return True
            before = here
        return False

    def _judge(self, word: bytes) -> None:
        """Note what a word may be: a name by itself, one of a label's words, or nothing."""
        key = key_of(word)
        if key not in self._exact and (not key.isalpha() or is_word(key) or not self._lexicon.verdict(key)):
            self._empty.add(word)  # nearly every word
            return
        words = self._lexicon.words
        hits = (*self._lexicon.verdict(key).hits, *words.get(f"{key}'s", ()), *words.get(f"{key}s'", ()))
        keys = frozenset((*(hit.key for hit in hits), *self._pieces.get(key, ())))
        self._keys[word] = keys
        if self._is_name(word.decode("utf-8", "surrogatepass"), key, keys):
            self._names.add(word)

    def _is_name(self, written: str, key: str, keys: frozenset[str]) -> bool:
        if self._lexicon.verdict(key).joined:
            return True
        patterns = self._lexicon.patterns
        forms = [form.pattern for one in (key, f"{key}s") for form in self._lexicon.forms.get(one, ())]
        numbers = {*forms, *(number for one in keys for number in self._alone.get(one, ()))}
        return any(_may_be_written(written, patterns[number]) for number in numbers)


def _may_be_written(written: str, pattern: Pattern) -> bool:
    """Whether the case of the letters lets a word be the label; see matching.casing."""
    if pattern.any_case or not (pattern.ordinary or pattern.acronym):
        return True
    if written.isupper():
        return True
    wanted = pattern.words[0].written
    return not any(a != b and a.casefold() == b.casefold() for a, b in zip(written, wanted, strict=False))


def _needs(pattern: Pattern) -> frozenset[str]:
    """The content words without which there is no such name."""
    return frozenset(pattern.words[index].key for index in pattern.content) - _SIGNS


def _alone(patterns: Sequence[Pattern]) -> dict[str, list[int]]:
    """Labels of which one word is enough, by that word: they have no other, or none that must be written so."""
    found: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        needs = _needs(pattern)
        if len(needs) < 2:
            for key in needs or {word.key for word in pattern.words}:
                found.setdefault(key, []).append(number)
    return found


def _pieces(patterns: Sequence[Pattern]) -> dict[str, set[str]]:
    """What is left of a label's words where apostrophes part words: "oreal" of l'Oréal."""
    found: dict[str, set[str]] = {}
    for pattern in patterns:
        for word in pattern.words:
            if "'" in word.key:
                for piece in word.key.split("'"):
                    if len(piece) > 1:
                        found.setdefault(piece, set()).add(word.key)
    return found


def _exact(lexicon: Lexicon, pieces: Iterable[str]) -> frozenset[str]:
    """The words that may be part of a name without any slip, as a Skim has them."""
    found = {*lexicon.words, *lexicon.forms, *pieces}
    found.update([word[:-2] for word in lexicon.words if word.endswith(("'s", "s'"))])
    found.update([form[:-1] for form in lexicon.forms if form.endswith("s")])
    return frozenset(found)


def _long_forms(lexicon: Lexicon) -> list[bytes]:
    """The run-together forms that may be written in several pieces."""
    found = set()
    for form, standing_for in lexicon.forms.items():
        letters = "".join(filter(str.isalnum, form))
        if len(letters) >= _SHORTEST and any(_has_pieces(lexicon.patterns[one.pattern]) for one in standing_for):
            found.add(letters.encode("utf-8", "surrogatepass"))
    return sorted(found)


def _has_pieces(pattern: Pattern) -> bool:
    return len(pattern.words) > 1 or not (pattern.ordinary or pattern.acronym)
