"""Amounts that are a price times something: of several people, of twelve months."""

from decimal import Decimal

from msglint.model.glossary import Price
from msglint.money.amount import Amount, Role
from msglint.money.quantities import spans
from msglint.money.units import agree, is_period, meanings
from msglint.text.sentences import sentence_at

_PERIODS = {("month", "year"): 12, ("week", "year"): 52, ("day", "year"): 365, ("day", "week"): 7}


def multiple(amount: Amount, price: Price) -> Decimal | None:
    """How many times the price a total is; None where it is none, or its unit says that it is of one."""
    thing = any(not is_period(part) for part in amount.per)
    if thing and amount.per and agree(amount.per, price.per):
        return None
    if not all(is_period(part) for part in amount.per):
        return None
    counts = [count for count in amount.quantities if count * price.amount == amount.amount]
    if not counts and amount.role is Role.TOTAL and price.amount and amount.amount % price.amount == 0:
        counts = [amount.amount / price.amount]
    return counts[0] if counts else None


def converted(amount: Amount, price: Price) -> bool:
    """Whether the writer seems to have converted the period: a year's price that is just twelve months' price.

    Nobody decided that price, but nobody need be wrong either.
    """
    for written in amount.per:
        for decided in price.per:
            for (short, long), count in _PERIODS.items():
                if short in meanings(decided) and long in meanings(written) and amount.amount == price.amount * count:
                    return True
                if long in meanings(decided) and short in meanings(written) and amount.amount * count == price.amount:
                    return True
    return False


def periods(text: str, amount: Amount, right: Price | None) -> Decimal:
    """For how many of the price's own periods an amount is that states none itself: "$15k gets you 12 months"."""
    if right is None or amount.per or len(right.per) != 1 or amount.amount <= right.amount:
        return Decimal(1)
    start, end = sentence_at(text, amount.figure[0])
    found = spans(text[start:end])
    return next((found[unit] for unit in meanings(right.per[0]) if unit in found), Decimal(1))
