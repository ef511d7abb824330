"""Which prices of an entry hold on a day in a region, and which did."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from msglint.glossary.scopes import region_code, within
from msglint.glossary.standing import stale_from
from msglint.model.glossary import Entry, Glossary, LabelKind, Price
from msglint.model.judgement import Circumstances
from msglint.money.units import agree


class Prices(Struct, frozen=True):
    """`current` hold on the day; `past` ended before it, the latest first."""

    current: tuple[Price, ...]
    past: tuple[Price, ...]


def prices_of(entry: Entry, circumstances: Circumstances) -> Prices:
    """The entry's prices for the document's region: its own, else those without a region; all where it is unknown.

    A part of a country has the country's prices where it has none of its own.
    """
    region, day = circumstances.region, circumstances.as_of
    prices: Sequence[Price] = entry.prices
    if region:
        here = region_code(region)
        own = [price for price in prices if here in map(region_code, price.region)]
        around = [price for price in prices if within(price.region, region)]
        prices = own or around or [price for price in prices if not price.region]
    current = [p for p in prices if (p.valid_from or day) <= day <= (p.valid_through or day)]
    past = [p for p in prices if p.valid_through is not None and p.valid_through < day]
    past = [p for p in past if not any(_same(p, now) for now in current)]
    past.sort(key=lambda p: p.valid_through or date.min, reverse=True)
    return Prices(tuple(current), tuple(past))


def _same(one: Price, other: Price) -> bool:
    return (one.amount, one.currency) == (other.amount, other.currency) and agree(one.per, other.per)


def reduced(
    entry: Entry, price: Price, glossary: Glossary, as_of: date, said: frozenset[str] = frozenset()
) -> set[Decimal]:
    """What the price comes to under offers on this entry that run on the day, or that the document names (`said`, ids).

    One that is named and does not run is wrong for that (OFR301, OFR302); its price is not wrong besides.
    """
    found = set()
    names = {entry.id.casefold(), *(label.text.casefold() for label in entry.labels)}
    for offer in glossary.priced:
        if offer.discount is None or offer.item is None or offer.item.casefold() not in names:
            continue
        runs = (offer.valid_from or as_of) <= as_of <= (offer.valid_through or as_of)
        if not runs and offer.id not in said:
            continue
        off = offer.discount
        if off.percent is not None:
            found.add((price.amount * (100 - off.percent) / 100).quantize(Decimal("0.01")))
        if off.amount_off is not None:
            found.add(price.amount - off.amount_off)
        if off.price is not None:
            found.add(off.price)
    return found


def changed_together(entry: Entry, old: Price, current: Sequence[Price]) -> date | None:
    """The day on which the entry's name changed and `old` was replaced; None where the two are apart."""
    if old.valid_through is None:
        return None
    day = old.valid_through + timedelta(days=1)
    renamed = any(stale_from(entry, label) == day for label in entry.labels if label.kind is LabelKind.SUPERSEDED)
    return day if renamed and any(price.valid_from == day for price in current) else None
