"""Windows of time that contradict each other: prices that overlap or leave a gap, ends before beginnings."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from msglint.glossary.health import Trouble, where
from msglint.model.glossary import Entry, Glossary, Price

_Series = tuple[object, ...]
_DAY = timedelta(days=1)


def window_troubles(glossary: Glossary) -> Iterator[Trouble]:
    """Entries, labels and prices that end before they begin; prices of one series that overlap or leave a gap."""
    for entry in glossary.entries:
        if entry.valid_through or entry.prices or [label for label in entry.labels if label.until]:
            yield from _backwards(entry)
            for series in _series(entry.prices).values():
                yield from _disagreeing(entry, series)


def _backwards(entry: Entry) -> Iterator[Trouble]:
    windows = [(entry.origin, entry.preferred.text, entry.valid_from, entry.valid_through)]
    windows += [(label.origin, label.text, label.valid_from, label.until) for label in entry.labels]
    windows += [(price.origin, _said(price), price.valid_from, price.valid_through) for price in entry.prices]
    for origin, said, first, last in windows:
        if first is not None and last is not None and last < first:
            problem = f"“{said}” ends on {last}, before it begins on {first}; mend one of the days"
            yield Trouble(origin, said, problem, f"backwards {said}", entry)


def _series(prices: tuple[Price, ...]) -> dict[_Series, list[Price]]:
    """Prices that take turns: of one region, currency, unit (in any order of its parts), smallest quantity and tax."""
    series: dict[_Series, list[Price]] = defaultdict(list)
    for price in prices:
        if price.valid_from and price.valid_through and price.valid_through < price.valid_from:
            continue
        unit = tuple(sorted(part.casefold() for part in price.per))
        for region in {region.casefold() for region in price.region} or {""}:
            series[(region, price.currency, unit, price.min_quantity, price.vat)].append(price)
    return series


def _disagreeing(entry: Entry, prices: list[Price]) -> Iterator[Trouble]:
    """Compare each price with the one that ran longest before it; a series' order is that of its days."""
    ordered = sorted(prices, key=lambda price: price.valid_from or date.min)
    earlier = ordered[0]
    for price in ordered[1:]:
        last = earlier.valid_through
        if last is None or price.valid_from is None or price.valid_from <= last:
            yield _overlap(entry, earlier, price)
        elif price.valid_from > last + _DAY:
            yield _gap(entry, last, price, price.valid_from)
        if last is not None and (price.valid_through is None or price.valid_through > last):
            earlier = price


def _overlap(entry: Entry, earlier: Price, price: Price) -> Trouble:
    first, cure = price.valid_from, "give each its days"
    if earlier.valid_through is None and first is not None:
        cure = f"end the earlier one with valid_through: {first - _DAY}"
    elif earlier.valid_from is None and price.valid_from is None:
        ends = min((p.valid_through for p in (earlier, price) if p.valid_through), default=None)
        cure = f"begin the later one with valid_from: {ends + _DAY}" if ends else cure
    since = f"from {first} on" if first else "with no first day"
    other = where(earlier.origin, price.origin)
    problem = f"two prices hold at once, {_said(price)} {since} and {_said(earlier)} ({other}); {cure}"
    return Trouble(price.origin, _said(price), problem, f"overlap {_said(price)} {_said(earlier)}", entry)


def _gap(entry: Entry, last: date, price: Price, first: date) -> Trouble:
    problem = f"no price holds from {last + _DAY} to {first - _DAY}, before {_said(price)}; close the gap"
    return Trouble(price.origin, _said(price), problem, f"gap {_said(price)}", entry)


def _said(price: Price) -> str:
    unit = f" per {' per '.join(price.per)}" if price.per else ""
    return f"{price.amount} {price.currency}{unit}"
