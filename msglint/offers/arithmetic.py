"""The arithmetic of a reduction: does what is said to be saved come to what was and what is now?

Tolerance: a figure stands for everything that rounds to it. A percentage may be rounded up or down, as shops do, so it
is right within less than one unit of its last written place; a price that was itself rounded from the percentage, and
an amount saved, within half a unit of theirs (round half up, the convention of ISO 80000-1, annex B).
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Mention
from msglint.money.amount import Amount, Qualifier, Role
from msglint.money.numbers import style_of
from msglint.offers.percents import Percent
from msglint.text.sentences import sentence_at

_HALF = Decimal("0.5")
_FURTHER = lazy_pattern(
    r"\b(?:extra|further|additional(?:ly)?|another|members?|students?|codes?|if you|when you)\b"
    r"|\b(?:zusätzlich|weitere)\w*"
    r"|\bwith [A-Z][A-Z0-9-]{3,}\b"
)


class Reduction(Struct, frozen=True):
    """The value of a statement of kind "discount".

    was, now     the prices;  now_written  the figures of `now` as they are written
    said         the mention of what is said to be saved, a percentage or an amount
    together     all stand in one sentence or row
    """

    was: Decimal
    now: Decimal
    now_written: str
    said: Mention
    together: bool

    @property
    def saved(self) -> Decimal:
        return self.was - self.now

    @property
    def percent(self) -> Decimal:
        return self.saved * 100 / self.was

    def is_right(self) -> bool:
        """Whether what is said to be saved is what was less what is, as far as it is written."""
        value = self.said.value
        if isinstance(value, Percent):
            if abs(value.percent - self.percent) < (Decimal(1) if value.fraction else self._unit()):
                return True
            return abs(self.was * (100 - value.percent) / 100 - self.now) <= _unit_of(self.now_written) * _HALF
        assert isinstance(value, Amount)
        return abs(value.amount - self.saved) < self._unit() * _HALF

    def _unit(self) -> Decimal:
        value = self.said.value
        assert isinstance(value, Percent | Amount)
        return _unit_of(self.said.segment.text[slice(*value.number)])

    def right_percent(self) -> Decimal:
        """The percentage in as many places as are written."""
        return self.percent.quantize(self._unit(), ROUND_HALF_UP)


def _unit_of(written: str) -> Decimal:
    """The value of the last place of written figures: 0.01 of "12.50", 1 of "12" and of words."""
    decimals = style_of(written, "," in written).decimals if written[:1].isdigit() else 0
    return Decimal(1).scaleb(-decimals)


def reductions(mentions: Sequence[Mention], row: bool) -> Iterator[Reduction]:
    """The reductions told of in a text or in a row: every old price with the new one and what is saved."""
    olds = [m for m in mentions if isinstance(m.value, Amount) and m.value.role is Role.PAST]
    for number, old in enumerate(olds):
        group = list(mentions) if len(olds) == 1 else _between(mentions, olds, number)
        if not row or len(olds) == 1:
            yield from _of(old, group, row)


def _between(mentions: Sequence[Mention], olds: Sequence[Mention], number: int) -> list[Mention]:
    start = olds[number].start
    end = olds[number + 1].start if number + 1 < len(olds) else None
    return [mention for mention in mentions if mention.start >= start and (end is None or mention.start < end)]


def _of(old: Mention, group: Sequence[Mention], row: bool) -> Iterator[Reduction]:
    was = old.value
    assert isinstance(was, Amount)
    new = [m for m in group if _is_new(m, old, was, row)]
    if len({m.value.amount for m in new if isinstance(m.value, Amount)}) != 1:
        return
    now = new[0].value
    assert isinstance(now, Amount)
    if not 0 < now.amount < was.amount:
        return
    written = new[0].segment.text[slice(*now.number)]
    percents = [m for m in group if isinstance(m.value, Percent) and m.value.discount and not m.value.about]
    savings = [m for m in group if _is_saving(m, was, now)]
    for said in (percents, savings):
        plain = [m for m in said if not _FURTHER.search(_clause(m))]
        if len(plain) == 1 and len(said) == 1:
            together = row or sentence_at(old.segment.text, old.start) == sentence_at(old.segment.text, plain[0].start)
            yield Reduction(was.amount, now.amount, written, plain[0], together)


def _is_new(mention: Mention, old: Mention, was: Amount, row: bool) -> bool:
    now = mention.value
    if not isinstance(now, Amount) or now.role is not Role.PRICE or now.qualifier is not None:
        return False
    if _is_told_saved(mention):
        return False
    if now.other is not None and now.other != was.amount:  # "from £40 to £30" is no range
        return False
    if (now.per and was.per and now.per != was.per) or not _same_currency(now, was):
        return False
    return row or sentence_at(old.segment.text, old.start) == sentence_at(old.segment.text, mention.start)


def _is_saving(mention: Mention, was: Amount, now: Amount) -> bool:
    value = mention.value
    if not isinstance(value, Amount) or value.qualifier in tuple(Qualifier):
        return False
    if value.role is not Role.SAVING and not _is_told_saved(mention):
        return False
    return _same_currency(value, was) and (not value.per or value.per in (was.per, now.per))


_SAVED = lazy_pattern(
    r"\b(?:sparen|spare|gespart|ersparnis|économise[rz]?|ahorra\w*|risparmi\w*|bespaar\w*)\b[^.;,\d]{0,20}\Z", re.I
)
"""Words of saving in languages whose cues msglint.money does not have."""


def _is_told_saved(mention: Mention) -> bool:
    return bool(_SAVED.search(mention.segment.text[max(0, mention.start - 40) : mention.start]))


def _same_currency(one: Amount, other: Amount) -> bool:
    return not one.currencies or not other.currencies or bool(set(one.currencies) & set(other.currencies))


def _clause(mention: Mention) -> str:
    text = mention.segment.text
    start, end = sentence_at(text, mention.start)
    before = re.split(r"[,;(]", text[start : mention.start])[-1]
    return before + text[mention.start : end].split(",")[0]
