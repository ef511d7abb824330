"""Certain forms: neighbouring words whose letters, run together, are a form of a label, however they are spaced."""

from collections.abc import Iterator, Sequence

from msglint.glossary.forms import is_plural
from msglint.glossary.lexicon import Form, Lexicon, letters
from msglint.glossary.patterns import FUNCTION_WORDS, Pattern
from msglint.matching import Candidate
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.tokens import BREAK, SOFT, WRAP, Token
from msglint.text.word_classes import word_class
from msglint.text.words import is_ordinary, is_word

_SUBJECTS = word_class("subjects")


def certain_forms(tokens: Sequence[Token], starts: Sequence[int], lexicon: Lexicon) -> Iterator[Candidate]:
    """Every window of words, from those numbered `starts`, that is a certain form of a label; snake_case `possible`."""
    for first in starts:
        text = letters(tokens[first].key)
        last = first
        while lexicon.begins_form(text):
            for form in lexicon.forms_at[text]:
                yield from _candidate(tokens, first, last, lexicon.patterns[form.pattern], form)
            if "_" in text:
                for form in lexicon.forms_at[text.replace("_", "")]:
                    yield _identifier(first, last, lexicon.patterns[form.pattern])
            last += 1
            if last >= len(tokens) or ((gap := tokens[last].gap) == BREAK and not lexicon.broken):
                break
            if gap not in SOFT and gap != "'":
                text += gap
            text += letters(tokens[last].key)


def _identifier(first: int, last: int, pattern: Pattern) -> Candidate:
    return Candidate(first, last, pattern, frozenset((Variation.IDENTIFIER,)), Certainty.POSSIBLE)


def _candidate(tokens: Sequence[Token], first: int, last: int, pattern: Pattern, form: Form) -> Iterator[Candidate]:
    window = tokens[first : last + 1]
    if _runs_on(tokens, last) or _means_something_else(window, pattern):
        return
    variations, certainty = form.variations, Certainty.CERTAIN
    if Variation.NUMBER in variations:
        certainty = Certainty.LIKELY
    if _is_joint(window, pattern):
        variations |= {Variation.JOINT}
        if _in_hyphen_chain(tokens, first, last):
            variations, certainty = variations | {Variation.IDENTIFIER}, Certainty.POSSIBLE
        elif _is_verb_phrase(tokens, first, last, pattern):
            certainty = Certainty.POSSIBLE
    yield Candidate(first, last, pattern, variations, certainty)


def _is_joint(window: Sequence[Token], pattern: Pattern) -> bool:
    """Whether the words are spaced otherwise than in the label; a line's end excuses any hyphen."""
    gaps = [token.gap for token in window[1:]]
    if WRAP in gaps:
        return False
    if gaps and gaps[-1] == "'" and len(gaps) == len(pattern.words):
        gaps.pop()  # the possessive of a sign: Care+'s
    if gaps != [word.gap for word in pattern.words[1:]]:
        return True
    return any(
        token.key != word.key and token.key.replace("'", "") == word.key.replace("'", "")
        for token, word in zip(window, pattern.words, strict=False)
    )


def _means_something_else(window: Sequence[Token], pattern: Pattern) -> bool:
    """Whether the other spacing makes other words: "fresh plates" for FreshPlate, "breakfast" for Break Fast."""
    if any(token.gap == WRAP for token in window[1:]):
        return False
    if _loose_plus(window, pattern):
        return True
    if len(pattern.words) == 1 and len(window) > 1:
        ordinary = all(is_ordinary(token.key) for token in window)
        return ordinary and not all(token.written[0].isupper() for token in window)
    if len(pattern.words) > 1 and len(window) == 1:
        written = window[0].written
        return is_word(window[0].key) and not any(letter.isupper() for letter in written[1:])
    return False


def _loose_plus(window: Sequence[Token], pattern: Pattern) -> bool:
    """Whether a "+" that ends a word of the label (Care+, 11+) is written as an operator: "care + attention"."""
    tied = any(word.key == "+" and not word.gap for word in pattern.words[1:])
    return tied and any(token.key == "+" and token.gap for token in window[1:])


def _in_hyphen_chain(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether hyphens tie the words to a neighbour too, as in terraform-cloud-operator."""
    if not any(token.gap == "-" for token in tokens[first + 1 : last + 1]):
        return False
    return (first > 0 and tokens[first].gap == "-") or (last + 1 < len(tokens) and tokens[last + 1].gap == "-")


def _is_verb_phrase(tokens: Sequence[Token], first: int, last: int, pattern: Pattern) -> bool:
    """Whether a hyphenated compound written open reads as a verb: "the facts lie in rates" for Lie-In Rate."""
    window = tokens[first : last + 1]
    if first == 0 or len(window) != len(pattern.words) or tokens[first].gap != " " or window[0].written[0].isupper():
        return False
    opened = any(word.gap == "-" and token.gap == " " for token, word in zip(window, pattern.words, strict=True))
    subject = tokens[first - 1]
    if subject.key in FUNCTION_WORDS:
        return False
    return opened and (subject.key in _SUBJECTS or (is_ordinary(subject.key) and is_plural(subject.key)))


def _runs_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether a number goes on behind the name's: Plan 5 in "Plan 5.5"."""
    if last + 1 >= len(tokens) or not tokens[last].key[-1].isdigit():
        return False
    following = tokens[last + 1]
    return following.gap in (".", ",") and following.key[0].isdigit()
