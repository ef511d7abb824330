"""What the glossary decided, in words: money, prices, discounts, days."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from msglint.model.glossary import Discount, Price
from msglint.text.counting import counted

_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}
_TAX = {"included": "incl. VAT", "excluded": "excl. VAT"}


def money(amount: Decimal, currency: str | None) -> str:
    """An amount and its currency (ISO 4217): “£12.50”, “$1,200”, “40 CHF”."""
    figures = f"{amount:,.2f}" if amount % 1 else f"{int(amount):,}"
    sign = _SIGNS.get(currency or "")
    return f"{sign}{figures}" if sign else f"{figures} {currency or ''}".strip()


def unit(per: Sequence[str]) -> str:
    """The parts of a unit: “per user per month”; "" for one-off."""
    return " ".join(f"per {part}" for part in per)


def price(price: Price) -> str:
    """What is paid for what: “£12.50 per person”."""
    return f"{money(price.amount, price.currency)} {unit(price.per)}".rstrip()


def conditions(price: Price) -> str:
    """Tax and smallest quantity: “excl. VAT, for 8 or more”; "" where nothing is written of either."""
    least = f"for {price.min_quantity.normalize():f} or more" if price.min_quantity is not None else ""
    return ", ".join(filter(None, (_TAX.get(price.vat or ""), least)))


def discount(off: Discount | None) -> str:
    """What an offer takes off: “20% off”, “£3 off”, “for £10 per person”; "" where nothing was decided."""
    if off is None:
        return ""
    if off.percent is not None:
        return f"{off.percent.normalize():f}% off"
    if off.amount_off is not None:
        return f"{money(off.amount_off, off.currency)} off"
    return f"for {money(off.price or Decimal(0), off.currency)} {unit(off.per)}".rstrip()


def day(day: date, year: int | None = None) -> str:
    """A day as it is spoken: “28 February 2026”; without the year where that is `year`."""
    spoken = f"{day.day} {_MONTHS[day.month - 1]}"
    return spoken if day.year == year else f"{spoken} {day.year}"


# Not strftime's %B, which follows the locale of whoever set one.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def duration(span: timedelta) -> str:
    """“14 days”."""
    return counted(span.days, "day")


def joined(parts: Sequence[str], word: str = "and") -> str:
    """“a, b and c”."""
    return f" {word} ".join((", ".join(parts[:-1]), parts[-1])) if len(parts) > 1 else "".join(parts)


def quoted(texts: Sequence[str], word: str = "and") -> str:
    """Each in quotation marks, joined: “a” and “b”."""
    return joined([f"“{text}”" for text in texts], word)
