"""Bakes currencies.txt and decimal-commas.txt of msglint/money/data from CLDR: python -m tests.prices.cldr"""

from collections.abc import Iterator
from pathlib import Path
import re

from msglint.glossary.money import currencies

DATA = Path(__file__).parents[2] / "msglint" / "money" / "data"
_SOURCE = (
    "# From Unicode CLDR, Copyright 1991-2025 Unicode, Inc., Unicode License v3, by way of Babel; "
    "made by tests/prices/cldr.py"
)
# Where the noun stands in a currency's name: "US Dollar", "dólar estadounidense".
_NOUN_LAST = ("en", "de", "nl", "sv", "da", "nb")
_NOUN_FIRST = ("fr", "es", "it", "pt", "pl", "cs")
_MINOR = {
    "GBP": "p pence penny",
    **dict.fromkeys(("USD", "AUD", "CAD", "NZD"), "c ¢ cent cents"),
    "EUR": "c cent cents ct centimes céntimos centesimi",
    "CHF": "rp rappen centimes",
}
_COLLOQUIAL = {"GBP": "quid", "USD": "bucks buck"}
# "won", "real", "sol": words of their own that would turn any number before them into money.
_ORDINARY = frozenset(("won", "real", "reals", "sol", "sun", "lei", "leu", "dram", "mark", "even", "crown", "crowns"))


def currency_lines() -> Iterator[str]:
    """`code | signs | words | words of the hundredth`, words folded."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    signs: dict[str, set[str]] = {code: set() for code in currencies()}
    for identifier in locale_identifiers():
        for code, sign in Locale.parse(identifier)._data["currency_symbols"].items():
            sign = re.sub("[\u200e\u200f\u061c]", "", sign).strip().rstrip(".")
            if (
                code in signs
                and 0 < len(sign) <= 4
                and not re.search(r"\s|[\u0590-\u08ff]", sign)
                and sign not in signs
            ):
                signs[code].add(sign)
    yield _SOURCE
    yield "# ISO 4217 code | signs | words | words for the hundredth part"
    for code in sorted(signs):
        own = sorted(sign for sign in signs[code] if not re.fullmatch(r"[A-Za-z]{3}", sign) and len(sign) > 0)
        words = sorted(_words(code) - _ORDINARY) + _COLLOQUIAL.get(code, "").split()
        yield " | ".join((code, " ".join(own), " ".join(words), _MINOR.get(code, ""))).rstrip(" |")


def _words(code: str) -> set[str]:
    from babel import Locale

    found = set()
    for language in (*_NOUN_LAST, *_NOUN_FIRST):
        locale = Locale(language)
        plural = locale._data["currency_names_plural"].get(code, {})
        names = {locale.currencies.get(code, ""), *plural.values()}
        for name in filter(None, names):
            parts = name.casefold().split()
            found.add(parts[-1] if language in _NOUN_LAST else parts[0])
    return {word for word in found if word.isalpha() and len(word) > 2}


def decimal_comma_lines() -> Iterator[str]:
    """Locales whose decimal mark is a comma: a language, or a language with its region where that differs."""
    from babel import Locale
    from babel.localedata import locale_identifiers

    marks = {}
    for identifier in locale_identifiers():
        locale = Locale.parse(identifier)
        marks[identifier.replace("_", "-")] = locale.number_symbols.get("latn", {}).get("decimal", ".")
    yield _SOURCE
    yield "# Locales with a decimal comma; with a leading “!” those that have a point though their language has a comma"
    for name, mark in sorted(marks.items()):
        base = marks.get(name.split("-")[0], ".")
        if "-" not in name and mark == ",":
            yield name
        elif "-" in name and mark != base and mark in ",.":
            yield name if mark == "," else f"!{name}"


def write() -> None:
    """Write both files anew."""
    for name, lines in (("currencies.txt", currency_lines()), ("decimal-commas.txt", decimal_comma_lines())):
        (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
