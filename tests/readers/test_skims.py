"""What is skimmed of office documents: all that is read, whatever was damaged. `read` and its kin ask for it."""

from collections.abc import Callable

import pytest

from msglint import registry
from msglint.readers import Source
from tests.readers.office_documents import NAME, assert_survives, packed, parts, read, with_part
from tests.readers.test_pptx import SLIDE, deck
from tests.readers.test_xlsx import SHEET, STRINGS, workbook
from tests.readers.word_documents import MAIN, edited, run, script


def _plain_script() -> bytes:
    """The script without what readers mask: a placeholder, a strike-out."""
    return with_part(script(), MAIN, lambda part: part.replace(b"{{ company }}", b"us").replace(b"<w:strike/>", b""))


def _plain_deck() -> bytes:
    members = parts(deck())
    return packed({name: part.replace(b"{{ price }}", b"49") for name, part in members.items()})


_DOCUMENTS: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "a.docx": (_plain_script, (MAIN,)),
    "a.pptx": (_plain_deck, (SLIDE,)),
    "a.xlsx": (workbook, (SHEET, STRINGS)),
}


def _skims(path: str, data: bytes) -> bool:
    return registry.load("msglint.readers", path.rpartition(".")[2]).skim(Source(path, data)) is not None


@pytest.mark.parametrize("path", _DOCUMENTS)
def test_all_kinds_of_text_are_skimmed(path: str) -> None:
    data = _DOCUMENTS[path][0]()
    assert _skims(path, data)
    assert NAME in [segment.text for segment in read(path, data).segments]


@pytest.mark.parametrize("path", _DOCUMENTS)
def test_damaged_documents_are_skimmed_as_they_are_read(path: str) -> None:
    make, xml = _DOCUMENTS[path]
    assert_survives(path, make(), xml, rounds=60, seed=11)


@pytest.mark.parametrize(
    "xml",
    [
        f"<w:p>{run('msg')}{run('lint: off')}</w:p>",
        f"<w:p>{run('Hi {{ name }}')}</w:p>",
        f"<w:p>{run('gone', '<w:strike/>')}</w:p>",
        f"<w:p>{run('a')}<w:p>{run('b')}</w:p></w:p>",
        f"<w:p><w:fldSimple w:instr='MERGEFIELD a'>{run('b')}</w:fldSimple></w:p>",
    ],
)
def test_what_is_out_of_the_ordinary_is_left_to_the_reader(xml: str) -> None:
    assert not _skims("a.docx", edited(xml))
