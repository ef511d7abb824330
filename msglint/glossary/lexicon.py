"""The glossary compiled for matching: every label's words and run-together forms, and the words that come near.

Near words are found by symmetric deletion (W. Garbe's SymSpell): two words are within d edits only if deleting at most
d letters from each can make them equal; rapidfuzz then measures the optimal string alignment distance, in which a swap
of neighbours is one edit.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import combinations
from typing import NamedTuple, TypeVar

from msglint.glossary.forms import is_plural
from msglint.glossary.patterns import Pattern, number_forms, patterns_of, squash
from msglint.model.glossary import Glossary
from msglint.model.judgement import Variation
from msglint.text.words import is_word

_V = TypeVar("_V")

_FEWEST_LETTERS = 5
"""Label words shorter than this have no slips (design: 0 edits up to 4 letters, 1 for 5–7, 2 from 8)."""


class Near(Enum):
    """How a written word stands to a label's word."""

    SAME = "same"
    NUMBER = "number"
    POSSESSIVE = "possessive"
    TYPO = "typo"


class Hit(NamedTuple):
    """A written word is, or is near, the label word `key`."""

    key: str
    near: Near


class Form(NamedTuple):
    """A pattern that a run-together form stands for, and how the form differs from the label."""

    pattern: int
    variations: frozenset[Variation]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the lexicon has to say of one written word. Falsy: no name can come of it."""

    hits: tuple[Hit, ...] = ()
    joined: tuple[int, ...] = ()  # patterns whose run-together form it is near
    part: bool = False  # it is, or begins, a run-together form

    def __bool__(self) -> bool:
        return bool(self.hits or self.joined or self.part)

    def near(self, key: str) -> Near | None:
        for hit in self.hits:
            if hit.key == key:
                return hit.near
        return None


NOTHING = Verdict()


def edit_limit(letters: int) -> int:
    """How many slips a label word of that many letters may have."""
    return 0 if letters < _FEWEST_LETTERS else 1 if letters < 8 else 2


@dataclass
class Lexicon:
    """Compiled once per glossary, asked for every distinct word of a run once."""

    patterns: tuple[Pattern, ...]
    forms: dict[str, tuple[Form, ...]]
    longest: int  # letters of the longest run-together form
    anchors: dict[str, tuple[int, ...]]  # label word -> patterns to try around it
    words: dict[str, tuple[Hit, ...]]
    parts: frozenset[str]
    deletions: dict[str, tuple[str, ...]]
    joined_deletions: dict[str, tuple[int, ...]]
    _verdicts: dict[str, Verdict] = field(default_factory=dict, repr=False)

    def verdict(self, key: str) -> Verdict:
        """What a folded word may be part of; remembered for the life of the lexicon."""
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._judge(key)
        return found

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_verdicts": {}}

    def _judge(self, key: str) -> Verdict:
        hits = self.words.get(key, ())
        part = key in self.parts or key in self.forms
        if hits or part or not key.replace("'", "").isalpha():
            return Verdict(hits, (), part) if hits or part else NOTHING
        typos, joined = self._near(key)
        if not typos and not joined:
            return NOTHING
        return NOTHING if is_word(_stem(key)) else Verdict(typos, joined)

    def _near(self, key: str) -> tuple[tuple[Hit, ...], tuple[int, ...]]:
        stem = _stem(key)
        if len(stem) < _FEWEST_LETTERS - 2:
            return (), ()
        near: set[str] = set()
        joined: set[int] = set()
        for shortened in _deletions(stem, 2):
            near.update(self.deletions.get(shortened, ()))
            joined.update(self.joined_deletions.get(shortened, ()))
        slips = [
            word for word in sorted(near) if _is_slip(stem, word) or (stem[-1] == "s" and _is_slip(stem[:-1], word))
        ]
        return tuple(Hit(word, Near.TYPO) for word in slips), tuple(sorted(joined))


def compile_lexicon(glossary: Glossary) -> Lexicon:
    """Compile a glossary (some 20 µs a name; kept by the caller's cache)."""
    patterns = tuple(pattern for entry in glossary.entries for pattern in patterns_of(entry))
    forms = _forms(patterns)
    fuzzy_words = {
        word.key
        for pattern in patterns
        if pattern.fuzzy
        for word in pattern.words
        if word.content and word.key.isalpha()
    }
    return Lexicon(
        patterns=patterns,
        forms=forms,
        longest=max(map(len, forms), default=0),
        anchors=_anchors(patterns),
        words=_word_forms(patterns),
        parts=frozenset(part for pattern in patterns for part in _parts(pattern)),
        deletions=_index((deletion, word) for word in sorted(fuzzy_words) for deletion in _slips(word)),
        joined_deletions=_index(
            (deletion, number)
            for number, pattern in enumerate(patterns)
            if pattern.fuzzy and len(pattern.words) > 1 and squash(pattern.words).isalpha()
            for deletion in _deletions(squash(pattern.words), 1)
        ),
    )


def _forms(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, list[Form]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        for text, variations in _certain_forms(pattern):
            if not any(form.pattern == number for form in forms[text]):
                forms[text].append(Form(number, variations))
    return {text: tuple(found) for text, found in forms.items()}


def _certain_forms(pattern: Pattern) -> Iterator[tuple[str, frozenset[Variation]]]:
    plain = squash(pattern.words)
    yield plain, frozenset()
    if not pattern.inflect:
        return
    inflected = frozenset((Variation.INFLECTED,))
    for head in pattern.heads:
        word = pattern.words[head]
        # The singular of a plural name ("Meal for Teams", "an Early Bird") is a doubtful inflection.
        variations = frozenset((Variation.NUMBER,)) if is_plural(word.written) else inflected
        for form in number_forms(pattern, head):
            text = squash(pattern.words, {head: form})
            yield text, variations
            yield f"{text}s", variations
        yield squash(pattern.words, {head: f"{word.key}s"}), inflected
    yield f"{plain}s", inflected


def _word_forms(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Hit, ...]]:
    hits: dict[str, dict[str, Near]] = defaultdict(dict)
    for pattern in patterns:
        for index, word in enumerate(pattern.words):
            if word.content:
                for form, near in _forms_of_word(pattern, index):
                    if near is Near.SAME or word.key not in hits[form]:
                        hits[form][word.key] = near
    return {form: tuple(Hit(key, near) for key, near in sorted(found.items())) for form, found in hits.items()}


def _forms_of_word(pattern: Pattern, index: int) -> Iterator[tuple[str, Near]]:
    key = pattern.words[index].key
    yield key, Near.SAME
    if key.endswith("'s"):
        yield key[:-2], Near.NUMBER  # Chef Table
    if "'" in key:
        yield key.replace("'", ""), Near.NUMBER
    if key.endswith("s"):
        yield f"{key[:-1]}'s", Near.NUMBER  # Kid's Club
    for form in number_forms(pattern, index):
        yield form, Near.NUMBER
    if pattern.inflect:
        yield f"{key}'s", Near.POSSESSIVE


def _anchors(patterns: tuple[Pattern, ...]) -> dict[str, tuple[int, ...]]:
    frequency: dict[str, int] = defaultdict(int)
    for pattern in patterns:
        for index in pattern.content:
            frequency[pattern.words[index].key] += 1
    anchors: dict[str, list[int]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        if pattern.content:
            rarest = min(pattern.content, key=lambda i: (frequency[pattern.words[i].key], i))
            anchors[pattern.words[rarest].key].append(number)
    return {key: tuple(numbers) for key, numbers in anchors.items()}


def _parts(pattern: Pattern) -> Iterator[str]:
    """Written words that a run-together form may begin with, where no whole word of the label need be left."""
    if len(pattern.words) == 1 and len(pattern.words[0].key) >= 6 and not pattern.ordinary:
        key = pattern.words[0].key
        yield from (key[:length] for length in range(2, len(key) - 1))
    if not pattern.content:
        yield pattern.words[0].key  # made of function words or signs alone


def _stem(key: str) -> str:
    return key[:-2] if key.endswith("'s") else key


def _slips(word: str) -> Iterator[str]:
    limit = edit_limit(len(word))
    return _deletions(word, limit) if limit else iter(())


def _deletions(word: str, limit: int) -> Iterator[str]:
    """The word itself and all that is left of it when up to `limit` letters are struck out."""
    yield word
    for count in range(1, limit + 1):
        for struck in combinations(range(len(word)), count):
            left = list(word)
            for index in reversed(struck):
                del left[index]
            yield "".join(left)


def _is_slip(written: str, word: str) -> bool:
    from rapidfuzz.distance import OSA

    limit = edit_limit(len(word))
    return 0 < OSA.distance(written, word, score_cutoff=limit) <= limit


def _index(pairs: Iterable[tuple[str, _V]]) -> dict[str, tuple[_V, ...]]:
    index: dict[str, list[_V]] = defaultdict(list)
    for key, value in pairs:
        if not index[key] or index[key][-1] != value:
            index[key].append(value)
    return {key: tuple(values) for key, values in index.items()}
