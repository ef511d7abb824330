"""The prices of two versions of an entry, compared where they may be of one series and their days overlap."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from msglint.agreement.outcome import quoted
from msglint.agreement.plain import Data, Fields, listed, mapped
from msglint.agreement.windows import with_prices
from msglint.exchange.merging.differences import Difference
from msglint.exchange.written import figures, money_text, price_fields
from msglint.glossary import in_words
from msglint.glossary.money import parse_money
from msglint.glossary.scopes import region_code
from msglint.model.glossary import Entry, EntryType, Origin, Price
from msglint.money.units import agree

_NOWHERE = Origin("", 0, 0)
_DAY = timedelta(days=1)


class _Ours(Struct, frozen=True):
    """One of our prices: its number in the entry, and whether theirs has just the same one."""

    number: int
    price: Price
    matched: bool


def price_differences(ours: Entry, theirs: Entry, currency: str | None) -> Iterator[Difference]:
    """`currency` is our default."""
    here = [replace(price, origin=_NOWHERE) for price in ours.prices]
    there = [replace(price, origin=_NOWHERE) for price in theirs.prices]
    mine = [_Ours(number, price, price in there) for number, price in enumerate(here)]
    offer = ours.type is EntryType.OFFER
    for price in there:
        if price not in here:
            yield from _compared(price, mine, _Writing(offer, currency), ours.preferred.text)


def _compared(price: Price, mine: Sequence[_Ours], writing: "_Writing", name: str) -> Iterator[Difference]:
    rivals = [each for each in mine if _one_series(price, each)]
    alike = [each for each in rivals if each.price.amount == price.amount]
    if any(_within(price, each.price) for each in alike):
        return
    for each in alike:
        if _only_more_days(price, each.price):
            both = _filled(each.price, price)
            said = f"`prices`: {_said(each.price)} holds {_window(both)}"
            yield Difference(said, True, partial(writing.changed, number=each.number, price=both))
            return
    rivals = [each for each in rivals if _overlap(price, each.price)]
    if not rivals:
        yield Difference(f"`prices`: {_said(price)}", True, partial(writing.added, price=price))
        return
    said = f"`prices`: {' and '.join(_said(each.price) for each in rivals)} here, {_said(price)} there"
    day = price.valid_from.isoformat() if price.valid_from else "DAY"
    cure = f"`msglint reprice {quoted(name)} {figures(price.amount)} --on {day}` keeps the old price as history"
    if len(rivals) > 1:
        yield Difference(said, cure=f"say which of them it follows (unit, region, VAT, quantity), or run {cure}")
    else:
        yield Difference(said, False, partial(writing.taken, ours=rivals[0], theirs=price), cure)


class _Writing(Struct, frozen=True):
    """Makes changes to an entry's written prices; `offer`: its `price` is none of them, but what it costs meanwhile."""

    offer: bool
    currency: str | None

    def added(self, fields: Fields, price: Price) -> Fields:
        return self._with(fields, [*self._items(fields), price_fields(price, self.currency)])

    def changed(self, fields: Fields, number: int, price: Price) -> Fields:
        items = self._items(fields)
        return self._with(fields, [*items[:number], self._like(items[number], price), *items[number + 1 :]])

    def taken(self, fields: Fields, ours: _Ours, theirs: Price) -> Fields:
        """Theirs instead of ours; behind ours where that began before, and theirs lasts as long."""
        old = ours.price
        if theirs.valid_from and (old.valid_from or date.min) < theirs.valid_from and _end(theirs) >= _end(old):
            closed = self.changed(fields, ours.number, replace(old, valid_through=theirs.valid_from - _DAY))
            return self.added(closed, replace(_completed(theirs, old), valid_from=theirs.valid_from))
        return self.changed(fields, ours.number, _filled(_completed(theirs, old), theirs))

    def _items(self, fields: Fields) -> list[Data]:
        return [*([] if self.offer else listed(fields.get("price"))), *listed(fields.get("prices"))]

    def _with(self, fields: Fields, prices: list[Data]) -> Fields:
        if not self.offer and "price" in fields and len(prices) == 1 and isinstance(prices[0], str):
            return {**fields, "price": prices[0]}
        if not self.offer:
            return with_prices(fields, prices)
        own = {"price": fields["price"]} if "price" in fields else {}
        return {**with_prices({key: value for key, value in fields.items() if key != "price"}, prices), **own}

    def _like(self, written: Data, price: Price) -> Data:
        """A price written as another one is: currency and unit after the amount, or as keys."""
        before = mapped(written, "price")
        money = parse_money(str(before["price"]))
        fields = price_fields(price, None if money.currency or "currency" in before else self.currency)
        currency = str(fields.pop("currency")) if money.currency else None
        per = price.per if money.per else ()
        if per:
            del fields["per"]
        fields["price"] = money_text(price.amount, currency, per)
        if isinstance(written, str) and fields.keys() == {"price"}:
            return fields["price"]
        return {**{key: fields[key] for key in before if key in fields}, **fields}


def _one_series(theirs: Price, ours: _Ours) -> bool:
    """Whether a price may be one that follows ours: what it does not say differs in nothing.

    One that theirs has just so, too, is followed only by what says the same of everything.
    """
    one, other = theirs, ours.price
    if one.currency != other.currency:
        return False
    regions = [{region_code(region) for region in price.region} for price in (one, other)]
    if ours.matched:
        return (sorted(one.per), regions[0], one.vat, one.min_quantity) == (
            sorted(other.per), regions[1], other.vat, other.min_quantity,
        )  # fmt: skip
    return (
        (not one.per or agree(one.per, other.per))
        and (not one.region or regions[0] == regions[1])
        and (one.vat is None or one.vat == other.vat)
        and (one.min_quantity is None or one.min_quantity == other.min_quantity)
    )


def _within(theirs: Price, ours: Price) -> bool:
    """Whether theirs says no day that ours does not."""
    return theirs.valid_from in (None, ours.valid_from) and theirs.valid_through in (None, ours.valid_through)


def _only_more_days(theirs: Price, ours: Price) -> bool:
    """Whether theirs only says days of which ours says nothing."""
    return (ours.valid_from is None or theirs.valid_from in (None, ours.valid_from)) and (
        ours.valid_through is None or theirs.valid_through in (None, ours.valid_through)
    )


def _filled(price: Price, days: Price) -> Price:
    return replace(
        price,
        valid_from=days.valid_from or price.valid_from,
        valid_through=days.valid_through or price.valid_through,
    )


def _completed(theirs: Price, ours: Price) -> Price:
    """Their amount with all that only ours says."""
    return replace(
        ours,
        amount=theirs.amount,
        per=theirs.per or ours.per,
        region=theirs.region or ours.region,
        vat=theirs.vat or ours.vat,
        min_quantity=ours.min_quantity if theirs.min_quantity is None else theirs.min_quantity,
    )


def _overlap(one: Price, other: Price) -> bool:
    return (one.valid_from or date.min) <= _end(other) and (other.valid_from or date.min) <= _end(one)


def _end(price: Price) -> date:
    return price.valid_through or date.max


def _said(price: Price) -> str:
    region = f" in {in_words.joined(price.region)}" if price.region else ""
    conditions = in_words.conditions(price)
    days = f" {_window(price)}" if price.valid_from or price.valid_through else ""
    return f"{in_words.price(price)}{region}{f' {conditions}' if conditions else ''}{days}"


def _window(price: Price) -> str:
    parts = [f"from {price.valid_from}"] if price.valid_from else []
    return " ".join([*parts, *([f"until {price.valid_through}"] if price.valid_through else [])])
