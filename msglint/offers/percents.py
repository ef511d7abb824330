"""Percentages that are discounts: "20% off", "save 20%", "ten percent off", "half price", "10 % Rabatt".

"Two for one" and its kin are none: what they take off depends on how many are bought.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
import re

from msgspec import Struct

from msglint.money.numbers import numeral_pattern, parse_words, write_words
from msglint.offers.tables import blocks, either

_SIGNS = ("%", "percent", "per cent", "prozent", "procent", "pour cent", "por ciento")
_FRACTIONS = ("half", "third", "quarter", "fifth", "tenth", "preis", "prix", "prezzo", "precio")
"""One of these is in every percentage in figures, and in every one in words, in small letters."""
_HUNDRED = Decimal(100)


class Percent(Struct, frozen=True):
    """The value of a percent mention, whose span is the whole phrase: "Save 20%", "ten percent off".

    percent   0–100
    figure    span of the figures or words with their sign: what another percentage replaces
    discount  it says itself that it is one; else only its place can tell ("TEAM20: 20%")
    about     "up to", "over", "nearly": no exact statement
    fraction  "a third off", "half price"
    """

    percent: Decimal
    figure: tuple[int, int]
    number: tuple[int, int]
    discount: bool
    about: bool = False
    fraction: bool = False


class Found(Struct, frozen=True):
    """A percentage of a text."""

    start: int
    end: int
    value: Percent


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"(?<![\w.,£$€/+-])(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|\b{numeral_pattern()})"
    return re.compile(
        rf"(?P<lead>(?:{either('discounts', 'before')})[\s*_(]*)?"
        rf"(?P<figure>(?P<number>{number})(?:{either('discounts', 'percent')}))"
        rf"(?P<behind>[*_)]*[\s-](?:{either('discounts', 'behind')}))?",
        re.IGNORECASE,
    )


@cache
def _fractions() -> tuple[tuple[Decimal, re.Pattern[str]], ...]:
    rows = (line.partition(" ") for line in blocks("discounts")["fractions"])
    return tuple((Decimal(number), re.compile(rf"\b{words}\b(?! of\b)", re.I)) for number, _, words in rows)


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"(?:{either('discounts', 'about')})\s*(?:an?\s|extra\s)*[*_(]*\Z", re.IGNORECASE)


@cache
def _not_of() -> re.Pattern[str]:
    return re.compile(either("discounts", "not-of"), re.IGNORECASE)


def percents(text: str) -> list[Found]:
    """All percentages of a text, in order."""
    stands_there = text.casefold().__contains__
    signed, in_words = any(map(stands_there, _SIGNS)), any(map(stands_there, _FRACTIONS))
    found: list[Found] = []
    if signed or (in_words and stands_there("pct")):
        found += _figures(text)
    if in_words:
        found += _in_words(text)
    return sorted(found, key=lambda one: one.start)


def _figures(text: str) -> Iterator[Found]:
    for match in _pattern().finditer(text):
        written = match["number"]
        number = Decimal(written.replace(",", ".")) if written[0].isdigit() else _word(written)
        if number is None or number > _HUNDRED:
            continue
        led = bool(match["lead"]) and not (not match["behind"] and _not_of().match(text, match.end("figure")))
        discount = led or bool(match["behind"])
        start = match.start() if led else match.start("figure")
        end = match.end() if match["behind"] else match.end("figure")
        about = bool(_about().search(text[max(0, match.start("figure") - 24) : match.start("figure")]))
        value = Percent(number, match.span("figure"), match.span("number"), discount, about)
        yield Found(start, end, value)


def _word(written: str) -> Decimal | None:
    numbers = parse_words(written)
    return numbers[0] if len(numbers) == 1 else None


def _in_words(text: str) -> Iterator[Found]:
    for number, pattern in _fractions():
        for match in pattern.finditer(text):
            about = bool(_about().search(text[max(0, match.start() - 24) : match.start()]))
            span = match.span()
            yield Found(*span, Percent(number, span, span, True, about, fraction=True))


def is_head(header: str) -> bool:
    """Whether percentages under that column's header are discounts."""
    return bool(re.search(either("discounts", "head"), header, re.IGNORECASE))


def rewritten(text: str, value: Percent, percent: Decimal) -> str:
    """What replaces the figure: another percentage in the style of the written one; "half price" becomes "20% off"."""
    plain = f"{percent.normalize():f}"
    if value.fraction:
        return f"{plain}% off"
    first, last = value.number
    written, sign = text[first:last], text[last : value.figure[1]]
    if written[0].isdigit():
        return (plain.replace(".", ",") if "," in written else plain) + sign
    if percent % 1:
        return f"{plain}%"
    words = write_words(percent, written)[0]
    return (words.capitalize() if written[0].isupper() else words) + sign


@cache
def conditional() -> re.Pattern[str]:
    """Words around a discount that tell it from an offer to everybody."""
    return re.compile(either("discounts", "conditional"), re.IGNORECASE)
