"""The regular expressions of money, made for the currencies that a glossary uses."""

from collections.abc import Iterable, Sequence
from functools import cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.money.numbers import FIGURES, SUFFIX, numeral_pattern
from msglint.money.tables import Currencies, currencies, numerals
from msglint.text.letters import as_words, words_of


class Notation(Struct, frozen=True):
    """How amounts are written; the groups of the patterns: before, number, high, after, cents, low.

    marks  signs and codes of currencies, of which one stands wherever any of them does
    named  the words of currencies and of their hundredths
    """

    currencies: Currencies
    figures: re.Pattern[str]
    signed: re.Pattern[str]
    followed: re.Pattern[str]
    hundredths: re.Pattern[str]
    spoken: re.Pattern[str]
    bare: re.Pattern[str]
    bare_words: re.Pattern[str]
    marks: tuple[str, ...]
    named: frozenset[bytes]

    def may_be_in(self, text: str) -> bool:
        """A cheap superset: is there a figure, a currency's sign or a number word that may be of an amount?"""
        return self.figures.search(text) is not None or self.may_be_said(words_of(text))

    def may_be_said(self, words: Sequence[bytes]) -> bool:
        """The same of number words, by all words of a text."""
        return not large_numerals().isdisjoint(words) or not (
            _numerals().isdisjoint(words) or self.named.isdisjoint(words)
        )

    def is_marked(self, text: str) -> bool:
        """Whether any sign or code of a currency stands in a text."""
        return any(mark in text for mark in self.marks)


@cache
def _numerals() -> frozenset[bytes]:
    return as_words(numerals())


@cache
def large_numerals() -> frozenset[bytes]:
    """Number words of which an amount without a currency has one: those below five make none."""
    return as_words(word for word, (_, value) in numerals().items() if value >= 5)


@cache
def notation(known: tuple[str, ...]) -> Notation:
    """How amounts are written in the `known` currencies, in those known everywhere and in any sign."""
    table = currencies(known)
    sign, word, minor = _either(table.signs), _either(table.words), _either(table.minor)
    marks = [*table.signs, *(word for word in table.minor if not word.isalpha())]
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
        tuple(mark for mark in marks if not any(other in mark for other in marks if other != mark)),
        as_words((*table.words, *table.minor)),
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
