"""PDF: text in blocks and rows, pages without text said, and whatever is hostile contained."""

from collections.abc import Iterator
import random
import shutil
import sys

from fpdf.enums import EncryptionMethod
import pytest

from msglint import containment
from msglint.errors import ReadError
from msglint.formats.pages import pdf_blocks
from msglint.formats.pages.pdf_blocks import Fragment
from msglint.model.document import MASK, Document, Role
from msglint.readers import Source
from msglint.readers.pdf import read
from tests.readers import pdfs

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")


def document(data: bytes) -> Document:
    return read(Source("flyer.pdf", data))


def reason(data: bytes) -> str | None:
    """Why it cannot be read; None where it can."""
    try:
        document(data)
    except ReadError as error:
        return error.reason
    return None


def texts(data: bytes) -> list[str]:
    return [segment.text for segment in document(data).segments]


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.formats.pages.tesseract.installed", lambda: False)


def test_a_page_is_the_place() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Business Lunch", 20, 20)
    pdf.add_page()
    pdfs.put(pdf, "Meals for Teams", 20, 20)
    found = document(pdfs.data(pdf))
    assert [(segment.place, segment.text) for segment in found.segments] == [
        ("page 1", "Business Lunch"),
        ("page 2", "Meals for Teams"),
    ]
    location = found.locate(found.segments[1], 0, 5)
    assert (location.line, location.place) == (None, "page 2")


@pytest.mark.parametrize("pages", [32, 33, 100])
def test_pages_read_by_several_processes_are_the_same(pages: int) -> None:
    pdf = pdfs.new()
    pdf.set_title("Price list")
    for number in range(1, pages + 1):
        if number > 1:
            pdf.add_page()
        pdfs.put(pdf, f"Business Lunch {number}", 20, 20)
    data = pdfs.data(pdf)
    by_one = document(data)
    containment.allow(3)
    try:
        by_three = document(data)
    finally:
        containment.allow(1)
    assert by_three == by_one
    assert by_one.metadata == {"title": "Price list"}
    assert [(segment.place, segment.text) for segment in by_one.segments] == [
        (f"page {number}", f"Business Lunch {number}") for number in range(1, pages + 1)
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Teams of all sizes order the business", 20, 20)
    pdfs.put(pdf, "lunch every day.", 20, 25)
    assert texts(pdfs.data(pdf)) == ["Teams of all sizes order the business\nlunch every day."]


def test_a_gap_parts_paragraphs() -> None:
    pdf = pdfs.new()
    for y, text in ((20, "We serve business"), (25, "people well"), (35, "lunch is at noon")):
        pdfs.put(pdf, text, 20, y)
    assert texts(pdfs.data(pdf)) == ["We serve business\npeople well", "lunch is at noon"]


def test_a_word_hyphenated_at_the_line_end_keeps_both_readings() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "We are known for our busi-", 20, 20)
    pdfs.put(pdf, "ness lunch.", 20, 25)
    assert texts(pdfs.data(pdf)) == ["We are known for our busi-\nness lunch."]


def test_columns_are_not_read_across() -> None:
    pdf = pdfs.new()
    for y, left, right in (
        (20, "Our kitchen is open from eight and for business", "Visit the new terrace by the river this season"),
        (25, "people who like to be early there is a breakfast", "lunch guests may bring their dogs with them now"),
        (30, "that begins an hour before and ends at ten thirty", "dinner guests are asked to reserve their table"),
    ):
        pdfs.put(pdf, left, 10, y, 9)
        pdfs.put(pdf, right, 110, y, 9)
    found = texts(pdfs.data(pdf))
    assert len(found) == 2
    assert found[0].startswith("Our kitchen")
    assert "people who" in found[0]
    assert found[1].startswith("Visit the new")


def test_cells_of_a_row_belong_together() -> None:
    pdf = pdfs.new()
    for y, name, price in ((20, "Meals for Teams", "49.00"), (30, "Breakfast Box", "12.50")):
        pdfs.put(pdf, name, 20, y)
        pdfs.put(pdf, price, 120, y)
    found = document(pdfs.data(pdf)).segments
    assert [(segment.text, segment.role, segment.group, segment.column) for segment in found] == [
        ("Meals for Teams", Role.CELL, "page 1, row 1", 0),
        ("49.00", Role.CELL, "page 1, row 1", 1),
        ("Breakfast Box", Role.CELL, "page 1, row 2", 0),
        ("12.50", Role.CELL, "page 1, row 2", 1),
    ]


def test_a_larger_price_beside_a_name_is_its_row() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Meals for Teams", 20, 22)
    pdfs.put(pdf, "49.00", 100, 24, 22)
    assert [segment.group for segment in document(pdfs.data(pdf)).segments] == ["page 1, row 1"] * 2


def test_roles_of_headings_and_items() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Our menu", 20, 20, 24)
    pdfs.put(pdf, "We cook for teams of all sizes and for all tastes.", 20, 40)
    pdfs.put(pdf, "- Meals for Teams", 20, 45)
    pdfs.put(pdf, "- Breakfast Box", 20, 50)
    assert [(segment.role, segment.text) for segment in document(pdfs.data(pdf)).segments] == [
        (Role.TITLE, "Our menu"),
        (Role.BODY, "We cook for teams of all sizes and for all tastes."),
        (Role.ITEM, "Meals for Teams"),
        (Role.ITEM, "Breakfast Box"),
    ]


def test_placeholders_are_masked() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Dear {{ name }}, hello", 20, 20)
    assert texts(pdfs.data(pdf)) == [f"Dear {MASK}, hello"]


def test_the_title_is_metadata() -> None:
    pdf = pdfs.new()
    pdf.set_title("Summer flyer")
    pdfs.put(pdf, "Hello", 20, 20)
    assert document(pdfs.data(pdf)).metadata == {"title": "Summer flyer"}


def picture_pages(pages: int, text: str = "Business Lunch for teams") -> bytes:
    """A scan: the text as a grey picture, a page each."""
    from PIL import Image, ImageDraw, ImageFont

    image = Image.new("L", (1600, 400), 255)
    ImageDraw.Draw(image).text((60, 120), text, fill=0, font=ImageFont.load_default(90))
    pdf = pdfs.new()
    pdfs.put(pdf, "A page with text", 20, 20)
    for _ in range(pages):
        pdf.add_page()
        pdf.image(image, x=10, y=20, w=180)
    return pdfs.data(pdf)


@pytest.mark.usefixtures("without_tesseract")
def test_a_page_without_text_is_said() -> None:
    assert document(picture_pages(1)).unchecked == ("page 2 has no text layer: install tesseract to read it",)


@pytest.mark.usefixtures("without_tesseract")
def test_many_pages_without_text_are_said_once() -> None:
    assert document(picture_pages(3)).unchecked == ("pages 2–4 have no text layer: install tesseract to read them",)


def test_an_empty_page_is_nothing_to_tell() -> None:
    pdf = pdfs.new()
    assert document(pdfs.data(pdf)).unchecked == ()


@needs_tesseract
def test_a_page_without_text_is_read_by_ocr() -> None:
    found = document(picture_pages(1))
    assert found.unchecked == ()
    assert [(segment.place, segment.text) for segment in found.segments] == [
        ("page 1", "A page with text"),
        ("page 2", "Business Lunch for teams"),
    ]


def test_fonts_that_tell_no_letters_are_said(without_tesseract: None, monkeypatch: pytest.MonkeyPatch) -> None:
    page = {"text": "\ue001\ue002 \ue003\ue004", "blank": False, "lines": []}
    monkeypatch.setattr("msglint.readers.pdf.contained", lambda *_, **__: {"title": "", "count": 1, "pages": [page]})
    assert document(b"").unchecked[0].startswith("page 1 has fonts that do not tell which letters they show")


def test_a_password_is_asked_for() -> None:
    pdf = pdfs.new()
    pdfs.put(pdf, "Secret", 20, 20)
    pdf.set_encryption("owner", "user", encryption_method=EncryptionMethod.RC4)
    with pytest.raises(ReadError, match="protected by a password: save it without one"):
        document(pdfs.data(pdf))


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n", pdfs.of_content(b"BT ET")[:200]])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="this is no PDF, or it is damaged or cut off"):
        document(data)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_a_bomb_is_contained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MSGLINT_MEMORY_LIMIT", "256")
    with pytest.raises(ReadError, match="needs more than 256 MB of memory to read"):
        document(pdfs.bomb(512 << 20))
    assert texts(pdfs.of_content(b"BT /F1 12 Tf 50 700 Td (still here) Tj ET")) == ["still here"]


def test_a_page_tree_that_contains_itself_comes_to_an_end() -> None:
    said = reason(pdfs.page_loop())
    assert said is None or "damaged" in said


def damaged(seed: int) -> Iterator[bytes]:
    pdf = pdfs.new()
    pdf.multi_cell(0, 5, "We sell the business lunch to teams. " * 20)
    whole, choice = pdfs.data(pdf), random.Random(seed)
    for _ in range(40):
        broken = bytearray(whole)
        for _ in range(choice.randint(1, 30)):
            broken[choice.randrange(len(broken))] = choice.randrange(256)
        yield bytes(broken[: choice.randint(1, len(broken))] if choice.random() < 0.3 else broken)


@pytest.mark.parametrize("seed", range(3))
def test_damage_never_escapes(seed: int) -> None:
    reasons = [reason(data) for data in damaged(seed)]
    assert all(said is None or ": " in said for said in reasons)
    assert any(said is None for said in reasons)


def test_a_page_of_a_hundred_thousand_rows_comes_to_an_end() -> None:
    rows = [[Fragment(0, 1, 10, y, 20, y + 10), Fragment(2, 3, 90, y, 99, y + 10)] for y in range(0, -2_000_000, -20)]
    assert sum(1 for _ in pdf_blocks.segments("a b", rows, "page 1")) == 200_000


def test_letters_without_height_are_no_matter() -> None:
    lines = [[Fragment(at, at + 1, 10, 50.0 - at, 20, 50.0 - at)] for at in (0, 2, 4)]
    assert [segment.text for segment in pdf_blocks.segments("a b c", lines, "page 1")] == ["a", "b", "c"]
