"""Word documents corrected: the runs' text, and nothing else."""

import io
import re
import zipfile

from docx import Document as Word
from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.showing import shown
from tests.fixers.mending import cases, corrected, reasons
from tests.fixers.packages import docx, packed, part, runs, untouched

DOCUMENT = "word/document.xml"


def texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Word(io.BytesIO(data)).paragraphs]


RUNS = [
    (["our Business Lunch today"], ["our Meals for Teams today"]),
    (["our Business", " Lunch today"], ["our Meals for Teams", " today"]),
    (["our Busi", "ness ", "Lun", "ch", "es today"], ["our Meals for Teams", "", "", "", " today"]),
    (["Order", " Packed Supper", "s"], ["Order", " Mealboxes", ""]),
    (["an Afternoon", " Tray"], ["an Tea &amp; Cake", ""]),
    (["B", "usiness Lunch"], ["M", "eals for Teams"]),
    (["ÄÖ Business Lunch’s", " price"], ["ÄÖ Meals for Teams’", " price"]),
]


@pytest.mark.parametrize(("before", "after"), RUNS)
def test_the_first_run_touched_gets_the_new_name(before: list[str], after: list[str]) -> None:
    data = docx(runs(*before))
    result = corrected(data, "docx")
    assert part(result.data) == part(data).replace(runs(*before), runs(*after))
    untouched(data, result.data, {DOCUMENT})


@pytest.mark.parametrize(("format", "before", "after"), cases("runs"))
def test_what_stands_between_runs_stays(format: str, before: str, after: str) -> None:
    assert part(corrected(docx(before), format).data) == part(docx(before)).replace(before, after)


TRACKED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>Business Lunch</w:t></w:r></w:ins></w:p>'
ACROSS = (
    '<w:p><w:r><w:t xml:space="preserve">Business </w:t></w:r><w:del w:id="1" w:author="x"><w:r>'
    "<w:delText>big</w:delText></w:r></w:del><w:r><w:t>Lunch</w:t></w:r></w:p>"
)
TAB = "<w:p><w:r><w:t>Business</w:t><w:tab/><w:t>Lunch</w:t></w:r></w:p>"
REFUSED = [
    (docx(TRACKED), "a tracked change stands there"),
    (docx(ACROSS), "a tracked change stands there"),
    (docx(TAB), "a tab stands inside"),
    (docx(runs("Business Lunch"), {"_xmlsignatures/sig1.xml": "<x/>"}), "it is signed"),
]


@pytest.mark.parametrize(("data", "reason"), REFUSED)
def test_what_may_not_be_changed_is_left_with_a_reason(data: bytes, reason: str) -> None:
    result = corrected(data, "docx")
    assert result.data == data
    assert reason in reasons(result)[0]


def test_a_tracked_change_elsewhere_does_no_harm() -> None:
    assert texts(corrected(docx(TRACKED + runs("Vitamin Box")), "docx").data)[1:] == ["Office Fruit Crate"]


def test_a_part_in_utf16_is_only_reported() -> None:
    source = docx(runs("Business Lunch"))
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members[DOCUMENT] = members[DOCUMENT].decode().replace("UTF-8", "UTF-16").encode("utf-16")
    result = corrected(packed(members), "docx")
    assert len(result.left) == 1
    assert result.data == packed(members)


def test_data_descriptors_of_streamed_zips_are_no_hindrance() -> None:
    class Stream(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    out = Stream()
    source = docx(runs("Business Lunch"))
    with zipfile.ZipFile(io.BytesIO(source)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as streamed:
        for name in archive.namelist():
            streamed.writestr(name, archive.read(name))
    result = corrected(out.getvalue(), "docx")
    assert texts(result.data) == ["Meals for Teams"]
    untouched(out.getvalue(), result.data, {DOCUMENT})


WORDS = st.text("abc é’-&<ß漢😀", min_size=1, max_size=12)


@given(
    st.lists(st.one_of(WORDS, st.just(" Business Lunch "), st.just("Vitamin Boxes")), min_size=1, max_size=6), st.data()
)
def test_whatever_the_runs_all_else_stays(pieces: list[str], data: st.DataObject) -> None:
    text = "|".join(pieces)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    escaped = [one.replace("&", "&amp;").replace("<", "&lt;") for one in parts]
    source = docx(runs(*escaped))
    result = corrected(source, "docx")
    expected = text.replace("Business Lunch", "Meals for Teams").replace("Vitamin Boxes", "Office Fruit Crates")
    if not result.left:
        assert "".join(texts(result.data)) == expected
    tags = re.compile(r"<[^>]*>")
    assert tags.findall(part(result.data)) == tags.findall(part(source))
    untouched(source, result.data, {DOCUMENT})


def test_places_are_shown_for_people() -> None:
    result = corrected(docx(runs("Right") + runs("Business Lunch")), "docx")
    assert [found.location.place for found in result.mended] == ["paragraph 2"]
    assert shown(result.file.path) == "example.docx"
