"""Amounts, ISO 4217 currencies and units: `6.50 GBP per person`."""

from decimal import Decimal
from functools import cache
from pathlib import Path
import re

from msgspec import Struct

from msglint.glossary.reading import nearest
from msglint.lazy_pattern import lazy_pattern

_AMOUNT = lazy_pattern(r"[0-9]{1,15}(?:\.[0-9]{1,6})?")
_FIGURES = lazy_pattern(r"[0-9][0-9.,'’\s]*")
_MONEY = lazy_pattern(r"(?P<amount>\S+?)(?:\s*(?P<currency>[A-Za-z]{2,4}))?(?:\s*(?:\bper\b|/)\s*(?P<per>.*))?")
_SIGNS = lazy_pattern(r"[^\w\s.,'’/-]")
_PARTS = lazy_pattern(r"\s+per\s+|\s*/\s*")


class Money(Struct, frozen=True):
    """An amount as written; `currency` None and `per` () where nothing was said of them."""

    amount: Decimal
    currency: str | None = None
    per: tuple[str, ...] = ()


@cache
def currencies() -> frozenset[str]:
    """The ISO 4217 codes a glossary may use (data/currencies.txt)."""
    text = (Path(__file__).parent / "data" / "currencies.txt").read_text(encoding="utf-8")
    return frozenset(code for line in text.splitlines() if not line.startswith("#") for code in line.split())


def parse_amount(text: str) -> Decimal:
    """A number with a decimal point: 12.50. Raises ValueError, which shows how the number found is written."""
    if _AMOUNT.fullmatch(text):
        return Decimal(text)
    if text.startswith("-"):
        raise ValueError("an amount is never negative")
    cure = _cure(text) if _FIGURES.fullmatch(text) else None
    raise ValueError(f"write {cure} (a decimal point, no grouping)" if cure else "an amount is a number like 12.50")


def _cure(figures: str) -> str | None:
    """The number that `12,50`, `1.234,50` or `12 500` means, with a decimal point and no grouping."""
    figures = re.sub(r"[\s'’]", "", figures)
    last = max(figures.rfind(","), figures.rfind("."))
    grouped = figures.count(figures[last]) > 1 or (figures[last] == "," and len(figures) - last == 4)
    if last < 0 or grouped:
        cure = re.sub("[.,]", "", figures)
    else:
        cure = f"{re.sub('[.,]', '', figures[:last])}.{figures[last + 1 :]}"
    return cure if _AMOUNT.fullmatch(cure) else None


def parse_count(text: str) -> Decimal:
    """An amount above zero. Raises ValueError."""
    count = parse_amount(text)
    if not count:
        raise ValueError("must be more than 0")
    return count


def parse_percent(text: str) -> Decimal:
    """`20%`: above 0, at most 100. Raises ValueError."""
    if not text.endswith("%"):
        raise ValueError("a discount is a percentage: 20%. For an amount write `amount_off: 5 GBP`")
    percent = parse_count(text[:-1].strip())
    if percent > 100:
        raise ValueError("a discount is at most 100%")
    return percent


def parse_currency(text: str) -> str:
    """An ISO 4217 code. Raises ValueError."""
    if text in currencies():
        return text
    codes = sorted(currencies())
    # Letters that only changed places (GPB) are the commonest slip in three of them.
    swapped = [code for code in codes if sorted(code) == sorted(text.upper())]
    raise ValueError(f"a currency is an ISO 4217 code, such as GBP, EUR, USD{nearest(text, swapped or codes)}")


def parse_unit(text: str) -> tuple[str, ...]:
    """The parts of `person` or `user per month`, in order. Raises ValueError."""
    parts = tuple(" ".join(part.split()) for part in _PARTS.split(re.sub(r"^per\s+", "", text.strip())))
    if not all(re.search(r"[^\W\d_]", part) for part in parts):
        raise ValueError("a unit is one or more words: person, user per month, night")
    return parts


def parse_money(text: str) -> Money:
    """`6.50 GBP per person`; currency and unit may be left out. Raises ValueError."""
    if _SIGNS.search(text):
        raise ValueError("the currency is written as its ISO 4217 code after the amount: 6.50 GBP per person")
    match = _MONEY.fullmatch(text)
    if text.startswith("-"):
        raise ValueError("an amount is never negative")
    if match is None or not match["amount"][0].isdigit():
        spread = re.fullmatch(r"([0-9][0-9\s.,'’]*[0-9])(?:\s.*)?", text, re.DOTALL)
        if spread and (cure := _cure(spread[1])) != spread[1]:
            raise ValueError(f"write {cure} (a decimal point, no grouping)")
        raise ValueError("a price is an amount, a currency and a unit, such as 6.50 GBP per person")
    amount = parse_amount(match["amount"])
    currency = parse_currency(match["currency"]) if match["currency"] else None
    return Money(amount, currency, parse_unit(match["per"]) if match["per"] is not None else ())
