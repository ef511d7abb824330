"""The glossary compiled for matching: every label's words and run-together forms, and the words that come near."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import compress, filterfalse
from operator import not_
from typing import NamedTuple

from msgspec import Struct

from msglint.glossary.clues import Clue, Remembered, characters_after
from msglint.glossary.label_forms import VARIED, Near
from msglint.glossary.near_joined import NearJoined
from msglint.glossary.near_words import NearWords
from msglint.glossary.patterns import Pattern, labels_of, pattern_of, patterns_of
from msglint.glossary.slips import FEWEST_LETTERS, MOST_EDITS
from msglint.glossary.table import Table
from msglint.glossary.tables import NEAR, anchors_of, contents_of, decoded, forms_of, parts_of, words_of
from msglint.glossary.traces import Traces
from msglint.model.glossary import Glossary
from msglint.model.judgement import Variation
from msglint.text.tokens import BREAK
from msglint.text.words import all_words, is_word
from msglint.uncollected import uncollected


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
    """Compiled once per glossary, asked for every distinct word of a run once.

    keys          the words of all labels, one a line
    contents      each pattern's content words with spaces between, one pattern a line
    forms         run-together form -> patterns (see forms_of)
    anchors       label word -> patterns to try around it
    words         form of a label's word -> the words (see tables.words_of)
    parts         what a run-together form may begin with
    longest_slip  letters beyond which a written word is no slip of any label's
    signs         those within run-together forms: "." of Login.gov
    broken        whether there is punctuation within any label: "Yahoo! Inbox"
    """

    glossary: Glossary
    keys: str
    contents: str
    forms: Table
    anchors: Table
    words: Table
    parts: Table
    near_words: NearWords
    near_joined: NearJoined
    longest_slip: int
    signs: frozenset[str]
    broken: bool
    traces: Traces

    def verdict(self, key: str) -> Verdict:
        """What a folded word may be part of; remembered for the life of the lexicon."""
        found = self._verdicts.get(key)
        if found is None:
            found = self._verdicts[key] = self._judge(key)
        return found

    @cached_property
    def patterns(self) -> Mapping[int, Pattern]:
        """What a label is looked for as, by the numbers that the tables have."""
        labels = labels_of(self.glossary)
        return Remembered(lambda number: pattern_of(*labels[number]))

    @cached_property
    def around(self) -> Mapping[str, tuple[int, ...]]:
        """The patterns to try around a label's word, for every word there is."""
        return Remembered(lambda key: tuple(self.anchors.get(key)))

    @cached_property
    def clues(self) -> dict[str, Clue | None]:
        """What each folded word tells: most of them nothing."""
        return Remembered(self._clue)

    def meet(self, words: Iterable[str]) -> None:
        """Learn all at once which folded words of a text tell nothing: English ones that are in no label."""
        if not (known := all_words()):
            return
        new = set(filterfalse(self.clues.__contains__, words))
        for table in (self.words, self.parts, self.forms):
            new = new.difference(table.places)
        encoded = "\n".join(new).encode("utf-8", "surrogatepass").split()
        english = list(compress(new, map(known.__contains__, encoded)))
        self.clues.update(dict.fromkeys(compress(english, map(not_, self.forms.beginnings(english)))))

    def _clue(self, key: str) -> Clue | None:
        verdict, plain = self.verdict(key), letters(key)
        after = characters_after(plain, self.forms.lines)
        for sign in after & self.signs:  # stands between the words
            after |= characters_after(plain + sign, self.forms.lines)
        if not verdict and not after:
            return None
        keys = tuple(hit.key for hit in verdict.hits)
        return Clue(keys, after, bool(verdict.joined) or plain in self.forms.places, bool(verdict))

    @cached_property
    def needs(self) -> Mapping[str, tuple[frozenset[str], ...]]:
        """For a word that labels are looked for around: the words that each of them needs, that one included."""
        return Remembered(self._needs)

    def _needs(self, anchor: str) -> tuple[frozenset[str], ...]:
        contents = map(self.content, self.around[anchor])
        return tuple(frozenset((anchor, *(content - _SIGNS))) for content in contents)

    @cached_property
    def forms_at(self) -> Mapping[str, tuple[Form, ...]]:
        """The patterns of which some letters are a run-together form, for all letters there are."""
        return Remembered(self._forms_at)

    def _forms_at(self, text: str) -> tuple[Form, ...]:
        return tuple(Form(number, VARIED[code]) for number, code in map(decoded, self.forms.get(text)))

    def hits(self, key: str) -> tuple[Hit, ...]:
        """The label words of which a folded word is a form."""
        found = map(decoded, self.words.get(key))
        return tuple(Hit(self.listed[place], NEAR[code]) for place, code in found)

    def begins_form(self, text: str) -> bool:
        """Whether any run-together form begins with these letters, with or without underscores among them."""
        found = self._beginnings.get(text)
        if found is None:
            plain = text.replace("_", "")
            found = self.forms.has_beginning(text) or (plain != text and self.forms.has_beginning(plain))
            if len(self._beginnings) < _MOST_REMEMBERED:
                self._beginnings[text] = found
        return found

    @cached_property
    def _verdicts(self) -> dict[str, Verdict]:
        return {}

    @cached_property
    def _beginnings(self) -> dict[str, bool]:
        return {}

    @cached_property
    def listed(self) -> list[str]:
        """The words of all labels."""
        return self.keys.split("\n")

    def content(self, number: int) -> frozenset[str]:
        """The content words of a pattern."""
        return frozenset(self._contents[number].split())

    @cached_property
    def _contents(self) -> list[str]:
        return self.contents.split("\n")

    def _judge(self, key: str) -> Verdict:
        hits = self.hits(key) if key in self.words.places else ()
        part = key in self.parts.places or key in self.forms.places
        if hits or part or not key.replace("'", "").isalpha():
            return Verdict(hits, (), part) if hits or part else NOTHING
        stem = _stem(key)
        if is_word(stem) or not FEWEST_LETTERS - 2 <= len(stem) <= self.longest_slip:
            return NOTHING
        typos = tuple(Hit(word, Near.TYPO) for word in self.near_words.near(stem))
        joined = self.near_joined.near(key, stem)
        return Verdict(typos, joined) if typos or joined else NOTHING


def compile_lexicon(glossary: Glossary) -> Lexicon:
    """Compile a glossary (some 0.1 ms a name; kept by the caller's cache)."""
    with uncollected():
        return _compiled(glossary)


def _compiled(glossary: Glossary) -> Lexicon:
    patterns = patterns_of(glossary)
    keys = sorted({word.key for pattern in patterns.values() for word in pattern.words if word.content})
    fuzzy = [pattern for pattern in patterns.values() if pattern.fuzzy]
    near_words = NearWords.of(word.key for pattern in fuzzy for word in pattern.words if word.content)
    near_joined = NearJoined.of(patterns)
    forms, words = forms_of(patterns), words_of(patterns, keys)
    return Lexicon(
        glossary=glossary,
        keys="\n".join(keys),
        contents=contents_of(patterns),
        forms=forms,
        anchors=anchors_of(patterns),
        words=words,
        parts=parts_of(patterns),
        near_words=near_words,
        near_joined=near_joined,
        longest_slip=max(map(len, (*near_words.listed, *near_joined.texts.lines)), default=0) + MOST_EDITS,
        signs=frozenset(sign for form in forms.lines if not form.isalnum() for sign in form if not sign.isalnum()),
        broken=any(word.gap == BREAK for pattern in patterns.values() for word in pattern.words[1:]),
        traces=Traces.of(patterns, forms, words, keys),
    )


def letters(key: str) -> str:
    """A folded word without the apostrophe of a possessive; other apostrophes make other words (we'll, well)."""
    return key[:-2] + "s" if key.endswith("'s") else key.replace("'", "") if key[:2] in ("l'", "d'") else key


def _stem(key: str) -> str:
    return key[:-2] if key.endswith("'s") else key
