"""Money: where an amount stands. Mentions have kind "money", their value is a msglint.money.amount.Amount.

A mention spans the figures (or number words) with their currency. In tables the currency, unit and tax of a column's
header count for its cells, and bare numbers under such a header are amounts.
"""

from collections.abc import Iterator
import re

from msgspec.structs import replace

from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Segment
from msglint.model.document import Role as Part
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty
from msglint.money.amount import Amount, Role
from msglint.money.grid import Grid, grid_of
from msglint.money.notation import Notation, notation
from msglint.money.quantities import quantities
from msglint.money.roles import role_of, role_of_column
from msglint.money.scan import amounts, bare_amount
from msglint.money.tables import decimal_comma
from msglint.money.tax import tax_in
from msglint.money.units import unit_at, unit_in_header
from msglint.text.sentences import sentence_at

_MONEY = lazy_pattern(
    r"\b(?:prices?|costs?|fees?|rates?|tariffs?|charges?|prix|preis|precio|prezzo|prijs|per (?:person|head|guest))\b",
    re.I,
)
_SUM = lazy_pattern(r"amount|value|sum|betrag|montant|importe|importo|bedrag", re.I)
_COUNTED = lazy_pattern(r"\b(?:units?|qty|quantity|number|count|sold|days?|users|seats|#)\b", re.I)


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All amounts of money in a document, in reading order."""
    known = _known_currencies(lexicon)
    written = notation(known)
    grid: Grid | None = None
    for segment in document.segments:
        if segment.role is Part.CODE or not written.may_be_in(segment.text):
            continue
        comma = decimal_comma(segment.language or circumstances.language or document.metadata.get("language"))
        found = amounts(segment.text, written, comma)
        if segment.role is Part.CELL:
            grid = grid if grid is not None else grid_of(document.segments)
            found = [_in_table(amount, segment, grid) for amount in found or _figures(segment, grid, written, comma)]
        for amount in found:
            yield _mention(segment, _placed(amount, found, segment, grid, circumstances))


def _known_currencies(lexicon: Lexicon) -> tuple[str, ...]:
    """The currencies of the glossary's prices and discounts, in order."""
    entries = lexicon.glossary.priced
    codes = {price.currency for entry in entries for price in entry.prices}
    codes |= {entry.discount.currency for entry in entries if entry.discount and entry.discount.currency}
    return tuple(sorted(codes))


def _figures(segment: Segment, grid: Grid, written: Notation, comma: bool) -> list[Amount]:
    """A cell of bare figures under a header, or behind a label, that speaks of money."""
    head, label = grid.header(segment), grid.label(segment)
    text = head if _speaks_of_money(head, written) else label if _speaks_of_money(label, written) else ""
    beside = _currency_beside(segment, grid, written) if text or _SUM.fullmatch(head.strip()) else ()
    currencies = _currencies_in(text, written) or beside
    amount = bare_amount(segment.text, currencies, comma) if text or beside else None
    return [amount] if amount else []


def _currency_beside(segment: Segment, grid: Grid, written: Notation) -> tuple[str, ...]:
    """The currency that stands alone in another cell of the row."""
    for column, parts in grid.row(segment).items():
        text = parts[0].text.strip()
        if column != segment.column and len(text) <= 3 and (codes := _currencies_in(text, written)):
            return codes
    return ()


def _speaks_of_money(text: str, written: Notation) -> bool:
    if not text or len(text) > 60 or _COUNTED.search(text):
        return False
    return bool(_MONEY.search(text)) or bool(_currencies_in(text, written))


def _currencies_in(text: str, written: Notation) -> tuple[str, ...]:
    """The currency that a header names by its sign, code or word."""
    table = written.currencies
    for word in re.findall(r"[^\W\d_]+|[^\w\s(),.:;/-]+|[A-Z]{1,3}\$", text):
        codes = table.signs.get(word) or table.words.get(word.casefold())
        if codes:
            return codes
    return ()


def _in_table(amount: Amount, segment: Segment, grid: Grid) -> Amount:
    """With the unit and tax that header, label or a neighbouring cell tell, where the cell itself does not."""
    head, label = grid.header(segment), grid.label(segment)
    per = amount.per or unit_in_header(head) or unit_in_header(label) or _unit_beside(segment, grid)
    return replace(amount, per=per, tax=amount.tax or tax_in(head) or tax_in(label))


def _unit_beside(segment: Segment, grid: Grid) -> tuple[str, ...]:
    for column, parts in grid.row(segment).items():
        text = parts[0].text.strip()
        if column != segment.column and text and (unit := unit_at(f" {text}", 0)).end >= len(text):
            return unit.parts
    return ()


def _placed(
    amount: Amount, found: list[Amount], segment: Segment, grid: Grid | None, circumstances: Circumstances
) -> Amount:
    """The amount with its role, and the quantities its sentence speaks of."""
    start, end = sentence_at(segment.text, amount.figure[0])
    role = role_of(segment.text, amount, found)
    if role is Role.PRICE and grid and segment.role is Part.CELL:
        role = role_of_column(grid.header(segment), circumstances.as_of)
        if role is Role.PRICE:
            role = role_of_column(grid.label(segment), circumstances.as_of) if len(grid.label(segment)) < 40 else role
    around = segment.text[start : amount.figure[0]] + " | " + segment.text[amount.phrase[1] : end]
    return replace(amount, role=role, quantities=quantities(around))


def _mention(segment: Segment, amount: Amount) -> Mention:
    start, end = amount.figure
    return Mention(segment, start, end, "money", Certainty.CERTAIN, value=amount)
