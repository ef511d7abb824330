"""What a label is looked for as: its words, its head noun, and how loosely it may be matched."""

from functools import cached_property

from msgspec import Struct

from msglint.glossary.forms import is_plural, plural, singular
from msglint.model.glossary import Entry, EntryType, Glossary, Label
from msglint.text.tokens import SOFT, tokenize
from msglint.text.word_classes import word_class
from msglint.text.words import is_ordinary

FUNCTION_WORDS = word_class("function")
"""Words that carry no content of a name."""

_HEAD_ENDS = word_class("head-ends")
_REORDERED = frozenset((EntryType.PRODUCT, EntryType.BRAND, EntryType.OFFER, EntryType.PERSONA, EntryType.METRIC))


class Word(Struct, frozen=True):
    """One word of a label: folded key, as written, and the gap before it (as in Token)."""

    key: str
    written: str
    gap: str

    @property
    def content(self) -> bool:
        return self.key not in FUNCTION_WORDS


class Pattern(Struct, frozen=True, dict=True):
    """A label ready to be looked for.

    head       index of the head noun, whose plural and possessive are still the name ("Meals" of Meals for Teams)
    heads      (derived) all words that may be the head: the last word, too ("Policy" of Peace of Mind Policy)
    acronym    up to five capitals: counts only as written, never fuzzy
    ordinary   one ordinary English word with a capital ("Access"): only its capital tells it from the word
    as_written differs from the preferred name in case alone: counts only as written
    """

    entry: Entry
    label: Label
    words: tuple[Word, ...]
    head: int
    acronym: bool
    ordinary: bool
    as_written: bool
    fuzzy: bool
    inflect: bool
    reorder: bool
    english: bool

    @cached_property
    def content(self) -> tuple[int, ...]:
        return tuple(i for i, word in enumerate(self.words) if word.content)

    @property
    def heads(self) -> tuple[int, ...]:
        last = len(self.words) - 1
        return (self.head,) if self.head == last or not self.words[last].key.isalpha() else (self.head, last)

    @cached_property
    def numbered(self) -> bool:
        """One ordinary word and a small number, as in Plus 50: in small letters ("plus 50 euros") it names nothing."""
        first, last = self.words[0].key, self.words[-1].key
        return len(self.words) == 2 and is_ordinary(first) and last.isdigit() and len(last) < 3

    @cached_property
    def has_capital(self) -> bool:
        return any(character.isupper() for character in self.label.text)

    @property
    def any_case(self) -> bool:
        return self.label.match.case == "any"

    @property
    def head_is_plural(self) -> bool:
        return is_plural(self.words[self.head].written)


def labels_of(glossary: Glossary) -> list[tuple[Entry, Label]]:
    """All labels with their entries, in order."""
    return [(entry, label) for entry in glossary.entries for label in entry.labels]


def patterns_of(glossary: Glossary) -> dict[int, Pattern]:
    """The patterns of all labels, by the label's number in that order; a label of signs alone has none."""
    labels = enumerate(labels_of(glossary))
    return {number: pattern_of(entry, label) for number, (entry, label) in labels if words_of(label.text)}


def squash(words: tuple[Word, ...], replaced: dict[int, str] | None = None) -> str:
    """The words' keys run together, with the punctuation that tells names apart (Login.gov).

    Spaces, hyphens and apostrophes do not: "Chefs Table" is a form of Chef's Table.
    """
    parts = []
    for i, word in enumerate(words):
        if i and word.gap not in SOFT:
            parts.append(word.gap)
        parts.append(replaced.get(i, word.key) if replaced else word.key)
    return "".join(parts).replace("'", "")


def number_forms(pattern: Pattern, index: int) -> tuple[str, ...]:
    """The folded plural and singular of one of a pattern's words, but for the word; () where it may not inflect."""
    word = pattern.words[index]
    if not (pattern.inflect and pattern.english and word.content):
        return ()
    forms = {plural(word.written).casefold(), singular(word.written).casefold()}
    if not is_plural(word.written) and word.key.isalpha():
        forms.add(f"{word.key}s")  # regular where it should not be: two Velvet Leafs
    return tuple(sorted(forms - {word.key}))


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a name as the glossary writes it."""
    return tuple(
        Word(token.key, token.written, " " if token.gap.isspace() or i and len(token.gap) > 1 else token.gap)
        for i, token in enumerate(tokenize(text))
    )


def pattern_of(entry: Entry, label: Label) -> Pattern:
    """The pattern of an entry's label, which has a word."""
    words = words_of(label.text)
    english = (label.language or entry.language).split("-")[0].lower() == "en"
    letters = "".join(word.written for word in words if word.key not in "&+")
    acronym = len(words) == 1 and letters.isalpha() and letters.isupper() and len(letters) <= 5
    short = sum(len(word.key) for word in words) <= 4
    inflect = label.match.inflect is not False
    return Pattern(
        entry=entry,
        label=label,
        words=words,
        head=head_of(words),
        acronym=acronym,
        ordinary=len(words) == 1 and english and label.text[0].isupper() and not acronym and is_ordinary(words[0].key),
        as_written=_differs_in_case_only(entry, label),
        fuzzy=label.match.fuzzy != "none" and not acronym and not short,
        inflect=inflect,
        reorder=label.match.fuzzy != "none" and entry.type in _REORDERED and not acronym,
        english=english,
    )


def _differs_in_case_only(entry: Entry, label: Label) -> bool:
    preferred = entry.preferred.text
    return not label.kind.current and label.text != preferred and label.text.casefold() == preferred.casefold()


def head_of(words: tuple[Word, ...]) -> int:
    """The index of a name's head noun: before its first preposition, else its last word of letters.

    Not before a preposition within a compound (Sign-in Link), nor before "of" and two words (Peace of Mind Policy).
    """
    for i, word in enumerate(words):
        if i and word.key in _HEAD_ENDS and word.gap == " " and i + 1 < len(words) and words[i + 1].gap == " ":
            if word.key == "of" and len(words) - i > 2:
                break
            return i - 1
    for i in range(len(words) - 1, -1, -1):
        if words[i].key.isalpha():
            return i
    return len(words) - 1
