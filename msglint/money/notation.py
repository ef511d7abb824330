"""The regular expressions of money, made for the currencies that a glossary uses."""

from collections.abc import Iterable
from functools import cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.money.numbers import FIGURES, SUFFIX, numeral_pattern
from msglint.money.tables import Currencies, currencies, numerals


class Notation(Struct, frozen=True):
    """How amounts are written; the groups of the patterns: before, number, high, after, cents, low."""

    currencies: Currencies
    figures: re.Pattern[str]
    signed: re.Pattern[str]
    followed: re.Pattern[str]
    hundredths: re.Pattern[str]
    spoken: re.Pattern[str]
    bare: re.Pattern[str]
    bare_words: re.Pattern[str]

    def may_be_in(self, text: str) -> bool:
        """A cheap superset: is there a figure, a currency's sign or a number word?"""
        return bool(self.figures.search(text)) or not numerals().keys().isdisjoint(
            text.casefold().translate(_APART).split()
        )


_APART = dict.fromkeys(map(ord, "-–—([\"“”'‘’*_/:"), " ")


@cache
def notation(known: tuple[str, ...]) -> Notation:
    """How amounts are written in the `known` currencies, in those known everywhere and in any sign."""
    table = currencies(known)
    sign, word, minor = _either(table.signs), _either(table.words), _either(table.minor)
    numeral = numeral_pattern()
    dash = r"\s?[–—-]\s?"
    return Notation(
        table,
        re.compile(_symbols(table.signs)),
        re.compile(
            rf"(?<![\w$€£.,])(?P<before>{sign})[ \u00a0\u202f]?[~*]?(?P<number>{FIGURES}{SUFFIX}?)(?![\d%])"
            rf"(?:{dash}(?P<high>{FIGURES}{SUFFIX}?)(?![\d%\w]|[.,]\d))?(?:[ \u00a0]?(?P<after>[A-Z]{{3}})\b)?"
        ),
        re.compile(
            rf"(?<![\w.,:/])(?:(?P<low>{FIGURES}){dash})?(?P<number>{FIGURES}{SUFFIX}?)[ \u00a0\u202f-]?"
            rf"(?P<after>(?:{sign})(?!\w|\s?\d)|(?i:{word})(?!\w)(?!\s+of\b))(?:\s(?P<cents>\d{{2}})(?![\d.,:%]))?"
        ),
        re.compile(rf"(?<![\w.,:/])(?P<number>{FIGURES})\s?(?P<after>{minor})(?!\w|\.\w)", re.I) if minor else _NEVER,
        re.compile(
            rf"\b(?P<number>{numeral})[\s-]+(?P<after>{word}|{_either(table.minor, letters=True)})\b(?!\s+of\b)"
            rf"(?:\s+(?:and\s+)?(?P<cents>{numeral})(?!\s*(?:{word}|%|percent|per cent|people|guests|users)\b))?",
            re.I,
        ),
        re.compile(r"(?<![\w.,:/$€£])(?P<number>\d{1,5}[.,]\d\d|\d{1,3},\d{3})(?![\d.,:%]|\s?%)"),
        re.compile(rf"\b(?P<number>{numeral})\b", re.I),
    )


_NEVER = lazy_pattern(r"(?!)")


def _either(words: Iterable[str], letters: bool = False) -> str:
    """The words as alternatives, longest first; with `letters` only those of two letters or more."""
    chosen = [word for word in words if not letters or (len(word) > 1 and word.isalpha())]
    return "|".join(
        (r"(?<!\w)" if not letters and word[0].isalpha() and word.isupper() else "") + re.escape(word)
        for word in sorted(chosen, key=lambda word: (-len(word), word))
    )


def _symbols(signs: Iterable[str]) -> str:
    return (
        r"[\d" + "".join(sorted({re.escape(c) for sign in signs for c in sign if not c.isalnum() and c != "."})) + "]"
    )
