"""Amounts in a text: what is money, how much, in which currency, for which unit, with or without tax.

The grammar is our own (price-parser reads "2 pairs from $349" as 2); signs, words and decimal marks are CLDR's.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
import re

from msgspec.structs import replace

from msglint.lazy_pattern import lazy_pattern
from msglint.money.amount import Amount, Qualifier
from msglint.money.notation import Notation
from msglint.money.numbers import parse_figures, parse_words, style_of
from msglint.money.tables import lines
from msglint.money.tax import tax_at
from msglint.money.units import unit_at, unit_before
from msglint.text.letters import words_of
from msglint.text.masks import mask_spans

_BILLED = lazy_pattern(
    r"[\s,(–—-]*(?:when\s+)?(?:billed|paid|payable|invoiced|charged)\s+"
    r"(?:annually|yearly|monthly|quarterly|in advance)\)?",
    re.I,
)
_QUALIFIERS = tuple(
    (Qualifier(kind.strip()), rf"(?:{words.strip()})")
    for kind, _, words in (line.partition(":") for line in lines("qualifiers"))
)
_BEFORE = [(kind, lazy_pattern(rf"(?<!\w){words}\s*(?:only |just |£|\*)*\s*\Z", re.I)) for kind, words in _QUALIFIERS]
_FIGURE = lazy_pattern(r"\d")
_RANGE = lazy_pattern(r"\s*(?:[–—-]|to|and|bis|à)\s*\Z")


def amounts(text: str, notation: Notation, comma: bool = False) -> list[Amount]:
    """All amounts of a text in order. `comma`: its language has a decimal comma. Spans count in `text`."""
    raws, words = [], words_of(text)
    if _FIGURE.search(text):
        raws += [*_signed(text, words, notation, comma), *_bare_figures(text, notation, comma)]
    if notation.may_be_said(words):
        raws += [*_spoken(text, notation), *_bare_words(text, notation)]
    hidden = mask_spans(text) if raws else ()
    found: list[Amount] = []
    for raw in raws:
        start, end = raw.figure
        inside = any(a < raw.number[0] < b or (a <= start and end <= b and a < start) for a, b in hidden)
        if not inside and all(end <= other.figure[0] or other.figure[1] <= start for other in found):
            found.append(raw)
    found.sort(key=lambda amount: amount.figure)
    return [_linked(text, found, index) for index in range(len(found))]


def _signed(text: str, words: Sequence[bytes], notation: Notation, comma: bool) -> Iterator[Amount]:
    table, marked, named = notation.currencies, notation.is_marked(text), not notation.named.isdisjoint(words)
    for match in notation.signed.finditer(text) if marked else ():
        codes = table.signs[match["before"]]
        end = match.end("high") if match["high"] else match.end("number")
        if match["after"] and match["after"] in table.signs:
            codes, end = table.signs[match["after"]], match.end("after")
        yield from _amount(text, match, codes, (match.start(), end), comma, match["high"])
    for match in notation.followed.finditer(text) if marked or named else ():
        word = match["after"]
        codes = table.signs.get(word) or table.words[word.casefold()]
        end = match.end("cents") if match["cents"] and word not in table.signs else match.end("after")
        cents = Decimal(match["cents"]) / 100 if end == match.end("cents") and match["cents"] else Decimal(0)
        low = match["low"] if match["low"] and _begins_range(text, match) else None
        start = match.start("low") if low else match.start("number")
        yield from _amount(text, match, codes, (start, end), comma, low, cents)
    for match in notation.hundredths.finditer(text) if marked or named else ():
        codes = table.minor[match["after"].casefold()]
        number = parse_figures(match["number"], comma)
        if number is not None and number < 100 and _reads_as_money(text, match):
            yield _with_terms(text, number / 100, codes, match.span(), match.span("number"))


def _begins_range(text: str, match: re.Match[str]) -> bool:
    """Whether "500 – 42,90 €" is no range: its lower end stands behind a word, with a dash between spaces."""
    wide = text[match.end("low")].isspace() and text[: match.start("low")].rstrip(" ")[-1:].isalpha()
    return not wide or match["low"].isdigit() == match["number"].isdigit()


def _reads_as_money(text: str, match: re.Match[str]) -> bool:
    """Whether "10 c", "3 p" are money: words do by themselves, letters only right behind the figures."""
    return len(match["after"]) > 1 or text[match.end("number")] == match["after"]


def _amount(
    text: str, match: re.Match[str], codes: tuple[str, ...], span: tuple[int, int], comma: bool,
    other: str | None, cents: Decimal = Decimal(0),
) -> Iterator[Amount]:  # fmt: skip
    comma = comma or (style_of(match["number"]).decimal == "," and style_of(match["number"]).decimals > 0)
    number = parse_figures(match["number"], comma)
    if number is None or number.adjusted() > 12:
        return
    end = parse_figures(other, comma) if other else None
    yield replace(_with_terms(text, number + cents, codes, span, match.span("number")), other=end)


def _spoken(text: str, notation: Notation) -> Iterator[Amount]:
    table = notation.currencies
    for match in notation.spoken.finditer(text):
        numbers = parse_words(match["number"])
        word = match["after"].casefold()
        minor = word not in table.words
        if len(numbers) != 1:
            continue
        amount = numbers[0] / 100 if minor else numbers[0]
        end = match.end("after")
        if match["cents"] and not minor and len(more := parse_words(match["cents"])) == 1 and more[0] < 100:
            amount, end = amount + more[0] / 100, match.end()
        codes = table.minor[word] if minor else table.words[word]
        yield _with_terms(text, amount, codes, (match.start(), end), match.span("number"))


def _bare_figures(text: str, notation: Notation, comma: bool) -> Iterator[Amount]:
    """Figures without a currency that a unit makes a price: "12.50 pp"."""
    for match in notation.bare.finditer(text):
        unit = unit_at(text, match.end())
        if unit.parts:
            number = parse_figures(match["number"], comma or style_of(match["number"]).decimal == ",")
            if number is not None:
                yield replace(_with_terms(text, number, (), match.span(), match.span()), bare=True)


def _bare_words(text: str, notation: Notation) -> Iterator[Amount]:
    """The same in words: "eight fifty per person"."""
    for match in notation.bare_words.finditer(text):
        numbers = parse_words(match["number"])
        unit = unit_at(text, match.end())
        if len(numbers) == 2 and 10 <= numbers[1] < 100 and unit.parts:
            amount = numbers[0] + numbers[1] / 100
        elif len(numbers) == 1 and numbers[0] >= 5 and unit.parts[:1] == ("head",):
            amount = numbers[0]
        else:
            continue
        yield replace(_with_terms(text, amount, (), match.span(), match.span()), bare=True)


def bare_amount(text: str, currencies: tuple[str, ...], comma: bool) -> Amount | None:
    """A text that is nothing but figures, in a place where figures are money: a cell under "Price (£)"."""
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    number = parse_figures(stripped, comma or style_of(stripped).decimal == ",") if stripped else None
    if number is None or not stripped[0].isdigit():
        return None
    span = (start, start + len(stripped))
    return Amount(number, currencies, span, span, span, bare=True)


def _with_terms(
    text: str, amount: Decimal, codes: tuple[str, ...], figure: tuple[int, int], number: tuple[int, int]
) -> Amount:
    """The amount with what follows it: unit, tax, how it is billed; in any order."""
    parts: tuple[str, ...] = ()
    unit_span = tax = None
    at = end = figure[1]
    while True:
        if unit := _unit(text, at):
            parts, unit_span = (*parts, *unit[0]), (unit_span[0] if unit_span else figure[1], unit[1])
            at = end = unit[1]
        elif not tax and (tax := tax_at(text, at)):
            at = end = tax.end
        elif billed := _BILLED.match(text, at):
            at = billed.end()
        else:
            break
    return Amount(
        amount, codes, figure, (figure[0], end), number,
        per=parts or unit_before(text, figure[0]), unit=unit_span,
        tax=tax.kind if tax else None, taxed=(tax.start, tax.end) if tax else None,
    )  # fmt: skip


def _unit(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    unit = unit_at(text, at)
    return (unit.parts, unit.end) if unit.parts else None


def _linked(text: str, found: list[Amount], index: int) -> Amount:
    """The amount with its qualifier, and the other end where it is one of a range."""
    amount = found[index]
    before = text[max(0, amount.figure[0] - 30) : amount.figure[0]]
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            amount = replace(amount, qualifier=kind)
            break
    for other in found[max(0, index - 1) : index + 2]:
        first, last = sorted((amount, other), key=lambda each: each.figure)
        between = text[first.phrase[1] : last.figure[0]]
        if other is not found[index] and _RANGE.fullmatch(between) and amount.other is None:
            lead = text[max(0, first.figure[0] - 12) : first.figure[0]].lower()
            if between.strip() in ("–", "-", "—") or "from" in lead or "between" in lead:
                return replace(amount, other=other.amount)
    return amount
