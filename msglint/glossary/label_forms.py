"""The shapes in which a label is still itself, and those of its words."""

from collections.abc import Iterator
from enum import Enum

from msglint.glossary.forms import is_plural
from msglint.glossary.patterns import Pattern, number_forms, squash
from msglint.model.judgement import Variation


class Near(Enum):
    """How a written word stands to a label's word."""

    SAME = "same"
    NUMBER = "number"
    POSSESSIVE = "possessive"
    TYPO = "typo"


PLAIN, INFLECTED, NUMBER = VARIED = (
    frozenset[Variation](),
    frozenset((Variation.INFLECTED,)),
    frozenset((Variation.NUMBER,)),
)
"""What a run-together form may vary."""


def certain_forms(pattern: Pattern) -> Iterator[tuple[str, frozenset[Variation]]]:
    """The run-together forms of a label, with what each varies; the label itself first."""
    plain = squash(pattern.words)
    yield plain, PLAIN
    if not pattern.inflect:
        return
    for head in pattern.heads:
        word = pattern.words[head]
        # The singular of a plural name ("Meal for Teams", "an Early Bird") is a doubtful inflection.
        variations = NUMBER if is_plural(word.written) else INFLECTED
        for form in number_forms(pattern, head):
            text = squash(pattern.words, {head: form})
            yield text, variations
            yield f"{text}s", variations
        yield squash(pattern.words, {head: f"{word.key}s"}), INFLECTED
    yield f"{plain}s", INFLECTED


def forms_of_word(pattern: Pattern, index: int) -> Iterator[tuple[str, Near]]:
    """The folded forms of one of a label's words, the word itself first."""
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


def parts(pattern: Pattern) -> Iterator[str]:
    """Written words that a run-together form may begin with, where no whole word of the label need be left."""
    if len(pattern.words) == 1 and len(pattern.words[0].key) >= 6 and not pattern.ordinary:
        key = pattern.words[0].key
        yield from (key[:length] for length in range(2, len(key) - 1))
    if not pattern.content:
        yield pattern.words[0].key  # made of function words or signs alone
