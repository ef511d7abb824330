"""Workbooks as people keep them: numbers, dates, currencies and mishaps as spreadsheet programs really hold them."""

# ruff: noqa: E501  what is said of cells

from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
import io
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
import pytest

from msglint.errors import GlossaryError, ReadError
from msglint.exchange.formats import xlsx
from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import EntryType, Price

HEADER = ["Name", "Price", "From"]


def book(*rows: Sequence[Any], formats: dict[str, str] | None = None) -> Workbook:
    """A workbook of one sheet, with number formats by cell."""
    made = Workbook()
    for row in rows:
        made.active.append(list(row))
    for cell, code in (formats or {}).items():
        made.active[cell].number_format = code
    return made


def data_of(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(made: Workbook, language: str | None = None, currency: str | None = "GBP") -> Incoming:
    return xlsx.read(Arriving("list.xlsx", data_of(made), language, Defaults("en", currency)))


def prices(made: Workbook, **options: Any) -> list[tuple[str, str]]:
    found: list[Price] = [price for entry in read(made, **options).glossary.entries for price in entry.prices]
    return [(str(price.amount), price.currency) for price in found]


def refused(made: Workbook, **options: Any) -> list[str]:
    with pytest.raises(GlossaryError) as caught:
        read(made, **options)
    return [str(problem) for problem in caught.value.problems]


NUMBERS = [
    (6.5, "General", "6.50", "GBP"),
    (6.5, "[$£-809]#,##0.00", "6.50", "GBP"),
    (6.5, "€ #,##0.00", "6.50", "EUR"),
    (6.5, '#,##0.00 "€"', "6.50", "EUR"),
    (6.5, "_-[$€-407]* #,##0.00_-", "6.50", "EUR"),
    (6.5, '"$"#,##0.00_);("$"#,##0.00)', "6.50", "USD"),
    (6.5, "[$$-C09]#,##0.00", "6.50", "AUD"),
    (6.5, "[$CHF-807] #,##0.00", "6.50", "CHF"),
    (650, "[$¥-411]#,##0", "650", "JPY"),
    (6.5, "[$KWD] 0.000", "6.500", "KWD"),
    (0.1 + 0.2, "0.00", "0.30", "GBP"),
    (1.1 * 3, "General", "3.30", "GBP"),
    (100 / 3, "£0.00", "33.33", "GBP"),
    (1234, "#,##0", "1234.00", "GBP"),
]


@pytest.mark.parametrize(("value", "code", "amount", "currency"), NUMBERS)
def test_number_cells(value: float, code: str, amount: str, currency: str) -> None:
    assert prices(book(HEADER, ["Soup", value], formats={"B2": code})) == [(amount, currency)]


TEXTS = [
    ("12,50 €", "12.50", "EUR"), ("€ 1.234,50", "1234.50", "EUR"), ("£1,234.50", "1234.50", "GBP"),
    ("6.50", "6.50", "GBP"), ("6.5 GBP per person", "6.50", "GBP"), (" 12.50\u00a0EUR ", "12.50", "EUR"),
    ("1'234.50 CHF", "1234.50", "CHF"), ("1 234,50 €", "1234.50", "EUR"), ("$5", "5.00", "USD"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "currency"), TEXTS)
def test_amounts_typed_as_text(text: str, amount: str, currency: str) -> None:
    assert prices(book(HEADER, ["Soup", text])) == [(amount, currency)]


@pytest.mark.parametrize(("language", "amount"), [("de", "1234.00"), ("en-GB", "1.234"), ("de-CH", None)])
def test_the_language_tells_what_a_mark_means(language: str, amount: str | None) -> None:
    sheet = book(HEADER, ["Soup", "1.234 €"])
    if amount is None:
        amount = "1.234"
    assert prices(sheet, language=language) == [(amount, "EUR")]


def test_dollars_are_those_of_the_glossary() -> None:
    assert prices(book(HEADER, ["Soup", "$5"]), currency="AUD") == [("5.00", "AUD")]


def test_a_percentage_is_a_discount() -> None:
    made = book(["Name", "Type", "Discount"], ["Spring", "Offer", 0.2], formats={"C2": "0%"})
    entry = read(made).glossary.entries[0]
    assert entry.type is EntryType.OFFER
    assert entry.discount
    assert entry.discount.percent == Decimal(20)


DAYS = [
    datetime(2026, 3, 1), date(2026, 3, 1), "2026-03-01", "2026-03-01 00:00:00", "1 March 2026", "Mar 1, 2026",
    "2026/3/1",
]  # fmt: skip


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_days(day: object) -> None:
    entry = read(book(HEADER, ["Soup", 5, day])).glossary.entries[0]
    assert entry.prices[0].valid_from == date(2026, 3, 1)


def test_days_counted_from_1904() -> None:
    made = Workbook()
    made.epoch = CALENDAR_MAC_1904
    made.active.append(HEADER)
    made.active.append(["Soup", 5, datetime(2026, 3, 1)])
    assert read(made).glossary.entries[0].prices[0].valid_from == date(2026, 3, 1)


def test_the_sheet_is_found_below_its_title_in_any_order() -> None:
    made = book(
        ["Price list 2026", None, None, None], [], [" valid FROM ", "unit", "Product name:", "Unit price (GBP)"],
        [date(2026, 3, 1), "person", " Meals  for\u00a0Teams ", 12.5], [], [None, None, "  ", None],
        [None, None, "Soup", 4],
    )  # fmt: skip
    made.active.merge_cells("A1:D1")
    entries = read(made).glossary.entries
    assert [entry.preferred.text for entry in entries] == ["Meals for Teams", "Soup"]
    assert (entries[0].prices[0].per, entries[0].prices[0].valid_from) == (("person",), date(2026, 3, 1))


def test_a_merged_name_holds_for_all_its_rows() -> None:
    made = book(["Name", "Price", "Price region"], ["Soup", 4, "GB"], [None, 5, "IE"], ["Salad", 6, "GB"])
    made.active.merge_cells("A2:A3")
    soup, salad = read(made).glossary.entries
    assert [price.region for price in soup.prices] == [("GB",), ("IE",)]
    assert len(salad.prices) == 1


def test_cells_of_a_row_may_stand_far_out() -> None:
    made = book(["Name"], ["Soup"])
    made.active.cell(1_048_576, 16_384).number_format = "0.00"
    assert len(read(made).glossary.entries) == 1


def test_numbers_and_truths_in_text_columns() -> None:
    made = book(["Name", "Id", "Inflect", "Note"], [2026, 4711.0, False, True], formats={"B2": "000000"})
    entry = read(made).glossary.entries[0]
    assert (entry.preferred.text, entry.id, entry.preferred.match.inflect, entry.note) == (
        "2026",
        "004711",
        False,
        "TRUE",
    )


def test_former_names_in_one_cell() -> None:
    entry = read(book(["Name", "Former names"], ["Soup", "Broth; Stew\nPotage"])).glossary.entries[0]
    assert [label.text for label in entry.labels] == ["Soup", "Broth", "Stew", "Potage"]


def test_prices_of_one_product_follow_each_other() -> None:
    made = book(HEADER, ["Soup", 4, date(2025, 1, 1)], ["Soup", 5, date(2026, 1, 1)], ["Soup", 6, date(2027, 1, 1)])
    ends = [price.valid_through for price in read(made).glossary.entries[0].prices]
    assert ends == [date(2025, 12, 31), date(2026, 12, 31), None]


REFUSED = {
    "a day that may be two": (
        book(HEADER, ["Soup", 5, "01/03/2026"]),
        "list.xlsx (Sheet!C2): From: “01/03/2026” may be 2026-03-01 or 2026-01-03: write one of those",
    ),
    "an amount that may be two": (book(HEADER, ["Soup", "1,234"]), "list.xlsx (Sheet!B2): Price: “1,234” may be 1234 or 1.234"),
    "a currency that may be several": (book(HEADER, ["Soup", "100 kr"]), "list.xlsx (Sheet!B2): “kr” may be DKK, ISK, NOK, SEK"),
    "no amount": (book(HEADER, ["Soup", "on request"]), "list.xlsx (Sheet!B2): `price`: found “on request”"),
    "a percentage": (book(HEADER, ["Soup", 0.2], formats={"B2": "0%"}), "list.xlsx (Sheet!B2): Price: a percentage is no amount of money"),
    "a negative price": (book(HEADER, ["Soup", -5]), "list.xlsx (Sheet!B2): `price`: found “-5”"),
    "two currencies": (
        book(["Name", "Price", "Currency"], ["Soup", "£5", "EUR"]),
        "list.xlsx (Sheet!B2): the amount is in “£”, its row says EUR: keep one",
    ),
    "a formula without a result": (book(HEADER, ["Soup", "=1+1"]), "list.xlsx (Sheet!B2): Price: this formula has no result yet"),
    "an error": (book(HEADER, ["Soup", "#N/A"]), "list.xlsx (Sheet!B2): Price: the cell holds the error #N/A"),
    "a name that became a date": (book(["Name"], [date(2026, 5, 3)]), "list.xlsx (Sheet!A2): Name: the cell holds a date (2026-05-03)"),
    "a time": (book(HEADER, ["Soup", 5, time(12, 30)]), "list.xlsx (Sheet!C2): From: the cell holds a time"),
    "a number for a day": (book(HEADER, ["Soup", 5, 46082]), "list.xlsx (Sheet!C2): From: the cell holds the number 46082: format it as a date"),
    "no name": (book(HEADER, [None, 5]), "list.xlsx (Sheet!A2): this row has neither a Name nor an Id"),
    "a slip in a header": (book(["Name", "Prise"], ["Soup", 5]), "list.xlsx (Sheet!B1): “Prise” is no known column; did you mean “Price”?"),
    "two columns of one meaning": (book(["Name", "Product", "Price"], ["a", "b", 1]), "list.xlsx (Sheet!B1): “Product” and another column both mean “Name”"),
    "two definitions": (
        book(["Name", "Definition"], ["Soup", "a"], ["Soup", "b"]),
        "list.xlsx (Sheet!B3): Definition: “b” here, but “a” in list.xlsx (Sheet!B2): keep one",
    ),
    "no header": (book(["a", "b"], ["Soup", 5]), "list.xlsx: no row has a header with Name or Id"),
    "an unknown type": (book(["Name", "Type"], ["Soup", "dish"]), "list.xlsx (Sheet!B2): `type`: found “dish”; allowed are"),
    "a currency without a price": (book(["Name", "Currency"], ["Soup", "GBP"]), "list.xlsx (Sheet!B1): the column “Currency” says nothing without a column “Price”"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_nobody_can_know_is_asked(made: Workbook, said: str) -> None:
    problems = refused(made)
    assert len(problems) == 1, problems
    assert problems[0].startswith(said)


def test_all_that_is_wrong_is_told_at_once() -> None:
    made = book(HEADER, ["Soup", "1,234"], ["Salad", 5, "01/03/2026"], ["Bread", "x"])
    assert [problem.split(":")[0] for problem in refused(made)] == [
        f"list.xlsx (Sheet!{cell})" for cell in ("B2", "C3", "B4")
    ]


def test_no_currency_anywhere() -> None:
    assert "has no currency" in refused(book(HEADER, ["Soup", 5]), currency=None)[0]


def test_columns_and_sheets_that_say_nothing_to_us_are_told() -> None:
    made = book(["Name", "Price", "Colour of the lid"], ["Soup", 5, "red"])
    made.create_sheet("Ideas")["A1"] = "more soup"
    assert read(made).warnings == (
        "list.xlsx (Sheet!C1): “Colour of the lid” is no known column and was left out",
        "list.xlsx (Ideas): no row has a header with Name or Id, so this sheet was left out",
    )


HOSTILE = {
    "no zip": (b"Name;Price", "no xlsx"),
    "cut off": (data_of(book(HEADER))[:-200], "damaged or cut off"),
    "encrypted": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "without a password"),
}


@pytest.mark.parametrize(("data", "said"), HOSTILE.values(), ids=HOSTILE.keys())
def test_no_workbook(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        xlsx.read(Arriving("list.xlsx", data))


def test_entities_are_refused() -> None:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data_of(book(HEADER)))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, b'<!DOCTYPE x [<!ENTITY a "b">]>' + part if "sheet1" in name else part)
    with pytest.raises(ReadError, match="document type"):
        xlsx.read(Arriving("list.xlsx", out.getvalue()))


def test_the_template_is_to_be_filled_in() -> None:
    made = load_workbook(io.BytesIO(xlsx.template()))
    assert made.sheetnames == [
        "Entries",
        "Names",
        "Prices",
        "Facts",
        "Sign-offs",
        "Settings",
        "How to fill in",
        "Lists",
    ]
    assert made["Lists"].sheet_state == "hidden"
    chosen = {str(rule.sqref): rule.formula1 for rule in made["Prices"].data_validations.dataValidation}
    assert sorted(formula.split("!")[0] for formula in chosen.values()) == ["Lists", "Lists"]
    made["Entries"].append(["Soup Friday", None, "product"])
    made["Prices"].append(["Soup Friday", None, 6.5, "EUR", "person", datetime(2026, 3, 1)])
    out = io.BytesIO()
    made.save(out)
    incoming = xlsx.read(Arriving("list.xlsx", out.getvalue()))
    entry = incoming.glossary.entries[0]
    assert (entry.preferred.text, entry.type.value, str(entry.prices[0].amount)) == ("Soup Friday", "product", "6.50")
    assert incoming.warnings == ()


def test_the_same_glossary_makes_the_same_bytes() -> None:
    glossary = parse_glossary(
        "terms: [{term: Soup, prices: {price: 5.25 GBP, valid_from: 2026-01-01}}, {term: =Salad, price: 3 GBP}]", "g"
    )
    assert xlsx.write(glossary).data == xlsx.write(glossary).data
    sheet = load_workbook(io.BytesIO(xlsx.write(glossary).data))["Prices"]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (row["Price"].value, row["Price"].number_format) == (5.25, "[$£-809]#,##0.00")
    assert row["From"].value == datetime(2026, 1, 1)
    assert (sheet["A3"].value, sheet["A3"].data_type) == ("=Salad", "s")
