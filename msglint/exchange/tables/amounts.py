"""Amounts of money as cells hold them: numbers under a currency's format, or text such as "12,50 €"."""

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
import locale
import re

from msgspec import Struct

from msglint.exchange.tables.sheet import Number
from msglint.formats.sheets.format_codes import decimal, sections
from msglint.glossary.money import currencies as codes
from msglint.lazy_pattern import lazy_pattern
from msglint.money.tables import EVERYWHERE, currencies

_TEXT = lazy_pattern(r"(?P<before>[^\d.,+-]*)(?P<figures>\d[\d.,'’\s]*(?<=\d)|\d)\s*(?P<after>.*)")
_PER = lazy_pattern(r"(?:per\b|pro\b|/)\s*(?P<unit>.+)", re.IGNORECASE)
_PLAIN = lazy_pattern(r"\d+(?:\.\d+)?")
_WHOLE = lazy_pattern(r"\d+|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*")
_AMBIGUOUS = lazy_pattern(r"[1-9]\d{0,2}[.,]\d{3}")
"""One mark before three figures: thousands here, decimals there."""
_SYMBOL = lazy_pattern(r"\[\$([^\]-]*)(?:-([0-9A-Fa-f]+))?\]")
_MOST_DECIMALS = 6


class Amount(Struct, frozen=True):
    """What a cell says: figures with a decimal point, the currencies that its sign may mean, and a unit in words."""

    figures: str
    currencies: tuple[str, ...] = ()
    sign: str = ""
    per: str = ""


def amount_of_number(number: Number) -> Amount:
    """What a number cell says. Raises ValueError for a percentage."""
    section = sections(number.format)[0]
    if section.has("percent"):
        raise ValueError("a percentage is no amount of money")
    sign, meant = _sign_of(number.format)
    return Amount(figures_of(number.value, _decimals(number.format)), meant, sign)


def figures_of(value: float, shown: int | None = None) -> str:
    """A number without the noise of binary fractions: 0.1 + 0.2 is 0.3.

    Beyond six decimals it is rounded to those that its format shows, else to six.
    """
    exact = decimal(repr(value)) or Decimal(0)
    exponent = exact.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > _MOST_DECIMALS:
        places = min(_MOST_DECIMALS if shown is None else shown, _MOST_DECIMALS)
        exact = exact.quantize(Decimal(1).scaleb(-places))
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_of_text(text: str, language: str | None) -> Amount | None:
    """What a text says; None where it is no amount. Raises ValueError where its figures may mean two numbers."""
    match = _TEXT.fullmatch(text)
    if match is None:
        return None
    before, after = match["before"].strip(), match["after"].strip()
    unit = _PER.search(after)
    said = (after[: unit.start()] if unit else after).strip()
    sign = before or said
    if before and said:
        return None
    meant = meanings(sign) if sign else ()
    if sign and not meant:
        return None
    return Amount(figures_of_text(match["figures"], language), meant, sign, unit["unit"].strip() if unit else "")


def figures_of_text(figures: str, language: str | None) -> str:
    """Figures with a decimal point and no grouping: of "12,50", "1.234,50", "1 234.50".

    Raises ValueError where they may mean two numbers and no language tells which.
    """
    bare = re.sub(r"[\s'’]", "", figures)
    marks = [mark for mark in bare if mark in ".,"]
    if _AMBIGUOUS.fullmatch(bare) and language:
        return _as_written(bare, language)
    if _AMBIGUOUS.fullmatch(bare):
        either = f"{bare[:-4]}{bare[-3:]} or {bare.replace(',', '.')}"
        raise ValueError(
            f"“{figures}” may be {either}: make it a number cell, or name the file's language: --language de"
        )
    decimal_mark = marks[-1] if marks and marks.count(marks[-1]) == 1 else ""
    whole, _, part = bare.rpartition(decimal_mark) if decimal_mark else (bare, "", "")
    if not _WHOLE.fullmatch(whole) or decimal_mark in whole and decimal_mark:
        raise ValueError(f"“{figures}” is no number: write it as 1234.50")
    whole = re.sub(r"[.,]", "", whole)
    return f"{whole}.{part}" if part else whole


def _as_written(figures: str, language: str) -> str:
    from babel import UnknownLocaleError
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        return format(parse_decimal(figures, locale=language.replace("-", "_"), strict=True), "f")
    except (NumberFormatError, UnknownLocaleError, ValueError):
        raise ValueError(f"“{figures}” is no number as “{language}” writes it") from None


def meanings(sign: str) -> tuple[str, ...]:
    """The currencies (ISO 4217) that a sign, a code or a word may mean."""
    if sign.upper() in codes():
        return (sign.upper(),)
    signs = currencies(tuple(sorted(codes())))
    return signs.signs.get(sign) or signs.words.get(sign.casefold()) or ()


def chosen(meant: Sequence[str], default: str | None) -> str | None:
    """The one currency of several: the glossary's own, else the only one, else one of the three known everywhere."""
    if default in meant:
        return default
    known = [code for code in EVERYWHERE if code in meant]
    return meant[0] if len(meant) == 1 else known[0] if len(known) == 1 else None


def padded(figures: str, currency: str | None) -> str:
    """Figures with the decimals that a currency has (ISO 4217): 6.5 GBP is 6.50, 650 JPY stays 650."""
    if not currency or not _PLAIN.fullmatch(figures):
        return figures
    whole, _, part = figures.partition(".")
    part = part.ljust(minor_units(currency), "0")
    return f"{whole}.{part}" if part else whole


def unambiguous(figures: str) -> str:
    """Figures that every reader takes for the same number: 1.234 might be thousands, 1.2340 is not."""
    return f"{figures}0" if _AMBIGUOUS.fullmatch(figures) else figures


@cache
def minor_units(currency: str) -> int:
    """Decimals of a currency, as CLDR has them."""
    from babel.numbers import get_currency_precision

    return get_currency_precision(currency)


@cache
def _sign_of(code: str) -> tuple[str, tuple[str, ...]]:
    """The currency in a format code: its sign, and what that may mean where it was written."""
    if (match := _SYMBOL.search(code)) and match[1].strip():
        sign = match[1].strip()
        meant = meanings(sign)
        here = _of_locale(match[2]) if match[2] else ()
        return sign, tuple(each for each in meant if each in here) or meant
    texts = "".join(token.text for token in sections(code)[0].tokens if token.kind == "literal")
    return next(((part, meant) for part in texts.split() if (meant := meanings(part))), ("", ()))


def _of_locale(number: str) -> tuple[str, ...]:
    """Currencies of the territory of a locale, by the number that Windows gives it: 809 is en-GB."""
    from babel.numbers import get_territory_currencies

    name = locale.windows_locale.get(int(number, 16) & 0xFFFF, "")
    return tuple(get_territory_currencies(name.rpartition("_")[2])) if "_" in name else ()


@cache
def _decimals(code: str) -> int | None:
    """The decimals that a format shows; None where it says nothing of them."""
    section = sections(code)[0]
    if section.has("general") or not section.has("digit"):
        return None
    kinds = [token.kind for token in section.tokens]
    return kinds[kinds.index("point") :].count("digit") if "point" in kinds else 0
