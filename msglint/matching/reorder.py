"""The label's content words in another order, with function words between: "lunch for business", "Teams Meals"."""

from collections.abc import Iterator, Sequence

from msglint.glossary.forms import is_plural
from msglint.glossary.label_forms import Near
from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import FUNCTION_WORDS, Pattern
from msglint.matching import Candidate
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.tokens import SOFT, Token
from msglint.text.word_classes import word_class
from msglint.text.words import is_ordinary

_MOST_BETWEEN = 2
_TYING = word_class("tying")
_BETWEEN = FUNCTION_WORDS | _TYING

_PREPOSITIONS = word_class("prepositions")

_NO_NOUN_FOLLOWS = FUNCTION_WORDS | word_class("no-noun-follows")


def reordered(tokens: Sequence[Token], at: int, pattern: Pattern, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates around word `at` where all content words of a label stand in one phrase, but not as in the label."""
    if not pattern.reorder or len(pattern.content) < 2:
        return
    reach = len(pattern.content) * (_MOST_BETWEEN + 1)
    for first in range(max(0, at - reach), at + 1):
        clue = lexicon.clues[tokens[first].key]
        if clue and clue.keys:
            found = _phrase(tokens, first, pattern, lexicon)
            if found and found.last >= at:
                yield found


def _phrase(tokens: Sequence[Token], first: int, pattern: Pattern, lexicon: Lexicon) -> Candidate | None:
    """The phrase that begins at `first` and holds every content word once, ended by the last of them."""
    wanted = list(pattern.content)
    order: list[int] = []
    places: list[int] = []
    variations: set[Variation] = {Variation.ORDER}
    between = 0
    for index in range(first, min(len(tokens), first + len(wanted) * (_MOST_BETWEEN + 1))):
        token = tokens[index]
        if index > first and token.gap not in SOFT:
            return None
        position, difference = _take(token, wanted, pattern, lexicon)
        if position is None:
            between += 1
            if index == first or between > _MOST_BETWEEN or token.key not in _BETWEEN:
                return None
            continue
        between = 0
        wanted.remove(position)
        order.append(position)
        places.append(index)
        if difference:
            variations.add(difference)
        if not wanted:
            return _judged(tokens, places, order, pattern, variations)
    return None


def _take(token: Token, wanted: list[int], pattern: Pattern, lexicon: Lexicon) -> tuple[int | None, Variation | None]:
    verdict = lexicon.verdict(token.key)
    for position in wanted:
        near = verdict.near(pattern.words[position].key)
        if near is Near.SAME:
            return position, None
        if near is Near.NUMBER and pattern.inflect:
            return position, Variation.INFLECTED if position in pattern.heads else Variation.NUMBER
        if near is Near.TYPO and pattern.fuzzy:
            return position, Variation.TYPO
    return None, None


def _judged(
    tokens: Sequence[Token], places: list[int], order: list[int], pattern: Pattern, variations: set[Variation]
) -> Candidate | None:
    between = [token.key for i, token in enumerate(tokens[places[0] : places[-1] + 1]) if places[0] + i not in places]
    capitalised = _capitalised(tokens, places)
    if order == sorted(order):
        if len(pattern.words) == len(pattern.content) or not capitalised:
            return None  # "business for lunch" is no Business Lunch
        if between == [word.key for word in pattern.words if not word.content]:
            return None  # nothing out of order
    found = Candidate(places[0], places[-1], pattern, frozenset(variations), Certainty.LIKELY)
    current = pattern.label.kind.current
    loose = Variation.TYPO in variations or (current and not (capitalised and pattern.has_capital))
    if loose or not (capitalised or _is_phrase(tokens, places, between)):
        return found.weaker(Certainty.POSSIBLE)
    return found


def _is_phrase(tokens: Sequence[Token], places: list[int], between: list[str]) -> bool:
    """Whether words in small letters make one phrase, rather than stand beside each other by chance."""
    if not _TYING.issuperset(between):
        return False
    # "Protect your paws" is no Paw Protect, nor "the lunch business" a Business Lunch.
    tied = bool(_PREPOSITIONS.intersection(between)) if between else len(places) > 2
    last = places[-1]
    return tied and (len(places) > 2 or is_plural(tokens[last].key) or not _goes_on(tokens, last))


def _capitalised(tokens: Sequence[Token], places: list[int]) -> bool:
    return all(tokens[place].written[0].isupper() or tokens[place].written[0].isdigit() for place in places)


def _goes_on(tokens: Sequence[Token], last: int) -> bool:
    """Whether the phrase's last word may belong to a noun behind it: "lunch for business travellers"."""
    if last + 1 >= len(tokens) or tokens[last + 1].gap not in (" ", "-"):
        return False
    following = tokens[last + 1].key
    return is_ordinary(following) and following not in _NO_NOUN_FOLLOWS
