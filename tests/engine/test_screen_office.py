"""The screen never costs a finding in a document of an office program either."""

from collections.abc import Callable
from html import escape

from hypothesis import given, settings, strategies
import pytest

from msglint.engine import Standard
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


def run(text: str) -> str:
    return f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{escape(text)}</w:t></w:r>"


def _word(said: list[tuple[str, str]]) -> bytes:
    return document(f"<w:p>{''.join(run(word) + between.replace('{}', run(word)) for word, between in said)}</w:p>")


def document(body: str) -> bytes:
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
