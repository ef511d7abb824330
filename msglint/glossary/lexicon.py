"""The glossary compiled for matching: every label's words and run-together forms, and the words that come near."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple, TypeVar

from msgspec import Struct, field

from msglint.glossary.clues import Clue, Remembered, characters_after
from msglint.glossary.label_forms import Near, certain_forms, forms_of_word, parts
from msglint.glossary.patterns import Pattern, patterns_of, squash
from msglint.glossary.slips import FEWEST_LETTERS, MOST_EDITS, MOST_LETTERS, deletions, is_slip, shortened
from msglint.model.glossary import Entry, Glossary
from msglint.model.judgement import Variation
from msglint.text.tokens import BREAK
from msglint.text.words import is_word
from msglint.uncollected import uncollected

_V = TypeVar("_V")


class Hit(NamedTuple):
    """A written word is, or is near, the label word `key`."""

    key: str
    near: Near


class Form(NamedTuple):
    """A pattern that a run-together form stands for, and how the form differs from the label."""

    pattern: int
    variations: frozenset[Variation]


class Verdict(Struct, frozen=True):
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
_SIGNS = frozenset(("plus",))
"""Content words that a sign may stand for."""
_MOST_REMEMBERED = 200_000
"""Words and pairs of words; what was asked for once more is looked up again."""


class Lexicon(Struct, dict=True):
    """Compiled once per glossary, asked for every distinct word of a run once."""

    patterns: tuple[Pattern, ...]
    forms: dict[str, tuple[Form, ...]]
    longest: int  # letters of the longest run-together form
    anchors: dict[str, tuple[int, ...]]  # label word -> patterns to try around it
    words: dict[str, tuple[Hit, ...]]
    parts: frozenset[str]
    deletions: dict[str, tuple[str, ...]]
    joined_deletions: dict[str, tuple[int, ...]]
    longest_slip: (
        int  # letters beyond which a written word is no slip of any label's: striking letters out is quadratic
    )
    _verdicts: dict[str, Verdict] = field(default_factory=dict)
    _beginnings: dict[str, bool] = field(default_factory=dict)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The entries that have names, each once."""
        return tuple({id(pattern.entry): pattern.entry for pattern in self.patterns}.values())

    def verdict(self, key: str) -> Verdict:
        """What a folded word may be part of; remembered for the life of the lexicon."""
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._judge(key)
        return found

    @cached_property
    def clues(self) -> Mapping[str, Clue | None]:
        """What each folded word tells: most of them nothing."""
        return Remembered(self._clue)

    def _clue(self, key: str) -> Clue | None:
        verdict, plain = self.verdict(key), letters(key)
        after = characters_after(plain, self._sorted_forms)
        for sign in after & self.signs:  # stands between the words
            after |= characters_after(plain + sign, self._sorted_forms)
        if not verdict and not after:
            return None
        keys = tuple(hit.key for hit in verdict.hits)
        return Clue(keys, after, bool(verdict.joined) or plain in self.forms, bool(verdict))

    @cached_property
    def needs(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """For a word that labels are looked for around: the words that each of them needs, that one included."""
        return Remembered(self._needs)

    def _needs(self, anchor: str) -> tuple[frozenset[str], ...]:
        patterns = (self.patterns[number] for number in self.anchors.get(anchor, ()))
        contents = ({pattern.words[index].key for index in pattern.content} for pattern in patterns)
        return tuple(frozenset((anchor, *(content - _SIGNS))) for content in contents)

    @cached_property
    def signs(self) -> frozenset[str]:
        """The signs within run-together forms: "." of Login.gov."""
        return frozenset(sign for form in self.forms if not form.isalnum() for sign in form if not sign.isalnum())

    @cached_property
    def broken(self) -> bool:
        """Whether there is punctuation within any label: "Yahoo! Inbox"."""
        return any(word.gap == BREAK for pattern in self.patterns for word in pattern.words[1:])

    def begins_form(self, text: str) -> bool:
        """Whether any run-together form begins with these letters, with or without underscores among them."""
        found = self._beginnings.get(text)
        if found is None:
            plain = text.replace("_", "")
            found = self._begins(text) or (plain != text and self._begins(plain))
            if len(self._beginnings) < _MOST_REMEMBERED:
                self._beginnings[text] = found
        return found

    def _begins(self, letters: str) -> bool:
        at = bisect_left(self._sorted_forms, letters)
        return at < len(self._sorted_forms) and self._sorted_forms[at].startswith(letters)

    @cached_property
    def _sorted_forms(self) -> list[str]:
        return sorted(self.forms)

    def __reduce__(self) -> tuple[type["Lexicon"], tuple[object, ...]]:
        """What was compiled; what was learnt of it since stays here."""
        return Lexicon, tuple(getattr(self, name) for name in self.__struct_fields__ if not name.startswith("_"))

    def _judge(self, key: str) -> Verdict:
        hits = self.words.get(key, ())
        part = key in self.parts or key in self.forms
        if hits or part or not key.replace("'", "").isalpha():
            return Verdict(hits, (), part) if hits or part else NOTHING
        if is_word(_stem(key)):
            return NOTHING
        typos, joined = self._near(key)
        return Verdict(typos, joined) if typos or joined else NOTHING

    def _near(self, key: str) -> tuple[tuple[Hit, ...], tuple[int, ...]]:
        stem = _stem(key)
        if not FEWEST_LETTERS - 2 <= len(stem) <= self.longest_slip:
            return (), ()
        struck = deletions(stem, MOST_EDITS)
        near = {word for rest in self.deletions.keys() & struck for word in self.deletions[rest]}
        joined = {number for rest in self.joined_deletions.keys() & struck for number in self.joined_deletions[rest]}
        slips = [word for word in sorted(near) if is_slip(stem, word) or (stem[-1] == "s" and is_slip(stem[:-1], word))]
        return tuple(Hit(word, Near.TYPO) for word in slips), tuple(sorted(joined))


def compile_lexicon(glossary: Glossary) -> Lexicon:
    """Compile a glossary (some 0.2 ms a name; kept by the caller's cache)."""
    with uncollected():
        return _compiled(glossary)


def _compiled(glossary: Glossary) -> Lexicon:
    patterns = tuple(pattern for entry in glossary.entries for pattern in patterns_of(entry))
    forms = _forms(patterns)
    fuzzy = [pattern for pattern in patterns if pattern.fuzzy]
    slipping = {word.key for pattern in fuzzy for word in pattern.words if word.content and _may_slip(word.key)}
    joined = {
        n: squash(pattern.words) for n, pattern in enumerate(patterns) if pattern.fuzzy and len(pattern.words) > 1
    }
    joined = {number: text for number, text in joined.items() if _may_slip(text)}
    return Lexicon(
        patterns=patterns,
        forms=forms,
        longest=max(map(len, forms), default=0),
        anchors=_anchors(patterns),
        words=_word_forms(patterns),
        parts=frozenset(part for pattern in patterns for part in parts(pattern)),
        deletions=_index((deletion, word) for word in sorted(slipping) for deletion in shortened(word)),
        joined_deletions=_index((deletion, n) for n, text in joined.items() for deletion in deletions(text, 1)),
        longest_slip=max(map(len, (*slipping, *joined.values())), default=0) + MOST_EDITS,
    )


def _may_slip(word: str) -> bool:
    return word.isalpha() and len(word) <= MOST_LETTERS


def _forms(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Form, ...]]:
    forms: dict[str, list[Form]] = defaultdict(list)
    for number, pattern in enumerate(patterns):
        for text, variations in certain_forms(pattern):
            if not any(form.pattern == number for form in forms[text]):
                forms[text].append(Form(number, variations))
    return {text: tuple(found) for text, found in forms.items()}


def _word_forms(patterns: tuple[Pattern, ...]) -> dict[str, tuple[Hit, ...]]:
    hits: dict[str, dict[str, Near]] = defaultdict(dict)
    for pattern in patterns:
        for index, word in enumerate(pattern.words):
            if word.content:
                for form, near in forms_of_word(pattern, index):
                    if near is Near.SAME or word.key not in hits[form]:
                        hits[form][word.key] = near
    return {form: tuple(Hit(key, near) for key, near in sorted(found.items())) for form, found in hits.items()}


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


def _index(pairs: Iterable[tuple[str, _V]]) -> dict[str, tuple[_V, ...]]:
    index: dict[str, list[_V]] = defaultdict(list)
    for key, value in pairs:
        if not index[key] or index[key][-1] != value:
            index[key].append(value)
    return {key: tuple(values) for key, values in index.items()}


def letters(key: str) -> str:
    """A folded word without the apostrophe of a possessive; other apostrophes make other words (we'll, well)."""
    return key[:-2] + "s" if key.endswith("'s") else key.replace("'", "") if key[:2] in ("l'", "d'") else key


def _stem(key: str) -> str:
    return key[:-2] if key.endswith("'s") else key
