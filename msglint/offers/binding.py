"""Which discounts, prices and days of a place belong to which of the offers that it names.

One offer: all of them. Several: those of its clause, else of the clause that begins with it; where two offers share a
clause, nothing tells (rivals).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache
import re

from msgspec import Struct, field

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Entry
from msglint.model.judgement import Mention
from msglint.money.amount import Amount, Role
from msglint.money.subjects import content
from msglint.offers.codes import Code
from msglint.offers.days import Day, Edge
from msglint.offers.percents import Percent, conditional
from msglint.offers.places import Place
from msglint.offers.tables import blocks

_CLAUSE = lazy_pattern(r"[;,\n]|\.(?=\s)|\b(?:and|or|but|while|und|oder|et|y)\b")
_BESIDE = lazy_pattern(
    r"[\s:=()*–—|-]*(?:(?:is|gives|gets|for|=|takes|means|with|mit|bringt)\b[\s*(]*(?:you |the |code |promo code )*)?"
    r"[\s*_(“\"]*"
)
_WITH = lazy_pattern(
    r"[\s,()*]*(?:per \w+|a \w+|each|pp)?[\s,()*]*(?:with|using|under|through|thanks to|on|in|during|mit|avec|con)\s+"
    r"(?:(?:the|our|your|a|code|promo|discount|voucher|coupon|special|offer)\s+)*[“\"'*_(]*",
    re.IGNORECASE,
)
_MOST = 20
"""More offers than that in one sentence are a list, in which nothing tells what belongs to which."""


class Group(Struct):
    """One offer of a place (several where a code is of several): its mentions, and what belongs to them."""

    offers: tuple[Entry, ...]
    refs: list[Mention]
    values: list[Mention] = field(default_factory=list)
    prices: list[Mention] = field(default_factory=list)
    days: list[Mention] = field(default_factory=list)
    rivals: bool = False


def groups_of(place: Place) -> list[Group]:
    """The offers a place names, by name or code, in reading order; name and code of one offer are one."""
    groups: list[Group] = []
    for mention in place.of("name", "code"):
        offers = mention.value.offers if isinstance(mention.value, Code) else (mention.entry,) if mention.entry else ()
        ids = {offer.id for offer in offers}
        same = next((group for group in groups if ids & {offer.id for offer in group.offers}), None)
        if same is not None:
            same.refs.append(mention)
            same.offers = tuple(offer for offer in same.offers if offer.id in ids)
        elif offers:
            groups.append(Group(tuple(offers), [mention]))
    return groups


def share_out(place: Place, groups: Sequence[Group], priced: bool = False) -> None:
    """Give each group its discounts, prices and days. `priced`: the item is named too, so that prices are its own."""
    for mention in place.of("percent", "money", "date"):
        owners = _owners(place, groups, mention)
        for group in owners:
            _take(group, mention, priced)
            group.rivals = group.rivals or len(owners) > 1


def _owners(place: Place, groups: Sequence[Group], mention: Mention) -> Sequence[Group]:
    if len(groups) == 1 or place.row:
        return groups
    if len(groups) > _MOST:
        return ()
    text = place.segment.text
    start, end = _clause(text, place.span, mention)
    here = [group for group in groups if any(start <= ref.start < end for ref in group.refs)]
    if here:
        return here
    before = [group for group in groups if group.refs[0].end <= mention.start]
    return before[-1:] or groups[:1]


def _clause(text: str, span: tuple[int, int], mention: Mention) -> tuple[int, int]:
    ends, starts = _breaks(text, span)
    before = bisect_right(starts, mention.start) - 1
    after = bisect_left(ends, mention.end)
    return (starts[before] if before >= 0 else span[0]), (ends[after] if after < len(ends) else span[1])


@lru_cache(maxsize=16)
def _breaks(text: str, span: tuple[int, int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Where clauses end, and where the next ones start."""
    found = list(_CLAUSE.finditer(text, *span))
    return tuple(match.start() for match in found), tuple(match.end() for match in found)


def _take(group: Group, mention: Mention, priced: bool) -> None:
    value = mention.value
    if isinstance(value, Day) and not value.elsewhere:
        group.days.append(mention)
    elif isinstance(value, Percent):
        if value.discount or _beside(group, mention):
            group.values.append(mention)
    elif isinstance(value, Amount):
        if value.role is Role.SAVING:
            group.values.append(mention)
        elif value.role in (Role.PRICE, Role.FUTURE) and (priced or _is_with(group, mention, value)):
            group.prices.append(mention)


def _beside(group: Group, mention: Mention) -> bool:
    """Whether a bare percentage stands right beside the offer's name or code: "TEAM20 (20%)", "20% with TEAM20"."""
    text = mention.segment.text
    return any(
        ref.segment is mention.segment
        and (_BESIDE.fullmatch(text, ref.end, mention.start) or _BESIDE.fullmatch(text, mention.end, ref.start))
        for ref in group.refs
    )


def _is_with(group: Group, mention: Mention, amount: Amount) -> bool:
    """Whether the amount is said to be what the item costs with the offer."""
    text = mention.segment.text
    if any(ref.segment is mention.segment and _WITH.fullmatch(text, amount.phrase[1], ref.start) for ref in group.refs):
        return True
    return any(offer.discount is not None and offer.discount.price is not None for offer in group.offers)


def describes(place: Place, value: Mention, item: Mention | None) -> bool:
    """Whether a discount is one on the item, for everybody, and nothing between them names another thing."""
    text = value.segment.text
    if conditional().search(_without(place, value, item)):
        return False
    if item is None or item.segment is not value.segment or item.end <= place.span[0]:
        return not place.row or item is not None
    first, second = sorted((item, value), key=lambda one: one.start)
    between = text[first.end : second.start]
    behind = re.match(r"\s+(?:on|of|in|auf)\s+(\w+)", text[value.end :]) if second is value else None
    return not content(_stripped(between)) and not (behind and content(_stripped(behind[1])))


def _without(place: Place, *mentions: Mention | None) -> str:
    """The text of a place without those mentions' own words."""
    if place.row:
        return " | ".join(
            segment.text for segment in place.segments if not any(m and m.segment is segment for m in mentions)
        )
    text, start = place.text, place.span[0]
    for mention in mentions:
        if mention and mention.segment is place.segment and mention.start >= start:
            first, last = mention.start - start, mention.end - start
            text = text[:first] + " " * (last - first) + text[last:]
    return text


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for line in blocks("boundaries")["generic"] for word in line.split())


def _stripped(text: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: " " if match[0].casefold() in _generic() else match[0], text)


def is_bare(place: Place, mentions: Sequence[Mention]) -> bool:
    """Whether a place says nothing but those mentions and words of windows."""
    return not content(_stripped(_without(place, *mentions)))


def window(days: Sequence[Mention]) -> list[Mention]:
    """Those days that begin or end something."""
    return [m for m in days if isinstance(m.value, Day) and m.value.edge is not Edge.WITHIN]
