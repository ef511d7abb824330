"""Entries -> a workbook: dates as dates, prices as numbers in their currency, everything else as text."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
import io
from typing import Any

from msglint.errors import ConfigError, Problem
from msglint.exchange.capitals import any_habit
from msglint.exchange.reading import HELP, LISTS, SETTINGS
from msglint.exchange.tables.amounts import minor_units
from msglint.exchange.tables.columns import ENTRY, FACT, ID, LABEL, NAME, PRICE, SIGN_OFF, Column, of_group
from msglint.exchange.tables.laying_out import USUAL_CASE, Money, Percent, Row, Shown, laid_out
from msglint.exchange.tables.values import LABEL_KINDS
from msglint.exchange.written import figures
from msglint.glossary.kinds import KINDS
from msglint.model.glossary import Glossary

_TITLES = {ENTRY: "Entries", LABEL: "Names", PRICE: "Prices", FACT: "Facts", SIGN_OFF: "Sign-offs"}
_ONLY_ELSEWHERE = ("superseded", "deprecated", "admitted", "hidden")
_MADE = datetime(2000, 1, 1)
"""In every file alike, so that equal glossaries make equal bytes."""
_LONGEST = 32_767
_LAST_ROW = 1_048_575
_SIGNS = {"GBP": "[$£-809]", "EUR": "[$€-2]", "USD": "[$$-409]"}
_CHOSEN = ("type", "status", "currency", "vat", "label kind", "case", "fuzzy", "part of speech")


def workbook_of(glossary: Glossary) -> bytes:
    """A workbook of all entries. Raises ConfigError where a text is longer than a cell can hold."""
    said_case = any_habit(entry.preferred.text for entry in glossary.entries)
    laid = list(laid_out(glossary.entries, said_case))
    rows: dict[str, list[Row]] = {ENTRY: [each.entry for each in laid]}
    for group in (LABEL, PRICE, FACT, SIGN_OFF):
        rows[group] = [{**each.whose(), **row} for each in laid for row in each.groups[group]]
    teams = next((entry.required_sign_off for entry in glossary.entries), ())
    settings = {
        "Organization": glossary.organization, "Language": glossary.language, "Currency": glossary.currency,
        "Sign-off": "; ".join(teams),
    }  # fmt: skip
    return _Writing().run(rows, {key: value for key, value in settings.items() if value})


def empty_workbook() -> bytes:
    """The same sheets, empty."""
    return _Writing().run({group: [] for group in _TITLES}, {})


class _Writing:
    """One workbook being written."""

    def __init__(self) -> None:
        import xlsxwriter

        self.out = io.BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book: Any = xlsxwriter.Workbook(self.out, options)
        self.book.set_properties({"created": _MADE})
        self.bold = self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.text = self.book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.day = self.book.add_format({"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"})
        self.percent = self.book.add_format({"num_format": "0.######%", "valign": "top"})
        self.money: dict[str, Any] = {}
        self.lists: dict[str, str] = {}

    def run(self, rows: dict[str, list[Row]], settings: dict[str, str]) -> bytes:
        sheets = {group: self.book.add_worksheet(title) for group, title in _TITLES.items()}
        self._settings(settings)
        self._help()
        self._lists()
        for group, sheet in sheets.items():
            self._sheet(sheet, columns_of(group), rows[group])
        self.book.close()
        return self.out.getvalue()

    def _sheet(self, sheet: Any, columns: Sequence[Column], rows: Iterable[Row]) -> None:
        for at, column in enumerate(columns):
            style = self.day if column.takes == "day" else None if column.takes in ("money", "percent") else self.text
            sheet.set_column(at, at, column.width, style)
            sheet.write_string(0, at, column.header, self.bold)
            if column.takes in self.lists:
                choice = {"validate": "list", "source": self.lists[column.takes], "error_title": column.header,
                          "error_message": "Choose one of the list."}  # fmt: skip
                sheet.data_validation(1, at, _LAST_ROW, at, choice)
        sheet.freeze_panes(1, 1)
        for number, row in enumerate(rows, 1):
            for at, column in enumerate(columns):
                if column in row:
                    self._cell(sheet, number, at, row[column])

    def _cell(self, sheet: Any, row: int, at: int, value: Shown) -> None:
        if isinstance(value, date):
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self.day)
        elif isinstance(value, Money) and _is_exact(value.amount):
            sheet.write_number(row, at, float(value.amount), self._money(value))
        elif isinstance(value, Percent) and _is_exact(value.percent / 100):
            sheet.write_number(row, at, float(value.percent / 100), self.percent)
        else:
            self._text(sheet, row, at, _in_figures(value))

    def _text(self, sheet: Any, row: int, at: int, text: str) -> None:
        if len(text) > _LONGEST:
            message = f"“{text[:40]}…” is longer than the {_LONGEST:,} characters that a cell can hold: export json"
            raise ConfigError(Problem("xlsx", message))
        sheet.write_string(row, at, text, self.text)

    def _money(self, money: Money) -> Any:
        exponent = money.amount.as_tuple().exponent
        decimals = max(minor_units(money.currency), -exponent if isinstance(exponent, int) else 0)
        code = f"{_SIGNS.get(money.currency, f'[${money.currency}] ')}#,##0{'.' * bool(decimals)}{'0' * decimals}"
        if code not in self.money:
            self.money[code] = self.book.add_format({"num_format": code, "valign": "top"})
        return self.money[code]

    def _settings(self, settings: dict[str, str]) -> None:
        sheet = self.book.add_worksheet("Settings")
        sheet.set_column(0, 1, 30, self.text)
        for row, pair in enumerate((SETTINGS, *settings.items())):
            for at, text in enumerate(pair):
                sheet.write_string(row, at, text, self.text if row else self.bold)

    def _help(self) -> None:
        sheet = self.book.add_worksheet(HELP)
        sheet.set_column(0, 1, 20, self.text)
        sheet.set_column(2, 3, 60, self.text)
        lines = [("Column", "Sheet", "What it holds", "Example")]
        for group, title in _TITLES.items():
            lines += [(each.header, title, each.doc, each.example) for each in columns_of(group)]
        for row, line in enumerate(dict.fromkeys(lines)):
            for at, text in enumerate(line):
                sheet.write_string(row, at, text, self.text if row else self.bold)

    def _lists(self) -> None:
        sheet = self.book.add_worksheet(LISTS)
        sheet.hide()
        for at, kind in enumerate(_CHOSEN):
            choices = LABEL_KINDS if kind == "label kind" else [*_enum(kind), *([USUAL_CASE] if kind == "case" else [])]
            for row, choice in enumerate(choices):
                sheet.write_string(row, at, choice, self.text)
            column = chr(ord("A") + at)
            self.lists[kind] = f"={LISTS}!${column}$1:${column}${len(choices)}"


def columns_of(group: str) -> list[Column]:
    """The columns of a group's sheet."""
    whose = [] if group == ENTRY else [NAME, ID]
    return [
        *whose,
        *(column for column in of_group(group) if column.group != ENTRY or column.key not in _ONLY_ELSEWHERE),
    ]


def _enum(kind: str) -> Sequence[str]:
    allowed = KINDS[kind].schema["enum"]
    return [str(each) for each in allowed] if isinstance(allowed, list) else []


def _is_exact(number: Decimal) -> bool:
    """Whether a spreadsheet's number, of 15 digits, holds this one."""
    return len(number.normalize().as_tuple().digits) <= 15


def _in_figures(value: Shown) -> str:
    if isinstance(value, Money):
        return f"{figures(value.amount)} {value.currency}"
    return f"{figures(value.percent)}%" if isinstance(value, Percent) else str(value)
