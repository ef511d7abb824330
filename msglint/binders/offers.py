"""Offers: where one is named, entered by its code, or meant by a discount on its item, and what is stated of it.

Statements have kind "offer", their value is an OfferClaim; the entry is the offer where only one can be meant. A
sentence (list item, table row) makes one statement an offer, placed at its first words. Certain within one of these,
likely through the heading or the sentence before.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from msglint.model.document import Document, Role, Segment
from msglint.model.glossary import EntryType, Glossary
from msglint.model.judgement import Mention, Statement
from msglint.model.scale import Certainty
from msglint.money.amount import Amount
from msglint.money.amount import Role as AmountRole
from msglint.money.sections import Headings, headings_of
from msglint.offers import telling
from msglint.offers.binding import Group, describes, groups_of, is_bare, share_out, window
from msglint.offers.catalogue import Offers, offers_of
from msglint.offers.claim import By, OfferClaim
from msglint.offers.days import Day
from msglint.offers.percents import Percent
from msglint.offers.places import Place, places
from msglint.offers.standing import equals
from msglint.offers.surroundings import around, stance, titles_of, told

_NEAR = 2_000
"""Characters to both sides of an offer in which a day may tell when it begins."""


class _Page(Struct):
    """What binding an offer may look at."""

    document: Document
    offers: Offers
    refs: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))  # offers, by id(segment)
    items: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))  # what they are offers of
    others: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))  # products without offers
    single: dict[int, bool] = field(default_factory=dict)
    rest: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))  # percents, money, days
    days: dict[int, list[Mention]] = field(default_factory=lambda: defaultdict(list))  # those of the rest, in order

    def agreed(self, segment: Segment) -> bool:
        """Whether a segment names just one offer."""
        if id(segment) not in self.single:
            here = self.refs[id(segment)]
            self.single[id(segment)] = len({ref.entry.id for ref in here if ref.entry}) == 1
        return self.single[id(segment)]

    def days_near(self, segment: Segment, mention: Mention) -> list[Mention]:
        """The days in a segment; in the mention's own one, those that stand near it."""
        here = self.days[id(segment)]
        if segment is not mention.segment:
            return here
        edges = (mention.start - _NEAR, mention.end + _NEAR)
        first, last = (bisect_left(here, edge, key=lambda day: day.start) for edge in edges)
        return here[first:last]

    def headings(self, names: dict[int, list[Mention]]) -> Headings:
        return headings_of(self.document, names)


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every offer of a sentence, list item or row."""
    told = [mention for mention in mentions if mention.kind in ("code", "percent", "money") or _is_offer(mention)]
    if not told:
        return
    offers = offers_of(glossary)
    if not offers.all:
        return
    page = _sorted(document, mentions, offers)
    titles = titles_of(document)
    named, meant = page.headings(page.refs), page.headings(page.items)
    about: dict[int, list[Mention]] = defaultdict(list)
    for found in (page.refs, page.rest):
        for key, here in found.items():
            about[key] += here
    for place in places(document, about):
        groups = groups_of(place)
        if groups:
            share_out(place, groups, _names_item(groups, place, page))
            yield from (_of_group(group, place, titles[place.position], page) for group in groups)
        else:
            yield from _unnamed(place, page, named, meant, titles[place.position])


def _is_offer(mention: Mention) -> bool:
    return mention.kind == "name" and mention.entry is not None and mention.entry.type is EntryType.OFFER


def _sorted(document: Document, mentions: Sequence[Mention], offers: Offers) -> _Page:
    page = _Page(document, offers)
    for mention in mentions:
        key, entry = id(mention.segment), mention.entry
        if _is_offer(mention) or (mention.kind == "code" and entry):
            page.refs[key].append(mention)
        elif mention.kind == "name" and entry and mention.certainty >= Certainty.LIKELY:
            if entry.id in offers.items:
                page.items[key].append(mention)
            elif entry.prices or entry.type is EntryType.PRODUCT:
                page.others[key].append(mention)
        elif mention.kind in ("percent", "money", "date"):
            page.rest[key].append(mention)
            if isinstance(mention.value, Day):
                page.days[key].append(mention)
    for found in (page.refs, page.items, page.others):
        for here in found.values():
            here.sort(key=lambda mention: mention.start)
    return page


def _of_group(group: Group, place: Place, title: str, page: _Page) -> Statement:
    first = group.refs[0]
    near = around(place, page.document, page.refs)
    claim = OfferClaim(
        By.CODE if first.kind == "code" else By.NAME, group.offers,
        tuple(group.values), tuple(group.prices), tuple(group.days),
        nearby=tuple(day for segment in near for day in page.days_near(segment, first)),
        telling=told(place, group.refs, title),
        doubt=any(telling.in_doubt(segment.text) for segment in near), rivals=group.rivals,
    )  # fmt: skip
    entry = group.offers[0] if len(group.offers) == 1 else None
    return Statement("offer", entry, tuple(group.refs), first.certainty, stance(first), claim)


def _unnamed(place: Place, page: _Page, named: Headings, meant: Headings, title: str) -> Iterator[Statement]:
    """A place that names no offer: about one that is named before it, about its item, or about nothing else at all."""
    values = [mention for mention in place.of("percent", "money") if _is_discount(mention)]
    days = [m for m in place.of("date") if isinstance(m.value, Day) and not m.value.elsewhere]
    items = [m for segment in place.segments for m in _inside(page.items[id(segment)], place)]
    others = any(page.others[id(segment)] for segment in place.segments)
    carried = None if others or items else _carried(place, page, named)
    if carried is not None:
        if values or (days and is_bare(place, days)):
            yield _of_block(carried, place, values, days, title)
        return
    if not values:
        return
    item = items[0] if items else None if others else _item_about(place, page, meant)
    if item is not None and item.entry and len({one.entry.id for one in items if one.entry}) <= 1:
        if describes(place, values[0], item):
            yield _of_words(item, place, values, days, title, page)
    elif item is None and not others and window(days) and is_bare(place, [*values, *days]):
        yield from _alone(place, values, days, title, page)


def _item_about(place: Place, page: _Page, meant: Headings) -> Mention | None:
    """The one item that the sentences before, or else the heading, speak of."""
    before = [] if place.row else page.items[id(place.segment)]
    if before and before[0].end <= place.span[0]:
        return before[0] if len({m.entry.id for m in before if m.entry}) == 1 else None
    return meant.leads.get(place.position) or meant.names.get(place.position)


def _inside(mentions: list[Mention], place: Place) -> list[Mention]:
    """Those of a segment's mentions that stand in a place; they are in order."""
    if place.row:
        return mentions
    first, last = (bisect_left(mentions, edge, key=lambda mention: mention.start) for edge in place.span)
    return mentions[first:last]


def _is_discount(mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, Percent):
        return value.discount and not value.about
    return isinstance(value, Amount) and value.role is AmountRole.SAVING and value.qualifier is None


def _names_item(groups: Sequence[Group], place: Place, page: _Page) -> bool:
    """Whether a place names the item of its one offer, and no other product."""
    if len(groups) != 1 or any(_inside(page.others[id(segment)], place) for segment in place.segments):
        return False
    wanted = {item.id for offer in groups[0].offers if (item := page.offers.products.get(offer.id))}
    named = {m.entry.id for segment in place.segments for m in _inside(page.items[id(segment)], place) if m.entry}
    return bool(named) and named <= wanted


def _carried(place: Place, page: _Page, named: Headings) -> Mention | None:
    """The one offer that the other sentences, or else the heading, speak of."""
    if place.row:
        return None
    here = page.refs[id(place.segment)]
    if here:
        return here[0] if page.agreed(place.segment) else None
    if place.segment.role in (Role.HEADER, Role.ALT, Role.NOTE, Role.CELL):
        return None
    return named.leads.get(place.position) or named.names.get(place.position)


def _of_block(ref: Mention, place: Place, values: list[Mention], days: list[Mention], title: str) -> Statement:
    entry = ref.entry
    assert entry is not None
    claim = OfferClaim(By.BLOCK, (entry,), tuple(values), (), tuple(days), telling=told(place, values[:1], title))
    first = (values or days)[0]
    return Statement("offer", entry, (first, ref), min(Certainty.LIKELY, ref.certainty), stance(ref), claim)


def _of_words(
    item: Mention, place: Place, values: list[Mention], days: list[Mention], title: str, page: _Page
) -> Statement:
    assert item.entry is not None
    offers = tuple(page.offers.items[item.entry.id])
    equal = [offer for offer in offers if equals(offer, values[0], page.offers)]
    entry = equal[0] if len(equal) == 1 else None
    claim = OfferClaim(By.WORDS, offers, tuple(values), (), tuple(days), telling=told(place, values[:1], title))
    return Statement("offer", entry, (values[0], item), min(Certainty.LIKELY, item.certainty), stance(values[0]), claim)


def _alone(place: Place, values: list[Mention], days: list[Mention], title: str, page: _Page) -> Iterator[Statement]:
    offers = tuple(offer for offer in page.offers.all if equals(offer, values[0], page.offers))
    if len(offers) == 1:
        claim = OfferClaim(By.ALONE, offers, tuple(values), (), tuple(days), telling=told(place, values[:1], title))
        yield Statement("offer", offers[0], (values[0],), Certainty.LIKELY, stance(values[0]), claim)
