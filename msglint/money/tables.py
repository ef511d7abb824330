"""The tables of money, read from data files when the first trigger is seen."""

from functools import cache
from pathlib import Path

from msgspec import Struct

_DATA = Path(__file__).parent / "data"
EVERYWHERE = ("USD", "EUR", "GBP")
"""Currencies whose code and words are known whatever the glossary uses: the three most quoted in English prose."""


def lines(name: str) -> list[str]:
    """The lines of data/<name>.txt without comments and blank ones."""
    text = (_DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


class Currencies(Struct, frozen=True):
    """Which currencies a sign, code or (folded) word may mean; `minor`: words for the hundredth part."""

    signs: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]
    minor: dict[str, tuple[str, ...]]


@cache
def currencies(known: tuple[str, ...]) -> Currencies:
    """Signs of all currencies; codes, words and signs of letters of the `known` ones and of those known everywhere."""
    tables: tuple[dict[str, list[str]], ...] = ({}, {}, {})
    order = [*known, *EVERYWHERE]
    rows = [[part.strip() for part in line.split("|")] for line in lines("currencies")]
    rows.sort(key=lambda row: order.index(row[0]) if row[0] in order else len(order))
    for code, *columns in rows:
        for number, (table, column) in enumerate(zip(tables, columns, strict=False)):
            for word in column.split():
                if code in order or (number == 0 and not word.isalpha()):  # "M", "kr": letters are words elsewhere
                    table.setdefault(word, []).append(code)
        if code in order:
            tables[0].setdefault(code, []).append(code)
    return Currencies(*({word: tuple(codes) for word, codes in table.items()} for table in tables))


@cache
def _decimal_commas() -> frozenset[str]:
    return frozenset(lines("decimal-commas"))


def decimal_comma(language: str | None) -> bool:
    """Whether figures of a language (BCP 47) have a decimal comma."""
    if not language:
        return False
    base, _, region = language.partition("-")
    tag = f"{base.lower()}-{region.upper()}" if region else base.lower()
    if f"!{tag}" in _decimal_commas():
        return False
    return tag in _decimal_commas() or base.lower() in _decimal_commas()


class Units(Struct, frozen=True):
    """word (folded) -> units it may mean; `periods`: those that pass by themselves."""

    meanings: dict[str, frozenset[str]]
    periods: frozenset[str]


@cache
def units() -> Units:
    """data/units.txt."""
    meanings: dict[str, set[str]] = {}
    periods = set()
    section = ""
    for line in lines("units"):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        unit, _, synonyms = line.partition(":")
        for word in (unit, *synonyms.split()):
            meanings.setdefault(word, set()).add(unit)
        if section == "period":
            periods.add(unit)
    return Units({word: frozenset(found) for word, found in meanings.items()}, frozenset(periods))


@cache
def numerals() -> dict[str, tuple[str, int]]:
    """word -> ("small" | "tens" | "scale", value)."""
    found = {}
    for line in lines("number-words"):
        kind, *pairs = line.split()
        for word, value in zip(pairs[::2], pairs[1::2], strict=True):
            found[word] = (kind.strip("[]"), int(value))
    return found
