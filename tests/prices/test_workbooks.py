"""A workbook keeps its strings apart from its numbers; a row is a row all the same."""

from datetime import date
import io

from openpyxl import Workbook
import pytest

from msglint.engine import Standard, judge_file
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.rulebook.load import load_rules
from msglint.sources import SourceFile

_TERMS = """\
defaults: {currency: GBP}
terms:
  - term: Sunrise Tray
    type: product
    prices:
      - {price: 6.80, per: person, valid_from: 2026-05-01}
      - {price: 6.20, per: person, valid_through: 2026-04-30}
  - {term: Supper Club, type: product, price: 42 GBP per person}
"""


def _workbook(rows: dict[str, list[tuple[str, float]]], number_format: str, head: str) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, lines in rows.items():
        sheet = book.create_sheet(name)
        sheet.append(("Menu", head))
        for line in lines:
            sheet.append(line)
            sheet.cell(sheet.max_row, 2).number_format = number_format
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _found(data: bytes) -> list[Finding]:
    glossary = parse_glossary(_TERMS, "glossary.yaml")
    rules = {code: rule for code, rule in load_rules().items() if code.startswith("PRC")}
    standard = Standard(glossary, compile_lexicon(glossary), rules, Circumstances(date(2026, 6, 10)))
    return list(judge_file(SourceFile("prices.xlsx", data=data), standard).findings)


@pytest.mark.parametrize(
    ("number_format", "head", "said"),
    [("£#,##0.00", "Price", "£6.20"), ("£#,##0.00", "Per person", "£6.20"), ("0.00", "£", "6.20")],
)
def test_a_name_among_the_shared_strings_and_a_number_in_the_sheet_are_one_row(
    number_format: str, head: str, said: str
) -> None:
    data = _workbook({"Menus": [("Supper Club", 42), ("Sunrise Tray", 6.2)]}, number_format, head)
    assert [(each.rule, each.said, each.location.place) for each in _found(data)] == [("PRC202", said, "Menus!B3")]


def test_rows_of_two_sheets_are_two_rows() -> None:
    data = _workbook({"A": [("Supper Club", 42)], "B": [("Sunrise Tray", 6.8)]}, "£#,##0.00", "Price")
    assert _found(data) == []
    data = _workbook({"A": [("Supper Club", 42)], "B": [("Sunrise Tray", 6.2)]}, "£#,##0.00", "Price")
    assert [each.location.place for each in _found(data)] == ["B!B2"]
