"""What changed in an entry's prices."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec.structs import replace

from msglint.glossary import in_words
from msglint.glossary.change import Act, Change
from msglint.model.glossary import Entry, Origin, Price

_Series = tuple[str, tuple[str, ...], tuple[str, ...]]
_NOWHERE = Origin("", 0, 0)
_DAY = timedelta(days=1)


def series(price: Price) -> _Series:
    """What a price can follow on another one in: its currency, unit and regions."""
    return price.currency, price.per, price.region


def where(price: Price) -> str:
    """ " in IE and GB"; "" for a price that holds everywhere."""
    return f" in {in_words.joined(price.region)}" if price.region else ""


def price_changes(before: Entry, after: Entry) -> Iterator[Change]:
    """Series by series: corrections of a price, new prices with what they replace, prices that are gone."""
    olds, news = _by_series(before), _by_series(after)
    for key in dict.fromkeys((*olds, *news)):
        old = [price for price in olds[key] if price not in news[key]]
        new = [price for price in news[key] if price not in olds[key]]
        yield from _compared(old, new, news[key])


def _by_series(entry: Entry) -> dict[_Series, list[Price]]:
    found: dict[_Series, list[Price]] = defaultdict(list)
    for price in entry.prices:
        found[series(price)].append(replace(price, origin=_NOWHERE))
    return found


def _compared(old: list[Price], new: list[Price], whole: Sequence[Price]) -> Iterator[Change]:
    """`old` are gone and `new` have come; `whole` are all the prices of the series as it is now."""
    starts = {price.valid_from: price for price in old}
    for price in new:
        corrected = starts.get(price.valid_from)
        if corrected is None:
            yield _new(price, whole)
        else:
            old.remove(corrected)
            del starts[price.valid_from]
            yield from _corrected(corrected, price, new)
    for price in old:
        yield Change(Act.REPRICED, "prices", f"price {in_words.price(price)}{where(price)}{_window(price)} removed")


def _new(price: Price, whole: Sequence[Price]) -> Change:
    ended = replaced_by(price, whole)
    instead = f" instead of {in_words.money(ended.amount, ended.currency)}" if ended else ""
    said = f"costs {in_words.price(price)}{where(price)}{_window(price)}{instead}"
    return Change(Act.REPRICED, "prices", said, price.valid_from)


def replaced_by(price: Price, whole: Sequence[Price]) -> Price | None:
    """The price of a series that ended on the eve of this one."""
    eve = _eve(price.valid_from)
    return next((one for one in whole if eve and one.valid_through == eve), None)


def _corrected(old: Price, new: Price, come: Sequence[Price]) -> Iterator[Change]:
    """What is different between two prices that begin on one day."""
    if old.amount != new.amount:
        said = f"price corrected from {in_words.price(old)} to {in_words.price(new)}{where(new)}{_window(new)}"
        yield Change(Act.REPRICED, "prices", said, new.valid_from)
    price = f"{in_words.price(new)}{where(new)}"
    one, other = in_words.conditions(old), in_words.conditions(new)
    if one != other:
        yield Change(Act.REPRICED, "prices", f"price {price}: {one or 'nothing'} → {other or 'nothing'}")
    followed = new.valid_through and any(_eve(later.valid_from) == new.valid_through for later in come)
    if old.valid_through != new.valid_through and not followed:
        until = in_words.day(new.valid_through) if new.valid_through else None
        said = f"price {price} holds until {until}" if until else f"price {price} holds without an end"
        yield Change(Act.REPRICED, "prices", said, new.valid_through)


def _eve(day: date | None) -> date | None:
    return day - _DAY if day else None


def _window(price: Price) -> str:
    start = f" from {in_words.day(price.valid_from)}" if price.valid_from else ""
    return start + (f" until {in_words.day(price.valid_through)}" if price.valid_through else "")
