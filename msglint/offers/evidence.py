"""Where a text may speak of a discount or an amount: a cheap superset of percents and amounts, from its skim alone."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
import re
from unicodedata import category

from msglint.lazy_pattern import lazy_pattern
from msglint.money.numbers import SUFFIX
from msglint.money.tables import currencies, numerals
from msglint.offers.tables import blocks
from msglint.text.letters import as_words, words_of
from msglint.text.normalise import fold
from msglint.text.occurrences import occurrences
from msglint.text.skim import ITEM, PARTING, ROW, ROW_END, Skim, in_any_case

_APART = lazy_pattern(r"\n\s*\n")
"""What no sentence reaches across."""
_ROW = lazy_pattern(f"{ROW}[^{ROW_END}]*")
_BARE = lazy_pattern(rf"^{ITEM}?\d(?:\d|[^\w\n])*+[^\W\d_]*+[^\w\n]*$", re.MULTILINE)
"""Figures alone in a line, perhaps with letters behind them: "40k"."""
_LONGEST_HEAD = 66
"""Characters of a cell that heads money (60), and of the marks around it."""
_CENTS = lazy_pattern(r"[.,]\d\d(?!\d)|,\d{3}")
_NEXT_WORD = lazy_pattern(r"[^\W_]+[\W_]+([^\W_]+)")
_REACH = 20
"""Characters before a currency in which the last word of a number stands."""
_IS_FIGURE = bytes(0x30 <= code <= 0x39 for code in range(256))
_WITHIN = ".,'’\u00a0\u202f\u2009"
"""What may stand between the figures of one number."""


def cues(known: tuple[str, ...]) -> frozenset[bytes]:
    """All the words that are asked for here."""
    titles = ("percent", "saved")
    return frozenset().union(_folded(_large()), _folded(_named(known)[1]), _heading(known), *map(_words, titles))


def percents(skim: Skim) -> Iterator[int]:
    """Where any percentage may be."""
    for sign in ("%", "50/50"):
        yield from occurrences(sign, skim.text)
    yield from _said(_spelt("percent"), skim)


def amounts(skim: Skim, known: tuple[str, ...]) -> Iterator[int]:
    """Where any amount may be: figures with a currency or with cents, number words with a currency or a unit."""
    yield from priced(skim, known)
    yield from (at for at in _said(_large(), skim) if _has_unit(skim.text, at))


def priced(skim: Skim, known: tuple[str, ...]) -> Iterator[int]:
    """Those of them that may have a currency; of an amount in words, where that stands."""
    text, (signs, words), (before, behind) = skim.text, _named(known), _beside(known)
    for start, end in numbers(text):
        around = text[max(0, start - 6) : end + 10]
        if (
            not signs.isdisjoint(around)
            or _CENTS.search(text, start, end)
            or behind.match(text, end)
            or before.search(text, max(0, start - 8), start)
        ):
            yield start
    yield from (at for at in _said(words, skim) if _is_counted(text, at))


def reductions(skim: Skim, known: tuple[str, ...]) -> Iterator[int | None]:
    """Where two prices may stand in one sentence or row, and what is saved between them: all in one block."""
    any_percent, places = any(True for _ in percents(skim)), sorted(amounts(skim, known))
    if skim.tables and _rows_tell(skim, known, places):
        yield None
    if len(places) < (2 if any_percent else 3):
        return
    if not skim.parted:
        yield from (first for first, last in pairwise(places) if not _APART.search(skim.text, first, last))
        return
    for block, here in groupby(places, skim.block_at):
        first, *others = here
        if len(others) > 1 or (others and any_percent and any(True for _ in percents(Skim(block, "")))):
            yield first


def tells_amount(skim: Skim, known: tuple[str, ...]) -> bool:
    """Whether any amount of money may be in a text with tables: these have bare ones under a head that speaks of it."""
    return not skim.words.isdisjoint(_heading(known)) or any(True for _ in amounts(skim, known))


def _rows_tell(skim: Skim, known: tuple[str, ...], places: Sequence[int]) -> bool:
    """Whether two prices and what is saved may stand in one row; bare figures may be prices below what heads them."""
    text, heads = skim.text, not skim.words.isdisjoint(_heading(known))
    if skim.words.isdisjoint(_words("saved") | _words("percent")) or not (heads or places):
        return False
    if ROW not in text:
        return True
    if _may_head(text, known):
        places = sorted({*places, *(match.start() for match in _BARE.finditer(text))})
    for match in _ROW.finditer(text):
        count = bisect_left(places, match.end()) - bisect_left(places, match.start())
        if count > 2 or (count > 1 and any(True for _ in percents(Skim(match[0], "")))):
            return True
    return False


def _may_head(text: str, known: tuple[str, ...]) -> bool:
    """Whether a cell may tell that the figures below or beside it are money."""
    cells = (cell for row in _ROW.findall(text) for cell in row.split(PARTING))
    short = Skim(PARTING.join(cell for cell in cells if len(" ".join(cell.split())) <= _LONGEST_HEAD), "")
    signs, _ = _named(known)
    return not signs.isdisjoint(short.text) or not short.words.isdisjoint(_heading(known))


def numbers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of numbers in figures, in order; told at C speed, since few letters are figures."""
    figures = text.encode("ascii", "replace").translate(_IS_FIGURE)
    start = figures.find(1)
    while start >= 0:
        end, behind = start, start
        while behind == start or (behind == end + 1 and text[end] in _WITHIN):
            end = figures.find(0, behind)
            end = end if end >= 0 else len(text)
            behind = figures.find(1, end)
        yield start, end
        start = behind


def _said(words: frozenset[str], skim: Skim) -> Iterator[int]:
    """Where any of those words stands, or more."""
    for word in _folded(words) & skim.words:
        plain = word.decode()
        if plain in skim.text:
            yield from occurrences(plain, skim.text)
        else:  # it is written with accents
            yield from (match.start() for match in _any_of(words).finditer(skim.text))


def _is_counted(text: str, at: int) -> bool:
    """Whether a number word stands before text[at]: "fifteen pounds"."""
    before = words_of(text[max(0, at - _REACH) : at])
    return bool(before) and before[-1] in _numerals()


def _has_unit(text: str, at: int) -> bool:
    """Whether the word behind that at text[at] is what a unit begins with: "eight fifty per person"."""
    word = _NEXT_WORD.match(text, at)
    return word is not None and fold(word[1]).encode("utf-8", "surrogatepass") in _words("units")


@cache
def _numerals() -> frozenset[bytes]:
    return as_words(numerals())


@cache
def _any_of(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(map(re.escape, words)))})(?![^\W_])", re.IGNORECASE)


@cache
def _folded(words: frozenset[str]) -> frozenset[bytes]:
    return in_any_case(map(fold, words))


@cache
def _spelt(title: str) -> frozenset[str]:
    return frozenset(word for line in blocks("evidence")[title] for word in line.split())


def _words(title: str) -> frozenset[bytes]:
    return _folded(_spelt(title))


@cache
def _large() -> frozenset[str]:
    """Number words of which an amount without a currency has one: those below five make none."""
    return frozenset(word for word, (_, value) in numerals().items() if value >= 5)


@cache
def _named(known: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """The signs of currencies and of their hundredths, of one character each; their words."""
    table = currencies(known)
    named = {*table.signs, *table.words, *table.minor}
    signs = frozenset(letter for word in named for letter in word if category(letter) == "Sc")
    return signs, frozenset(word for word in named if word.isalpha() and len(word) > 2)


@cache
def _heading(known: tuple[str, ...]) -> frozenset[bytes]:
    """Words that tell that the figures of a column are money."""
    table = currencies(known)
    return _words("heads") | _folded(frozenset(word for word in (*table.signs, *table.words) if word.isalpha()))


@cache
def _beside(known: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The codes of currencies right before a number; these and the words right behind one."""
    table = currencies(known)
    before, behind = (
        "|".join(sorted((re.escape(word) for word in names if word[0].isalpha()), key=len, reverse=True))
        for names in (set(table.signs), {*table.signs, *table.words, *table.minor})
    )
    return (
        re.compile(rf"(?:{before})\W{{0,3}}\Z"),
        re.compile(rf"(?:{SUFFIX})?[\s.,–—-]{{0,3}}(?i:{behind})(?![^\W_])"),
    )
