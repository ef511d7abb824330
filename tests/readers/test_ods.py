import io

from odfdo import Cell, Document, Table
import pytest

from tests.readers.odf_documents import flat, zipped
from tests.readers.office_documents import (
    NAME,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    read,
    spliced,
    told,
)

_CELL = "<table:table-cell{}>{}</table:table-cell>"


def written() -> bytes:
    """A spreadsheet as odfdo writes it."""
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("Price list")
    table.set_value("A1", "Product")
    table.set_value("A2", NAME)
    table.set_cell("B2", Cell(49.9, cell_type="currency", currency="EUR", text="€49.90"))
    table.set_value("C4", 7)
    document.body.append(table)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def cells(document: object) -> list[tuple[str, str | None, str]]:
    return [one for one in told(document) if one[0] == "cell"]  # type: ignore[arg-type]


def test_reads_what_odfdo_writes() -> None:
    data = written()
    document = read("a.ods", data)
    assert told(document)[0] == ("title", "sheet Price list", "Price list")
    assert cells(document) == [
        ("cell", "'Price list'!A1", "Product"),
        ("cell", "'Price list'!A2", NAME),
        ("cell", "'Price list'!B2", "€49.90"),
        ("cell", "'Price list'!C4", "7"),
    ]
    price = next(segment for segment in document.segments if segment.text == "€49.90")
    assert (price.group, price.column, price.pieces) == ("'Price list', row 2", 1, ())
    assert_spans(document, data)


def test_text_can_be_spliced_where_no_formula_made_it() -> None:
    once, made = (
        _CELL.format("", f"<text:p>{NAME}</text:p>"),
        _CELL.format(' office:value-type="string" table:formula="of:=[.A1]"', f"<text:p>{NAME}</text:p>"),
    )
    rows = f'<table:table table:name="A"><table:table-row>{once}{made}</table:table-row></table:table>'
    data = zipped("spreadsheet", rows)
    changed = read("a.ods", spliced(read("a.ods", data), data, NAME, "Meals"))
    assert [text for _, _, text in cells(changed)] == ["Meals", NAME]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (' office:value-type="currency" office:value="49.9" office:currency="EUR"', "49.9 EUR"),
        (' office:value-type="percentage" office:value="0.125"', "12.5%"),
        (' office:value-type="float" office:value="1e3"', "1000"),
        (' office:value-type="date" office:date-value="2026-06-10T00:00:00"', "2026-06-10"),
        (' office:value-type="string" office:string-value="said"', "said"),
    ],
)
def test_cells_that_store_but_do_not_show(cell: str, text: str) -> None:
    rows = f'<table:table table:name="A"><table:table-row>{_CELL.format(cell, "")}</table:table-row></table:table>'
    assert cells(read("a.ods", zipped("spreadsheet", rows))) == [("cell", "A!A1", text)]


def test_repeated_cells_and_rows_are_read_once_and_count() -> None:
    one = "<text:p>x1</text:p>"
    many = ' table:number-columns-repeated="16000"'
    rows = (
        f'<table:table-row table:number-rows-repeated="1000000">{_CELL.format(many, one)}{_CELL.format("", one)}'
        f"</table:table-row><table:table-row><table:covered-table-cell/>{_CELL.format('', one)}</table:table-row>"
    )
    found = cells(read("a.fods", flat("spreadsheet", f'<table:table table:name="A">{rows}</table:table>')))
    assert [place for _, place, _ in found] == ["A!A1", "A!WQK1", "A!B1000001"]


def test_comments_and_hidden_sheets() -> None:
    properties = '<style:table-properties table:display="false"/>'
    hidden = f'<style:style style:name="ta1" style:family="table">{properties}</style:style>'
    note = "<office:annotation><text:p>why?</text:p></office:annotation>"
    rows = f"<table:table-row>{_CELL.format('', note + '<text:p>x1</text:p>')}</table:table-row>"
    body = f'<table:table table:name="A" table:style-name="ta1">{rows}</table:table>'
    assert told(read("a.ods", zipped("spreadsheet", body, automatic=hidden))) == [
        ("title", "sheet A", "A"),
        ("note", "A!A1 (hidden sheet), comment", "why?"),
        ("cell", "A!A1 (hidden sheet)", "x1"),
    ]


def test_refuses_what_is_hostile_and_survives_damage() -> None:
    assert_refuses_hostile("a.ods", zipped("spreadsheet", "<table:table/>"), "content.xml", doctype=True)
    assert_survives("a.ods", written(), ("content.xml",), rounds=30)
