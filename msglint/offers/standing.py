"""How an offer stands on a day, and what is stated of its value against what was decided."""

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Price
from msglint.model.judgement import Mention
from msglint.money.amount import Amount
from msglint.offers.catalogue import Offers
from msglint.offers.percents import Percent

_CENT = Decimal("0.01")
_WHOLE = Decimal(1)
_FRACTION = Decimal("0.5")
"""A fraction in words stands for the percentages that round to it: a third for 33 and 33.3."""


class Match(Enum):
    RIGHT = "right"
    WRONG = "wrong"
    UNKNOWN = "unknown"  # nothing to compare with: no price of the item, another currency


def over(offer: Entry, day: date) -> bool:
    return is_retired(offer, day)


def ahead(offer: Entry, day: date) -> bool:
    return offer.valid_from is not None and day < offer.valid_from


def runs(offer: Entry, day: date) -> bool:
    return not over(offer, day) and not ahead(offer, day)


def equals(offer: Entry, value: Mention, offers: Offers) -> bool:
    """Whether a stated discount is the offer's."""
    return compare(offer, value, offers) is Match.RIGHT


def compare(offer: Entry, mention: Mention, offers: Offers) -> Match:
    """A stated discount (percent or money saved) against the decided one; of another kind, by the item's prices."""
    off, value = offer.discount, mention.value
    if off is None:
        return Match.UNKNOWN
    if isinstance(value, Percent):
        if off.percent is not None:
            slack = _FRACTION if value.fraction else Decimal(0)
            return Match.RIGHT if abs(value.percent - off.percent) <= slack else Match.WRONG
        return _of_price(value, offer, offers)
    if not isinstance(value, Amount):
        return Match.UNKNOWN
    saved = [off.amount_off] if off.amount_off is not None else list(_saved(offer, value, offers))
    if not saved or (off.currency and not value.may_be_in(off.currency)):
        return Match.UNKNOWN
    return Match.RIGHT if any(each and _is_multiple(value, each) for each in saved) else Match.WRONG


def _of_price(value: Percent, offer: Entry, offers: Offers) -> Match:
    """A percentage of an offer that is an amount: right where it rounds, up or down, to what that comes to."""
    shares = [
        (price.amount - reduced) * 100 / price.amount for price, reduced in _reduced(offer, offers) if price.amount
    ]
    if not shares:
        return Match.UNKNOWN
    return Match.RIGHT if any(abs(share - value.percent) < _WHOLE for share in shares) else Match.WRONG


def _saved(offer: Entry, value: Amount, offers: Offers) -> Iterator[Decimal]:
    for price, reduced in _reduced(offer, offers):
        if value.may_be_in(price.currency):
            yield price.amount - reduced


def _is_multiple(amount: Amount, unit: Decimal) -> bool:
    """Whether it is that, or that for as many as its sentence speaks of."""
    return amount.amount == unit or any(amount.amount == unit * number for number in amount.quantities)


def _reduced(offer: Entry, offers: Offers) -> Iterator[tuple[Price, Decimal]]:
    """The item's prices in the offer's days, each with what it comes to under the offer."""
    item, off = offers.products.get(offer.id), offer.discount
    if item is None or off is None:
        return
    for price in item.prices:
        before = price.valid_through and offer.valid_from and price.valid_through < offer.valid_from
        after = price.valid_from and offer.valid_through and price.valid_from > offer.valid_through
        if before or after or (off.currency and off.currency != price.currency):
            continue
        if off.percent is not None:
            yield price, (price.amount * (100 - off.percent) / 100).quantize(_CENT, ROUND_HALF_UP)
        elif off.amount_off is not None:
            yield price, price.amount - off.amount_off
        elif off.price is not None:
            yield price, off.price


def wanted_price(offer: Entry, amount: Amount, offers: Offers) -> tuple[Decimal, str] | None:
    """What the item costs with the offer (amount, ISO 4217) where `amount` says another price; None where it does not.

    The full price is no other price, nor is the price of several.
    """
    off = offer.discount
    pairs = [(price.amount, reduced, price.currency) for price, reduced in _reduced(offer, offers)]
    if off is not None and off.price is not None and off.currency:
        pairs.append((off.price, off.price, off.currency))
    pairs = [pair for pair in pairs if amount.may_be_in(pair[2])]
    fine = [price for full, reduced, _ in pairs for price in (full, reduced) if price]
    if not pairs or any(_is_multiple(amount, price) for price in fine):
        return None
    wanted = {(reduced, currency) for _, reduced, currency in pairs}
    return next(iter(wanted)) if len(wanted) == 1 else None
