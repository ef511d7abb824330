"""The label's words in order, each the same or nearly: another number, "&" for "and", a slip of the keyboard."""

from collections.abc import Iterator, Sequence

from msglint.glossary.forms import is_plural
from msglint.glossary.label_forms import Near
from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import Pattern
from msglint.matching import Candidate
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.tokens import SOFT, Token

_EQUIVALENTS = ({"and", "&", "n", "+"}, {"for", "4"}, {"to", "2"}, {"plus", "+"})
"""Written for one another in names; glossary-format: "`&` = and, `4` = for, `2` = to"."""

_VARIATIONS = {Near.NUMBER: Variation.NUMBER, Near.TYPO: Variation.TYPO}


def in_order(tokens: Sequence[Token], at: int, key: str, pattern: Pattern, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates for a label around word `at`, which may be its word `key`."""
    for index, word in enumerate(pattern.words):
        if word.key == key and (found := _align(tokens, at - index, pattern, lexicon)):
            yield found


def _align(tokens: Sequence[Token], first: int, pattern: Pattern, lexicon: Lexicon) -> Candidate | None:
    last = first + len(pattern.words) - 1
    if first < 0 or last >= len(tokens):
        return None
    variations: set[Variation] = set()
    for index, token in enumerate(tokens[first : last + 1]):
        word = pattern.words[index]
        if index and not (token.gap in SOFT if word.gap in SOFT else token.gap == word.gap):
            return None
        if index and word.key == "+" and token.gap != word.gap:
            return None  # an operator
        if index and token.gap != word.gap:
            variations.add(Variation.JOINT)
        if token.key == word.key:
            continue
        found = _difference(token, pattern, index, lexicon)
        if found is None:
            return None
        variations.add(found)
    loose = variations & {Variation.NUMBER, Variation.TYPO, Variation.EQUIVALENT}
    if not loose or (Variation.TYPO in loose and not pattern.fuzzy):
        return None  # nothing but certain differences: found by its form already
    return Candidate(first, last, pattern, frozenset(variations), Certainty.LIKELY)


def _difference(token: Token, pattern: Pattern, index: int, lexicon: Lexicon) -> Variation | None:
    word = pattern.words[index]
    if not word.content or token.key in "&+":
        same = any(word.key in group and token.key in group for group in _EQUIVALENTS)
        return Variation.EQUIVALENT if same else None
    if word.key == "plus" and token.key == "+":
        return Variation.EQUIVALENT
    near = lexicon.verdict(token.key).near(word.key)
    if near is None or (near is Near.NUMBER and not pattern.inflect and not word.key.endswith("'s")):
        return None
    if near is Near.POSSESSIVE:
        return Variation.INFLECTED if index == len(pattern.words) - 1 else None
    if near is Near.NUMBER and index in pattern.heads and not is_plural(word.written):
        return Variation.INFLECTED
    return _VARIATIONS[near]
