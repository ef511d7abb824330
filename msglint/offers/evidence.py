"""Whether a text may speak of a discount: a cheap superset of percents and amounts, from its words alone."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
import re
from unicodedata import category

from msglint.lazy_pattern import lazy_pattern
from msglint.money.tables import currencies, numerals
from msglint.offers.tables import blocks
from msglint.text.normalise import fold
from msglint.text.skim import ITEM, PARTING, ROW, ROW_END, Skim, in_any_case

_APART = lazy_pattern(r"\n\s*\n")
"""What no sentence reaches across."""
_ROW = lazy_pattern(f"{ROW}[^{ROW_END}]*")
_BARE = lazy_pattern(rf"^{ITEM}?\d(?:\d|[^\w\n])*+[^\W\d_]*+[^\w\n]*$", re.MULTILINE)
"""Figures alone in a line, perhaps with letters behind them: "40k"."""
_FIGURES = r"(?P<figures>[.,]?\d[\d.,'’\u00a0\u202f\u2009]*)"
_BEHIND = lazy_pattern(rf"\W{{0,2}}{_FIGURES}")  # "GBP ~40"
_BEFORE = lazy_pattern(rf"{_FIGURES}[-–—]?(?:\s?[kmbtKMBT][A-Za-z]{{0,7}})?[\s-]?\Z")  # "40,- million pounds"
_LAST_WORD = lazy_pattern(r"([A-Za-z]+)[\s-]+\Z")
_FURTHEST = 60
"""Characters before a currency's word in which its number stands."""
_LONGEST_HEAD = 66
"""Characters of a cell that heads money (60), and of the marks around it."""


def cues(known: tuple[str, ...]) -> frozenset[bytes]:
    """All the words that are asked for here."""
    titles = ("percent", "saved", "units")
    return frozenset().union(_spoken(), _named(known)[1], _heading(known), *map(_words, titles))


def tells_percent(skim: Skim) -> bool:
    """Whether any percentage may be in the text."""
    return "%" in skim.text or "50/50" in skim.text or not skim.words.isdisjoint(_words("percent"))


def tells_reduction(skim: Skim, known: tuple[str, ...]) -> bool:
    """Whether two prices may stand in one sentence or row, and what is saved between them anywhere."""
    spoken, places = _with_units(skim), sorted(_places(skim, known))
    if skim.tables and _tables_tell(skim, known, spoken, places):
        return True
    if len(places) + spoken < (2 if tells_percent(skim) else 3):
        return False
    text = skim.text
    if not skim.parted:
        return spoken > 0 or any(not _APART.search(text, first, last) for first, last in pairwise(places))
    if PARTING not in text:
        return True
    near = pairwise(sorted([*places, *_numerals_at(skim)]) if spoken else places)
    blocks = [_block_at(text, first) for first, last in near if text.find(PARTING, first, last) < 0]
    return any(tells_reduction(Skim(block, "", parted=True), known) for block in blocks)  # all three are in one block


def _tables_tell(skim: Skim, known: tuple[str, ...], spoken: int, places: Sequence[int]) -> bool:
    """Whether two prices and what is saved may stand in one row; bare figures may be prices below what heads them."""
    heads = not skim.words.isdisjoint(_heading(known))
    if skim.words.isdisjoint(_words("saved") | _words("percent")) or not (heads or spoken or places):
        return False
    if ROW not in skim.text:
        return True
    text = skim.text
    if _may_head(text, known):
        places = sorted([*places, *(match.start() for match in _BARE.finditer(text))])
    near = sorted([*places, *_numerals_at(skim)]) if spoken else places
    for match in _ROW.finditer(text):
        if _count(near, match.span()) > 1:
            row = Skim(match[0], "")
            if _count(places, match.span()) + _with_units(row) >= (2 if tells_percent(row) else 3):
                return True
    return False


def _count(places: Sequence[int], span: tuple[int, int]) -> int:
    return bisect_left(places, span[1]) - bisect_left(places, span[0])


def _may_head(text: str, known: tuple[str, ...]) -> bool:
    """Whether a cell may tell that the figures below or beside it are money."""
    cells = (cell for row in _ROW.findall(text) for cell in row.split(PARTING))
    short = Skim(PARTING.join(cell for cell in cells if len(" ".join(cell.split())) <= _LONGEST_HEAD), "")
    signs, _ = _named(known)
    return not signs.isdisjoint(short.text) or not short.words.isdisjoint(_heading(known))


def _block_at(text: str, at: int) -> str:
    start, end = text.rfind(PARTING, 0, at), text.find(PARTING, at)
    return text[start + len(PARTING) if start >= 0 else 0 : end if end >= 0 else len(text)]


def tells_amount(skim: Skim, known: tuple[str, ...]) -> bool:
    """Whether any amount of money may be in the text; a table has bare ones under a head that speaks of money."""
    return (
        (skim.tables and not skim.words.isdisjoint(_heading(known)))
        or _with_units(skim) > 0
        or next(_places(skim, known), None) is not None
    )


def _places(skim: Skim, known: tuple[str, ...]) -> Iterator[int]:
    """Signs and words of currencies beside figures or number words; figures with cents that belong to none of them."""
    text, (signs, words) = skim.text, _named(known)
    counted: set[int] = set()
    for sign in signs:
        for match in re.finditer(re.escape(sign), text) if sign in text else ():
            at = match.start()
            if any(map(str.isdigit, text[max(0, at - 5) : at + 6])):
                counted.update(range(*_figures_beside(text, *match.span()) or (at, at)))
                yield at
    for word in words & skim.words:
        for match in re.finditer(word.decode(), text):
            whole = not (
                text[match.end() : match.end() + 1].isalpha() or text[match.start() - 1 : match.start()].isalpha()
            )
            if whole and (figures := _figures_beside(text, *match.span())) is not None:
                counted.update(range(*figures))
                yield match.start()
    for match in _figures(known).finditer(text):
        if match.start() not in counted:
            yield match.start()


def _figures_beside(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the figures that a currency at [start, end) belongs to, an empty one if they are number words, or if
    there is no telling which; None where no number is beside it."""
    behind = _BEHIND.match(text, end)
    before = _BEFORE.search(text, max(0, start - _FURTHEST), start)
    last = None if before else _LAST_WORD.search(text, max(0, start - _FURTHEST), start)
    if before or (last and last[1].lower() in numerals()):
        return before.span("figures") if before and not behind else (start, start)
    return behind.span("figures") if behind else None


def _with_units(skim: Skim) -> int:
    """How many number words stand before a unit: "eight fifty per person"."""
    spoken, units = _spoken(), _words("units")
    if skim.words.isdisjoint(spoken):
        return 0
    words = skim.in_order
    return sum(words[at] in units for at, word in enumerate(words[:-1], 1) if word in spoken)


def _numerals_at(skim: Skim) -> Iterator[int]:
    """Where number words stand that may be of an amount."""
    for word in _spoken() & skim.words:
        yield from (match.start() for match in re.finditer(word.decode(), skim.text))


@cache
def _words(title: str) -> frozenset[bytes]:
    return in_any_case(word for line in blocks("evidence")[title] for word in line.split())


@cache
def _named(known: tuple[str, ...]) -> tuple[frozenset[str], frozenset[bytes]]:
    """The signs of currencies and of their hundredths, of one character each; their words."""
    table = currencies(known)
    named = {*table.signs, *table.words, *table.minor}
    signs = frozenset(letter for word in named for letter in word if category(letter) == "Sc")
    return signs, in_any_case(fold(word) for word in named if word.isalpha() and len(word) > 2)


@cache
def _heading(known: tuple[str, ...]) -> frozenset[bytes]:
    """Words that tell that the figures of a column are money."""
    table = currencies(known)
    return _words("heads") | in_any_case(fold(word) for word in (*table.signs, *table.words) if word.isalpha())


@cache
def _figures(known: tuple[str, ...]) -> re.Pattern[str]:
    """Figures with cents, or beside one or two letters that stand for a currency."""
    table = currencies(known)
    named = {*table.signs, *table.words, *table.minor}
    short = {re.sub(r"\W", "", word) for word in named if not any(category(letter) == "Sc" for letter in word)}
    behind = "|".join(sorted(re.escape(word) for word in short if 0 < len(word) < 3))
    before = "|".join(sorted(re.escape(word) for word in table.signs if word.isalpha() and len(word) < 3))
    led = rf"|(?<![^\W_])(?:{before})\W{{0,3}}\d" if before else ""  # none for most: figures alone are found faster
    return re.compile(rf"\d(?:[.,]\d\d(?!\d)|,\d{{3}}|[\s-]{{0,2}}(?i:{behind})(?![^\W_])){led}")


@cache
def _spoken() -> frozenset[bytes]:
    """Number words of which an amount without a currency has one: those below five make none."""
    return in_any_case(word for word, (_, value) in numerals().items() if value >= 5)
