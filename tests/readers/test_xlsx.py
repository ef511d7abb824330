from datetime import date
import io
import re

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
import pytest

from msglint.errors import ReadError
from tests.readers.office_documents import (
    NAME,
    assert_refuses,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    packed,
    parts,
    places,
    read,
    recall,
    spliced,
    told,
    with_part,
)

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Price list"
    for row in (["Product", "Price", "Share", "Since"], [NAME, 49.9, 0.125, date(2026, 6, 10)], ["Café", 1234, "=B2"]):
        sheet.append(row)
    sheet["B2"].number_format = "[$€-2] #,##0.00"
    sheet["C2"].number_format = "0.0%"
    sheet["B3"].number_format = '#,##0.00\\ "€"'
    sheet["XFD1048576"] = f"far {NAME}"
    sheet["A1"].comment = Comment("ask Anna", "me")
    sheet.merge_cells("A5:C5")
    sheet["A5"] = "merged"
    sheet.oddFooter.center.text = "Spring & Co"
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden["B4"] = NAME
    out = io.BytesIO()
    book.save(out)
    return shared(out.getvalue())


def shared(data: bytes) -> bytes:
    """The workbook with its strings shared, as Excel saves it."""
    strings: dict[bytes, int] = {}
    members = {}
    for name, content in parts(data).items():
        number = lambda match: b't="s"><v>%d</v>' % strings.setdefault(match[1], len(strings))  # noqa: E731
        members[name] = re.sub(rb't="inlineStr"><is>(.*?)</is>', number, content)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    related = f'<Relationship Id="rS" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    types = (
        '<Override PartName="/xl/sharedStrings.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
    )
    for name, end, more in (
        ("xl/_rels/workbook.xml.rels", b"</Relationships>", related),
        ("[Content_Types].xml", b"</Types>", types),
    ):
        members[name] = members[name].replace(end, more.encode())
    items = b"".join(b"<si>%s</si>" % string for string in strings)
    return packed(members | {STRINGS: b'<sst xmlns="%s">%s</sst>' % (_MAIN.encode(), items)})


def oracle(data: bytes) -> str:
    """The strings that openpyxl finds."""
    book = load_workbook(io.BytesIO(data))
    values = [cell.value for sheet in book for row in sheet.iter_rows(max_row=9, max_col=9) for cell in row]
    return " ".join(value for value in values if isinstance(value, str) and not value.startswith("="))


def sheet(cells: str, strings: str = "") -> bytes:
    """A workbook of one sheet, given the XML of its cells."""
    data = with_part(
        workbook(), SHEET, lambda _: f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>'.encode()
    )
    if strings:
        data = with_part(data, STRINGS, lambda _: f'<sst xmlns="{_MAIN}">{strings}</sst>'.encode())
    return data


def test_cells_are_read_as_they_are_shown() -> None:
    document = read("prices.xlsx", workbook())
    assert told(document) == [
        ("title", "sheet Price list", "Price list"),
        ("cell", "'Price list'!A1", "Product"),
        ("cell", "'Price list'!B1", "Price"),
        ("cell", "'Price list'!C1", "Share"),
        ("cell", "'Price list'!D1", "Since"),
        ("cell", "'Price list'!A2", NAME),
        ("cell", "'Price list'!B2", "€49.90"),
        ("cell", "'Price list'!C2", "12.5%"),
        ("cell", "'Price list'!D2", "2026-06-10"),
        ("cell", "'Price list'!A3", "Café"),
        ("cell", "'Price list'!B3", "1,234.00 €"),
        ("cell", "'Price list'!A5", "merged"),
        ("cell", "'Price list'!XFD1048576", f"far {NAME}"),
        ("header", "'Price list', footer", "Spring & Co"),
        ("note", "'Price list'!A1, comment", "ask Anna"),
        ("title", "sheet Old", "Old"),
        ("cell", "Old!B4 (hidden sheet)", NAME),
    ]
    price = next(segment for segment in document.segments if segment.text == "€49.90")
    assert (price.group, price.column) == ("'Price list', row 2", 1)


def test_spans_are_exact_and_strings_can_be_spliced() -> None:
    data = workbook()
    document = read("prices.xlsx", data)
    assert_spans(document, data)
    changed = spliced(document, data, NAME, "Meals")
    book = load_workbook(io.BytesIO(changed))
    assert book["Price list"]["A2"].value == book["Old"]["B4"].value == "Meals"
    assert parts(changed) | {STRINGS: b""} == parts(data) | {STRINGS: b""}


def test_a_shown_number_stands_for_the_bytes_of_its_value() -> None:
    data = workbook()
    document = read("prices.xlsx", data)
    for text, stored in (("€49.90", b"49.9"), ("12.5%", b"0.125"), ("1,234.00 €", b"1234")):
        segment = next(segment for segment in document.segments if segment.text == text)
        spans = set(segment.source_spans(1, 3))
        assert [parts(data)[SHEET][start:end] for start, end in spans] == [stored]


def test_recall_against_openpyxl() -> None:
    assert recall(read("prices.xlsx", workbook()), oracle(workbook())) == 1


@pytest.mark.parametrize(
    ("cells", "strings", "text"),
    [
        ('<c t="inlineStr"><is><r><t>Busi</t></r><r><t>ness</t></r></is></c>', "", "Business"),
        ('<c t="str"><f>A1</f><v>a result</v></c>', "", "a result"),
        ('<c t="s"><v>0</v></c>', "<si><t>東京</t><rPh><t>とうきょう</t></rPh></si>", "東京"),
        ('<c t="s"><v>0</v></c>', "<si><r><rPr><strike/></rPr><t>€59</t></r><r><t> €49</t></r></si>", "\ufffc €49"),
        ('<c t="s"><v>0</v></c>', "<si><t>one_x000D_two &amp; {{ x }}</t></si>", "one\ntwo & \ufffc"),
        ('<c t="s"><v>1</v></c>', "<si/><si><t>second</t></si>", "second"),
    ],
)
def test_strings_of_all_kinds(cells: str, strings: str, text: str) -> None:
    data = sheet(f"<row>{cells}</row>", strings)
    document = read("prices.xlsx", data)
    assert places(document)[text] == "'Price list'!A1"
    assert_spans(document, data)


@pytest.mark.parametrize(
    "cell", ['<c t="b"><v>1</v></c>', '<c t="e"><v>#REF!</v></c>', '<c t="s"><v>99</v></c>', "<c/>"]
)
def test_cells_without_text(cell: str) -> None:
    segments = read("prices.xlsx", sheet(f"<row>{cell}</row>")).segments
    assert [segment.text for segment in segments if segment.role == "cell"] == [NAME]  # that of the other sheet


def test_a_formulas_result_has_no_bytes_to_splice() -> None:
    document = read("prices.xlsx", sheet('<row><c t="str"><f>A9</f><v>kept</v></c><c><f>1+1</f><v>2</v></c></row>'))
    assert {segment.text: segment.pieces for segment in document.segments if segment.text in ("kept", "2")} == {
        "kept": (),
        "2": (),
    }


def test_text_boxes_and_threads() -> None:
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    related = (
        f'<Relationship Id="rX" Type="{relationships}/drawing" Target="/xl/drawings/d.xml"/>'
        '<Relationship Id="rY" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="/xl/threads.xml"/></Relationships>'
    )
    xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    name = '<x:nvSpPr><x:cNvPr id="1" name="TextBox 1"/></x:nvSpPr>'
    box = f"{name}<x:txBody><a:p><a:r><a:t>A claim</a:t></a:r></a:p></x:txBody>"
    thread = '<threadedComment ref="A1"><text>is this right?</text></threadedComment>'
    namespace = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    data = with_part(
        workbook(),
        "xl/worksheets/_rels/sheet1.xml.rels",
        lambda xml: xml.replace(b"</Relationships>", related.encode()),
    )
    added = {
        "xl/drawings/d.xml": f'<x:wsDr xmlns:x="{xdr}" xmlns:a="{a}"><x:sp>{box}</x:sp></x:wsDr>',
        "xl/threads.xml": f'<ThreadedComments xmlns="{namespace}">{thread}</ThreadedComments>',
    }
    data = packed({**parts(data), **added})
    document = read("prices.xlsx", data)
    assert_spans(document, data)
    assert ("body", "'Price list', TextBox 1", "A claim") in told(document)
    assert ("note", "'Price list'!A1, comment", "is this right?") in told(document)
    assert "ask Anna" not in places(document)


def test_refuses_what_is_hostile() -> None:
    assert_refuses_hostile("prices.xlsx", workbook(), SHEET, doctype=False)


def test_refuses_one_string_in_a_million_cells() -> None:
    cells = '<row r="1"><c t="s"><v>0</v></c></row>' * 700
    assert_refuses("prices.xlsx", sheet(cells, f"<si><t>{'word ' * 20_000}</t></si>"), "repeat more text")


def test_survives_damage() -> None:
    assert_survives("prices.xlsx", workbook(), (SHEET, STRINGS, "xl/styles.xml", "xl/workbook.xml"), rounds=20)


def test_a_word_document_under_a_wrong_name_is_told() -> None:
    root = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with pytest.raises(ReadError, match="no workbook"):
        read("a.xlsx", with_part(workbook(), "xl/workbook.xml", lambda _: f'<document xmlns="{root}"/>'.encode()))
