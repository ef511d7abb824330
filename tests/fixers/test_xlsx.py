"""Workbooks corrected: cells with findings, and no cell that shares a string with them."""

from collections.abc import Callable
import io

from openpyxl import Workbook as InlineBook
from openpyxl import load_workbook
import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from msglint.fixers.xlsx import fix
from msglint.model.judgement import Edit
from msglint.readers import Source, read
from tests.fixers.mending import corrected, reasons
from tests.fixers.packages import part, untouched

STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"


def workbook(rows: list[list[object]], more: Callable[[xlsxwriter.Workbook, Worksheet], None] | None = None) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Price list")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        if more:
            more(book, sheet)
    return out.getvalue()


def values(data: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


def test_a_string_is_changed_where_every_cell_of_it_has_the_finding() -> None:
    data = workbook([["Product", "From"], ["Business Lunch", 8], ["Business Lunch", 20], ["Afternoon Tray", 4]])
    result = corrected(data, "xlsx")
    assert values(result.data) == [
        ["Product", "From"],
        ["Meals for Teams", 8],
        ["Meals for Teams", 20],
        ["Tea & Cake", 4],
    ]
    assert len(result.mended) == 3
    untouched(data, result.data, {STRINGS})


def test_a_cell_without_the_finding_keeps_its_string() -> None:
    def strike(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write(1, 0, "Business Lunch", book.add_format({"font_strikeout": True}))  # no statement any more

    data = workbook([["Business Lunch"], []], strike)
    result = corrected(data, "xlsx")
    assert values(result.data) == [["Meals for Teams"], ["Business Lunch"]]
    assert 'count="2" uniqueCount="2"' in part(result.data, STRINGS)
    untouched(data, result.data, {STRINGS, SHEET})


def test_a_tables_heading_is_left_and_the_cell_below_gets_a_string_of_its_own() -> None:
    def table(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.add_table("A1:B3", {"columns": [{"header": "Business Lunch"}, {"header": "From"}]})

    data = workbook([[], ["Business Lunch", 8], ["x", 1]], table)
    result = corrected(data, "xlsx")
    assert values(result.data) == [["Business Lunch", "From"], ["Meals for Teams", 8], ["x", 1]]
    assert [reason.partition(",")[0] for reason in reasons(result)] == ["it is the heading of a table"]


def test_a_rich_string_keeps_its_runs() -> None:
    def rich(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(0, 0, "our ", bold, "Business", " Lunch today")

    result = corrected(workbook([[]], rich), "xlsx")
    strings = part(result.data, STRINGS)
    assert "<t>Meals for Teams</t>" in strings
    assert '<t xml:space="preserve"> today</t>' in strings


def test_inline_strings_are_corrected_in_their_sheet() -> None:
    book = InlineBook()
    book.worksheets[0].append(["Business Lunch"])
    out = io.BytesIO()
    book.save(out)
    assert values(corrected(out.getvalue(), "xlsx").data) == [["Meals for Teams"]]


SHAPES = [
    ("Our Business Lunch’s price", "Our Meals for Teams’ price"),
    ("ORDER BUSINESS LUNCH", "ORDER MEALS FOR TEAMS"),
    ("two Vitamin Boxes", "two Office Fruit Crates"),
]


@pytest.mark.parametrize(("before", "after"), SHAPES)
def test_the_new_name_takes_the_shape_of_the_old_one(before: str, after: str) -> None:
    assert values(corrected(workbook([[before]]), "xlsx").data) == [[after]]


NUMBERS = [
    ("€#,##0.00", 15.5, "€12.50", 12.5),
    ("0.00 [$€]", 15.5, "12.50 €", 12.5),
    ("€#,##0", 1500, "€1,400", 1400),
    ("€#,##0.00", 1500, "€1,400.50", 1400.5),
]


@pytest.mark.parametrize(("format", "old", "shown", "new"), NUMBERS)
def test_a_price_is_stored_as_its_number_and_shown_in_its_format(
    format: str, old: float, shown: str, new: float
) -> None:
    def price(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_number(0, 1, old, book.add_format({"num_format": format}))

    data = workbook([["Meals for Teams"]], price)
    document = read(Source("prices.xlsx", data))
    cell = document.segments[-1]
    fixed = fix(data, document, [Edit(cell, 0, len(cell.text), shown)])
    assert values(fixed.data) == [["Meals for Teams", new]]
    assert read(Source("prices.xlsx", fixed.data)).segments[-1].text == shown
