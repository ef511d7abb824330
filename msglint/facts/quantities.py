"""Quantities as people write them: "4 business hours", "60 or more", "at least five tasks", "99.9 %", "30-day"."""

from bisect import bisect_left
from decimal import Decimal
from functools import cache, lru_cache
from itertools import accumulate
from pathlib import Path
import re

from msgspec import Struct

from msglint.facts.units import Unit, is_unit, unit_of
from msglint.lazy_pattern import lazy_pattern
from msglint.text.letters import as_words, words_of
from msglint.text.masks import mask_spans
from msglint.text.word_classes import word_class

_WORDS = Path(__file__).parent / "data" / "number-words.txt"
_FIGURES = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?"
_BEFORE = {
    ">=": r"at least|no less than|not less than|no fewer than|(?:a )?minimum(?: of)?|min\.?|starting (?:at|from)|≥|>=",
    ">": r"more than|over|above|greater than|exceed(?:s|ing)?|beyond|longer than|>",
    "<=": r"at (?:the )?most|(?:no|not) (?:more|longer|later) than|up to|(?:a )?maximum(?: of)?|max\.?|within|inside|in"
    r"|not exceeding|≤|<=",
    "<": r"less than|fewer than|under|below|shorter than|<",
    "=": r"exactly|precisely|=",
}
_AFTER = {
    ">=": r"\+|(?:or|and) (?:more|above|over|higher|better|greater|up|longer|older)|plus\b|(?:at )?minimum",
    "<=": r"(?:or|and) (?:less|fewer|under|below|lower|sooner|faster|younger)|(?:at )?maximum|at most|tops",
}
_QUALIFIER = r"business|working|work|office|calendar|full|whole|consecutive|weekday"
_PERIODS = ("minute", "hour", "day", "week", "month", "quarter", "year")
"""What "a" and "an" count one of."""
_NO_UNIT = (
    word_class("function") | word_class("no-noun-follows") | frozenset(("or", "times", "x", "th", "st", "nd", "rd"))
)
_FIGURE = lazy_pattern(r"\d")
_DATE = lazy_pattern(
    r"\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}[:.]\d\d ?(?:[ap]\.?m\b)|\d{1,2}:\d\d|\d{1,2} ?[ap]\.?m\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)\b|\+?\d[\d ()-]{8,}\d"
)
_MONEY_BEFORE = lazy_pattern(r"(?:[£€$¥]|\b(?:GBP|EUR|USD|CHF)) ?\Z")
_MONEY_AFTER = lazy_pattern(r" ?(?:[£€¥]|(?:GBP|EUR|USD|CHF|pounds?|euros?|dollars?|pence|cents?)\b)", re.IGNORECASE)
_COUNTED = lazy_pattern(
    r"\b(?:pages?|sections?|chapters?|no\.|nr\.|ext\.?|version|v|step|slide|figure|table|#) ?\Z", re.IGNORECASE
)


_PART = lazy_pattern(r"\b(?:quarters?|half|third|thirds) (?:of )?\Z", re.IGNORECASE)
_AND_A_HALF = lazy_pattern(r"(?: \w+)? and (?:a half|a quarter|three quarters)\b", re.IGNORECASE)
_DENIED = lazy_pattern(
    r"\b(?:nobody|no one|none|never|not|no \w+|isn['’]t|don['’]t|doesn['’]t|won['’]t)\b", re.IGNORECASE
)


class Quantity(Struct, frozen=True):
    """A number, or a range, with its unit and bound. All spans are of the text it was found in.

    relation  "<", "<=", "=", ">=", ">"; None where no bound is said
    figure    span of number and unit, with a "+" or sign that is written to it: what a correction replaces
    number_at span of the number (of a range: of both ends), whose style a correction keeps
    phrase    span with the words of the bound: "at least 60 points"
    """

    number: Decimal
    to: Decimal | None
    unit: Unit
    relation: str | None
    figure: tuple[int, int]
    number_at: tuple[int, int]
    unit_at: tuple[int, int]
    phrase: tuple[int, int]


@lru_cache(maxsize=64)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, in order. Money, dates, times of day, telephone and page numbers are none."""
    if not may_be_in(text):
        return ()
    numbers = list(_numbers().finditer(text))
    if not numbers:
        return ()
    taken = sorted([match.span() for match in _DATE.finditer(text)] + mask_spans(text))
    starts, ends = [start for start, _ in taken], list(accumulate((end for _, end in taken), max))
    found: list[Quantity] = []
    for match in numbers:
        before = bisect_left(starts, match.end())
        if not before or ends[before - 1] <= match.start():
            quantity = _quantity(text, match)
            if quantity is not None:
                found.append(quantity)
    return tuple(found)


def may_be_in(text: str) -> bool:
    """A cheap superset: whether there are figures, number words or words of time in a text."""
    return _FIGURE.search(text) is not None or not _counting().isdisjoint(words_of(text))


@cache
def number_words() -> dict[str, int]:
    """The number words from one to ninety and their values."""
    lines = (line.split() for line in _WORDS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {word: int(value) for word, value in lines}


@cache
def _counting() -> frozenset[bytes]:
    """Words of which one stands in every number that has no figures."""
    return as_words((*number_words(), *_PERIODS))


@cache
def _numbers() -> re.Pattern[str]:
    words = "|".join(number_words())
    number = rf"(?:{_FIGURES})(?![\d:]|,\d)|\b(?:{words})(?:[- ](?:{words}))?\b"
    article = rf"\b(?:half )?an?(?= (?:(?:{_QUALIFIER}) )?(?:{'|'.join(_PERIODS)})\b)"
    return re.compile(
        rf"(?<![\w.,/])(?<!\d-)(?P<number>{number}|{article})(?:\s?(?:to|and|-|–|—)\s?(?P<to>{number}))?", re.IGNORECASE
    )


@cache
def _bounds(after: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    if after:
        return tuple((sign, re.compile(rf"\s?(?:{words})", re.IGNORECASE)) for sign, words in _AFTER.items())
    lead = r"(?:the )?(?:(?:last|first|past|next) )?"
    return tuple(
        (sign, re.compile(rf"(?<![\w])(?:{words})[ \xa0\n]*{lead}\Z", re.IGNORECASE)) for sign, words in _BEFORE.items()
    )


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    before = text[max(0, start - 32) : start]
    if _PART.search(before) or _AND_A_HALF.match(text, end):
        return None
    if _MONEY_BEFORE.search(before) or _MONEY_AFTER.match(text, end) or _COUNTED.search(before):
        return None
    article = match["number"].casefold().split()[-1] in ("a", "an")
    if not article and match["number"].isalpha() and _is_pronoun(match["number"], text, end):
        return None
    values = _values(match)
    if values is None:
        start, end = match.span("number")
        values = _value(match["number"]), None
    relation, phrase_start = _bound_before(text, start)
    if (
        article
        and (relation is None or re.search(r"\bin \Z", before))
        and not re.search(r"\b(?:lasts?|takes?|is|of) \Z", before)
    ):
        return None
    after, figure_end = _bound_after(text, end)
    unit_start, unit_end = _unit_span(text, figure_end)
    if after is None:
        after, phrase_end = _bound_after(text, unit_end)
    else:
        phrase_end = unit_end
    glued = text[end : end + 1] == "+"
    last = unit_end if unit_end > unit_start else (end + 1 if glued else end)
    return Quantity(
        number=values[0], to=values[1], unit=unit_of(text[unit_start:unit_end]), relation=after or relation,
        figure=(start, last), number_at=(start, end), unit_at=(unit_start, unit_end),
        phrase=(phrase_start, max(last, phrase_end)),
    )  # fmt: skip


def _values(match: re.Match[str]) -> tuple[Decimal, Decimal | None] | None:
    """The number, and the other end of a range; None where the second is no end of one ("24-7", "one and two")."""
    low = _value(match["number"])
    if match["to"] is None:
        return low, None
    joined = re.search(r"\band\b", match[0])
    if joined and not match.string[: match.start()].casefold().rstrip().endswith("between"):
        return None
    high = _value(match["to"])
    return (low, high) if high > low else None


def _value(written: str) -> Decimal:
    written = written.casefold()
    if written[0].isdigit():
        return Decimal(written.replace(",", ""))
    if written.startswith("half"):
        return Decimal("0.5")
    return Decimal(sum(number_words().get(part, 1) for part in re.split(r"[- ]", written)))


def _is_pronoun(word: str, text: str, end: int) -> bool:
    """Whether "one" counts nothing: "one of us", "the one that". Before a unit of the table it always counts."""
    following = re.match(r"[- ](?:(?:" + _QUALIFIER + r") )?([a-z]+)", text[end : end + 40], re.IGNORECASE)
    return word.casefold() == "one" and not (following and is_unit(following[1]))


def _bound_before(text: str, start: int) -> tuple[str | None, int]:
    before = text[max(0, start - 32) : start]
    for sign, pattern in _bounds(False):
        if match := pattern.search(before):
            first = start - len(before) + match.start()
            denied = sign == ">" and _DENIED.search(text, max(0, first - 30), first)
            return "<=" if denied else sign, first
    return None, start


def _bound_after(text: str, end: int) -> tuple[str | None, int]:
    for sign, pattern in _bounds(True):
        if match := pattern.match(text, end):
            return sign, match.end()
    return None, end


_UNIT = lazy_pattern(
    rf"[ \xa0\u202f]?(?P<sign>%|°C)|[ \xa0\u202f\n-]?(?P<words>(?:(?:{_QUALIFIER})[ -])?"
    r"(?:per cent\b|[km]bit/s|mb/s|[a-z]+(?<!s) [a-z]{3,}(?<!s)s\b(?=[^a-z]|$)|[^\W\d_]+))",
    re.IGNORECASE,
)


_ONE_WORD = lazy_pattern(rf"[ \xa0\u202f\n-]?(?P<words>(?:(?:{_QUALIFIER})[ -])?[^\W\d_]+)", re.IGNORECASE)


def _unit_span(text: str, end: int) -> tuple[int, int]:
    """Span of the unit that follows; empty where none does. Outside the table any noun may be one, but no name."""
    match = _UNIT.match(text, end)
    if match is None:
        return end, end
    if match["sign"]:
        return match.span("sign")
    words = match["words"].casefold().split()
    single = _ONE_WORD.match(text, end)
    if len(words) == 2 and single is not None and (is_unit(words[0]) or words[0] in _NO_UNIT):
        match = single
    last = match["words"].casefold().split()[-1].split("-")[-1]
    unknown = not is_unit(last) and (last in _NO_UNIT or match["words"][0].isupper() or len(last) < 3)
    return (end, end) if unknown else match.span("words")
