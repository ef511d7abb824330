"""Which of the names around an amount it belongs to, within a text: the nearest before it, then after it.

The order and the reasons not to bind are the rules catalogue's ("Binding a price to a product").
"""

from collections.abc import Sequence
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Mention
from msglint.money.amount import Amount, Role
from msglint.money.claim import Bond
from msglint.money.subjects import attached_nouns, content
from msglint.text.sentences import sentence_at

Found = tuple[Bond, Mention | None]
NOTHING: Found = (Bond.NONE, None)

_TOGETHER = lazy_pattern(
    r"[\s*_]*(?:,|/|&|\+|,?\s*(?:and|or|with|plus|und|oder|et|ou|y|o|e))[\s*_]*(?:(?:the|our|an?|your|one)\s+)?[*_]*",
    re.IGNORECASE,
)
_BUNDLED = lazy_pattern(
    r"[\s*_]*(?:with|plus|\+|and|&|incl\w*\.?)\s+(?!v\.?a\.?t|tax|from|at|\W)[^\W\d_]", re.IGNORECASE
)
_LINK = lazy_pattern(
    r"[\s,)*_]*(?:[:–—-]|(?:(?:it|you|we|they|all)\s+)?"
    r"(?:for|buys?|gets?|you get|on|of|is what you pay for|is (?:the|our) price (?:of|for))\b)"
    r"\s*(?:[\w'’-]+\s+){0,3}?[“\"'*_(]*",
    re.IGNORECASE,
)
_NEXT_WORD = lazy_pattern(r"['’]?s?\s+(?P<word>[^\W\d_][\w-]*)")


def in_sentence(text: str, amount: Amount, amounts: Sequence[Amount], names: Sequence[Mention]) -> Found:
    """The product of an amount within its sentence. `names` are sorted by place, `amounts` all of the text."""
    start, end = sentence_at(text, amount.figure[0])
    return within(text, (start, end), amount, amounts, names)


def within(
    text: str, span: tuple[int, int], amount: Amount, amounts: Sequence[Amount], names: Sequence[Mention]
) -> Found:
    """The product of an amount within text[span]."""
    here = [name for name in names if span[0] <= name.start and name.end <= span[1]]
    if not here:
        return NOTHING
    earlier = [other for other in amounts if span[0] <= other.figure[0] < amount.figure[0]]
    since = earlier[-1].phrase[1] if earlier else span[0]
    before = [name for name in here if name.end <= amount.figure[0]]
    after = [name for name in here if name.start >= amount.figure[1]]
    linked = after[0] if after and _LINK.fullmatch(text, amount.phrase[1], after[0].start) else None
    recent = [name for name in before if name.start >= since and not _taken(text, name, earlier)]
    if recent:
        return _nearest(text, recent, amount)
    if linked:
        return _with_rivals(text, linked, after)
    if before:
        return _carried(text, since, before, amount)
    if not after:
        return NOTHING
    between = text[amount.phrase[1] : after[0].start]
    if content(between) or content(text[since : amount.figure[0]]) or len({id(name.entry) for name in after}) > 1:
        return Bond.RIVALS, after[0]
    return Bond.SENTENCE, after[0]


def _taken(text: str, name: Mention, earlier: Sequence[Amount]) -> bool:
    """Whether the name belongs to the amount before it: "£42 for the Supper Club, £6.20 for …"."""
    priced = bool(earlier) and earlier[-1].role in (Role.PRICE, Role.TOTAL)
    return priced and bool(_LINK.fullmatch(text, earlier[-1].phrase[1], name.start))


def _nearest(text: str, recent: Sequence[Mention], amount: Amount) -> Found:
    nearest = recent[-1]
    gap = text[nearest.end : amount.figure[0]]
    word = _NEXT_WORD.match(gap)
    if word and word["word"].casefold() in attached_nouns():
        return Bond.NONE, None
    rivals = [name for name in recent if name.entry is not nearest.entry]
    together = any(_TOGETHER.fullmatch(text, rival.end, nearest.start) for rival in rivals)
    if together or _BUNDLED.match(gap):
        return Bond.RIVALS, nearest
    if ";" in gap and content(gap.rpartition(";")[2]):
        return Bond.NONE, None
    return Bond.SENTENCE, nearest


def _with_rivals(text: str, linked: Mention, after: Sequence[Mention]) -> Found:
    rivals = [name for name in after if name.entry is not linked.entry]
    if any(_TOGETHER.fullmatch(text, linked.end, rival.start) for rival in rivals):
        return Bond.RIVALS, linked
    word = _NEXT_WORD.match(text, linked.end)
    if word and word["word"].casefold() in attached_nouns():
        return Bond.NONE, None
    return Bond.SENTENCE, linked


def _carried(text: str, since: int, before: Sequence[Mention], amount: Amount) -> Found:
    """A second amount of one product: only where nothing in between names another thing."""
    if content(text[since : amount.figure[0]]):
        return Bond.NONE, None
    return (Bond.SENTENCE, before[-1]) if len({id(name.entry) for name in before}) == 1 else (Bond.RIVALS, before[-1])
