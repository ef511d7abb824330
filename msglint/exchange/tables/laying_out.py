"""Entries -> what their rows say, by column: days as days, amounts as amounts, all else as text."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from msgspec import Struct

from msglint.agreement.plain import Data, Fields
from msglint.exchange.tables.amounts import unambiguous
from msglint.exchange.tables.columns import COLUMNS, ENTRY, FACT, LABEL, PRICE, SIGN_OFF, Column
from msglint.exchange.tables.values import joined
from msglint.exchange.written import fields_of, label_fields, price_fields, sign_off_fields
from msglint.model.glossary import Entry, EntryType, Status


class Money(NamedTuple):
    """An amount, and the currency in which it is shown."""

    amount: Decimal
    currency: str


class Percent(NamedTuple):
    """A percentage, 0–100."""

    percent: Decimal


Shown: TypeAlias = str | date | Money | Percent
Row: TypeAlias = Mapping[Column, Shown]
USUAL_CASE = "default"
"""In a column Case: nothing else than usual was decided, and so the capitals are meant."""
_BY_NAME = {column.name: column for column in COLUMNS}
_NAMES = ("superseded", "deprecated", "admitted", "hidden", "prices", "facts", "sign_off")


class Laid(Struct, frozen=True):
    """An entry's rows: its own, then those of each group."""

    entry: Row
    groups: Mapping[str, Sequence[Row]]

    def side_by_side(self) -> Iterator[Row]:
        """The rows of one table: the first also says what the entry itself says, all of them whose they are."""
        whose = self.whose()
        count = max(1, *(len(rows) for rows in self.groups.values()))
        for number in range(count):
            row = dict(self.entry if number == 0 else whose)
            for rows in self.groups.values():
                row |= rows[number] if number < len(rows) else {}
            yield row

    def whose(self) -> Row:
        """Name and id."""
        return {column: self.entry[column] for column in COLUMNS[:2]}


def laid_out(entries: Iterable[Entry], said_case: bool) -> Iterator[Laid]:
    """The rows of entries; `said_case`: say also that the usual meaning of capitals holds."""
    for entry in entries:
        yield Laid(_entry(entry, said_case), {
            LABEL: [_label(label.kind.value, label_fields(label, entry)) for label in entry.labels[1:]],
            PRICE: [_price(price_fields(price), price.amount, price.currency) for price in entry.prices],
            FACT: [_cells(FACT, {"name": fact.name, "value": fact.text}) for fact in entry.facts],
            SIGN_OFF: [_cells(SIGN_OFF, sign_off_fields(sign)) for sign in entry.sign_off],
        })  # fmt: skip


def _entry(entry: Entry, said_case: bool) -> Row:
    fields = {key: value for key, value in fields_of(entry).items() if key not in _NAMES}
    if entry.type is not EntryType.OFFER:
        fields.pop("price", None)
    cells = _cells(ENTRY, fields)
    cells[_BY_NAME["entry.type"]] = entry.type.value
    cells[_BY_NAME["entry.status"]] = Status(entry.status).value
    if said_case and "match" not in fields:
        cells[_BY_NAME["entry.match.case"]] = USUAL_CASE
    if entry.discount and entry.discount.percent is not None:
        cells[_BY_NAME["entry.discount"]] = Percent(entry.discount.percent)
    return cells


def _label(kind: str, fields: Fields) -> Row:
    return {**_cells(LABEL, fields), _BY_NAME["label.kind"]: kind}


def _price(fields: Fields, amount: Decimal, currency: str) -> Row:
    return {**_cells(PRICE, fields), _BY_NAME["price.price"]: Money(amount, currency)}


def _cells(group: str, fields: Fields, outer: str = "") -> dict[Column, Shown]:
    cells: dict[Column, Shown] = {}
    for key, value in fields.items():
        if isinstance(value, dict):
            cells |= _cells(group, value, f"{key}.")
        else:
            column = _BY_NAME[f"{group}.{outer}{key}"]
            cells[column] = _shown(value, column)
    return cells


def _shown(value: Data, column: Column) -> Shown:
    if column.many:
        return joined([str(each) for each in (value if isinstance(value, list) else [value])])
    if column.takes == "day":
        return date.fromisoformat(str(value))
    return unambiguous(str(value)) if column.takes == "count" else str(value)
