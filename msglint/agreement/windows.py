"""Closing and opening windows of price."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from msglint.agreement.names import RefusedError
from msglint.agreement.plain import Data, Fields, listed, mapped, placed
from msglint.glossary.in_words import joined, unit
from msglint.glossary.in_words import money as money_in_words
from msglint.glossary.in_words import price as price_in_words
from msglint.glossary.money import Money, parse_money
from msglint.model.glossary import Entry, Price

_DAY = timedelta(days=1)
# The keys of an entry that stand before its prices.
_BEFORE = (
    "term", "id", "type", "status", "language", "valid_from", "valid_through", "superseded", "deprecated", "admitted",
    "hidden", "match", "first_use", "scope", "definition",
)  # fmt: skip
_ORDER = ("price", "currency", "per", "region", "vat", "min_quantity", "valid_from", "valid_through")


class Asked(Struct, frozen=True):
    """The new price, and which of several prices it follows; None is anything.

    `per` are the parts of the unit, as in Price.
    """

    money: Money
    region: str | None = None
    currency: str | None = None
    per: tuple[str, ...] | None = None
    vat: str | None = None
    min_quantity: Decimal | None = None

    def means(self, price: Price) -> bool:
        """Whether a price is of the series asked for."""
        currency = self.currency or self.money.currency
        per = self.per if self.per is not None else self.money.per or None
        return (
            (self.region is None or self.region.casefold() in {region.casefold() for region in price.region})
            and (currency is None or currency == price.currency)
            and (per is None or _unit(per) == _unit(price.per))
            and (self.vat is None or self.vat == price.vat)
            and (self.min_quantity is None or self.min_quantity == price.min_quantity)
        )


class Repriced(Struct, frozen=True):
    """An entry's data with the new price, and what has come of that, in words: "£13 per person, instead of £12.50"."""

    fields: Fields
    said: str


def repriced(entry: Entry, fields: Fields, asked: Asked, on: date, cure: str) -> Repriced:
    """Close the price that holds on that day the day before, and open the new one.

    Raises RefusedError, with this cure, where several prices hold that may be meant.
    """
    holding = [index for index, price in enumerate(entry.prices) if asked.means(price) and _holds(price, on)]
    if len(holding) > 1:
        raise RefusedError(_several(entry, [entry.prices[index] for index in holding], on, cure))
    prices = listed(fields.get("price")) + listed(fields.get("prices"))
    if not holding:
        days = [price.valid_from for price in entry.prices if asked.means(price) and price.valid_from]
        until = min((day for day in days if day > on), default=None)
        last = until - _DAY if until else None
        beside = [price for price in entry.prices if _holds(price, on)]
        return Repriced(
            with_prices(fields, [*prices, _new(asked, None, {}, on, last)]), _said(asked, None, last, beside)
        )
    index = holding[0]
    former, written = entry.prices[index], mapped(prices[index], "price")
    new = [_new(asked, former, written, on, former.valid_through)]
    if former.valid_from != on:  # else it never held, and there is nothing to remember
        new.insert(0, _ordered({**written, "valid_through": (on - _DAY).isoformat()}))
    changed: list[Data] = [*prices[:index], *new, *prices[index + 1 :]]
    return Repriced(with_prices(fields, changed), _said(asked, former, former.valid_through, []))


def _said(asked: Asked, former: Price | None, until: date | None, beside: Sequence[Price]) -> str:
    """ "£13 per person, instead of £12.50 per person"."""
    currency = asked.money.currency or asked.currency or (former.currency if former else None)
    per = asked.money.per or asked.per or (former.per if former else ())
    regions = former.region if former else (asked.region,) if asked.region else ()
    place = f" in {joined(regions)}" if regions else ""
    parts = [f"{money_in_words(asked.money.amount, currency)} {unit(per)}".rstrip() + place]
    parts += [f"until {until}"] if until else []
    parts += [f"instead of {price_in_words(former)}"] if former else []
    parts += [f"beside {joined([price_in_words(price) for price in beside])}"] if beside else []
    return ", ".join(parts)


def _new(asked: Asked, former: Price | None, written: Fields, on: date, until: date | None) -> Fields:
    """The new price's data: what was asked for; all else as in the price that it follows, and written like it."""
    money = parse_money(str(written["price"])) if written else Money(Decimal(0), "any", ("any",))
    currency, per = asked.money.currency or asked.currency, asked.money.per or asked.per
    fields = dict(written)
    in_text = [str(asked.money.amount)]
    if "currency" not in written and (money.currency or not written):
        in_text += [currency or money.currency or ""] if currency or written else []
    elif currency and ("currency" in written or former is None or currency != former.currency):
        fields["currency"] = currency
    if "per" not in written and (money.per or not written):
        in_text += [f"per {' per '.join(per or money.per)}"] if per or written else []
    elif per and ("per" in written or former is None or _unit(per) != _unit(former.per)):
        fields["per"] = " per ".join(per)
    fields["price"] = " ".join(in_text)
    if asked.region and former is None:
        fields["region"] = asked.region
    if asked.vat:
        fields["vat"] = asked.vat
    if asked.min_quantity is not None:
        fields["min_quantity"] = str(asked.min_quantity)
    fields["valid_from"] = on.isoformat()
    fields.pop("valid_through", None)
    return _ordered({**fields, "valid_through": until.isoformat()} if until else fields)


def with_prices(fields: Fields, prices: list[Data]) -> Fields:
    """An entry's fields with these prices; one price in short (`price:`) becomes `prices:`, in its place."""
    if "prices" in fields:
        return {key: prices if key == "prices" else value for key, value in fields.items() if key != "price"}
    if "price" in fields:
        return {"prices" if key == "price" else key: prices if key == "price" else fields[key] for key in fields}
    return placed(fields, "prices", prices, _BEFORE)


def _ordered(fields: Fields) -> Fields:
    """The keys of a price, days last, as everybody writes them; others where they are."""
    return {key: fields[key] for key in sorted(fields, key=_ORDER.index)}


def _holds(price: Price, on: date) -> bool:
    return (price.valid_from or on) <= on <= (price.valid_through or on)


def _unit(per: Sequence[str]) -> list[str]:
    return sorted(part.casefold() for part in per)


def _several(entry: Entry, prices: Sequence[Price], on: date, cure: str) -> str:
    shown = "; ".join(f"{price_in_words(price)}{_apart(price)}" for price in prices)
    return f"“{entry.preferred.text}” has {len(prices)} prices on {on}: {shown}; {cure}"


def _apart(price: Price) -> str:
    """What tells a price from others of its entry."""
    told = [f"region {', '.join(price.region)}"] if price.region else []
    told += [f"VAT {price.vat}"] if price.vat else []
    told += [f"from {price.min_quantity}"] if price.min_quantity is not None else []
    return f" ({', '.join(told)})" if told else ""
