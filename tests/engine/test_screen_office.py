"""The screen never costs a finding in a document of an office program either."""

from collections.abc import Callable
from html import escape

from hypothesis import given, settings, strategies
from msgspec.structs import replace
import pytest

from msglint.engine import Standard
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from tests.engine import test_screen
from tests.readers.office_documents import packed
from tests.readers.word_documents import COMPATIBILITY, MATH

standard = test_screen.standard
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_CODE = f"{_FIELD.format('begin')}<w:r><w:instrText> {{}} </w:instrText></w:r>{_FIELD.format('separate')}"
# What may stand between two runs of a Word document: nothing, characters, marks, other paragraphs, what is not read.
_BETWEEN = (
    "", "", "", "<w:r><w:t xml:space='preserve'> </w:t></w:r>", "<w:r><w:tab/></w:r>", "<w:r><w:br/></w:r>",
    "<w:r><w:br/><w:br/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:softHyphen/></w:r>",
    "<w:r><w:footnoteReference w:id='1'/></w:r>", "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>",
    "<w:del><w:r><w:delText>gone </w:delText></w:r></w:del>", "</w:p><w:p>", "</w:p><w:p>", "\n", "<!-- off -->",
    "</w:p><w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr>",
    "</w:p><w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>",
    "</w:p><w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl><w:p>",
    "<w:r><w:pict><w:txbxContent><w:p>{}</w:p></w:txbxContent></w:pict></w:r>",
    "<mc:AlternateContent><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>",
    _CODE.format("REF a") + "{}" + _FIELD.format("end"), _CODE.format("MERGEFIELD a") + "{}" + _FIELD.format("end"),
    _FIELD.format("begin") + "{}" + _FIELD.format("end"), "<w:fldSimple w:instr='MERGEFIELD a'>{}</w:fldSimple>",
)  # fmt: skip


def _run(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def _word(said: list[tuple[str, str]]) -> bytes:
    return _document(f"<w:p>{''.join(_run(word) + between.replace('{}', _run(word)) for word, between in said)}</w:p>")


def _document(body: str) -> bytes:
    spaces = f"xmlns:w='{_WORD}' xmlns:mc='{COMPATIBILITY}' xmlns:m='{MATH}'"
    return packed({"word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>"})


_MAKING: dict[str, tuple[tuple[str, ...], Callable[[list[tuple[str, str]]], bytes]]] = {"docx": (_BETWEEN, _word)}


@pytest.mark.parametrize("format", _MAKING)
@settings(max_examples=150, deadline=None)
@given(data=strategies.data())
def test_words_of_names_among_runs_are_found_alike(
    standard: Standard,
    format: str,
    data: strategies.DataObject,
) -> None:
    between, make = _MAKING[format]
    said = data.draw(
        strategies.lists(
            strategies.tuples(strategies.sampled_from(test_screen._WORDS), strategies.sampled_from(between)),
            max_size=12,
        )
    )
    test_screen._assert_alike(make(said), f"a.{format}", standard)


_HEADS = (
    "Product", "Old price", "New price", "You save", "Price", "Was", "Now", "Discount", "Saving (£)", "£", "GBP",
    "Amount", "Reduced", "Fee per person", "Old   \n   price", "Note",
)  # fmt: skip
_CELLS = (
    "40", "30", "£40", "£30", "25%", "20%", "10", "GBP 40", "40 pp", "40k", "was £40", "now £30", "save 25%", "Food",
    "half price", "£30 was £40", "30 per person", "forty pounds", "49.90", "12,-", "",
)  # fmt: skip


@pytest.fixture(scope="module")
def without_offers(standard: Standard) -> Standard:
    """Nothing but its figures then tells of a reduction."""
    glossary = parse_glossary("terms:\n  - {term: Meals for Teams, type: product}\n", "glossary.yaml")
    return replace(standard, glossary=glossary, lexicon=compile_lexicon(glossary))


@settings(max_examples=300, deadline=None)
@given(data=strategies.data())
def test_reductions_in_rows_are_found_alike(without_offers: Standard, data: strategies.DataObject) -> None:
    width = data.draw(strategies.integers(2, 5))
    head, cells = (
        strategies.lists(strategies.sampled_from(_), min_size=width, max_size=width) for _ in (_HEADS, _CELLS)
    )
    rows = [data.draw(head), *data.draw(strategies.lists(cells, min_size=1, max_size=3))]
    said = ("".join(f"<w:tc><w:p>{_run(cell)}</w:p></w:tc>" for cell in row) for row in rows)
    table = "".join(f"<w:tr>{row}</w:tr>" for row in said)
    beside = data.draw(strategies.sampled_from(("It was cheaper.", "Save 25%.", "Nothing.", "Price per person")))
    document = _document(f"<w:tbl>{table}</w:tbl><w:p>{_run(beside)}</w:p>")
    test_screen._assert_alike(document, "a.docx", without_offers)
