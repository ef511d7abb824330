import io
from pathlib import Path
import re

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from msglint.model.document import Document
from tests.readers.office_documents import (
    NAME,
    assert_refuses,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    parts,
    places,
    read,
    recall,
    spliced,
    told,
    with_part,
)
from tests.readers.word_documents import MAIN, edited, run, saved, script


def oracle(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_recalls_what_python_docx_reads() -> None:
    data = with_part(script(), MAIN, lambda part: part.replace(b"<w:strike/>", b"").replace(b"{{ company }}", b"you"))
    merged_twice = " Product"  # python-docx tells a merged cell once per column
    assert recall(read("a.docx", data), oracle(data).replace(merged_twice, "", 1)) == 1.0


def test_splicing_changes_the_text_and_nothing_else() -> None:
    data = script()
    document = read("a.docx", data)
    assert_spans(document, data)
    changed = spliced(document, data, NAME, "Meals for Teams")
    assert [segment.text.replace(NAME, "Meals for Teams") for segment in document.segments] == [
        segment.text for segment in read("a.docx", changed).segments
    ]
    assert "Ask for Meals for Teams & café" in oracle(changed)
    tags = re.compile(rb"<[^>]*>")
    assert tags.findall(parts(data)[MAIN]) == tags.findall(parts(changed)[MAIN])


WRITTEN = st.lists(
    st.sampled_from([NAME, "é", " & ", "😀", "\xad", "x ", "<", "\u200b", "{{ y }}"]), min_size=1, max_size=6
)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.lists(WRITTEN.map("".join), min_size=1, max_size=4), max_size=5))
def test_spans_are_exact(paragraphs: list[list[str]]) -> None:
    word = docx.Document()
    for runs in paragraphs:
        paragraph = word.add_paragraph()
        for text in runs:
            paragraph.add_run(text)
    data = saved(word)
    document = read("a.docx", data)
    assert_spans(document, data)
    assert sum(segment.text.count(NAME) for segment in document.segments) == sum(
        "".join(runs).count(NAME) for runs in paragraphs
    )
    _assert_named(document, data)


def _assert_named(document: Document, data: bytes) -> None:
    """Each name, cut from the XML by its pieces, is the name."""
    main = parts(data)[MAIN]
    for segment in document.segments:
        for match in re.finditer(NAME, segment.text):
            assert b"".join(main[start:end] for start, end in segment.source_spans(*match.span())) == NAME.encode()


def test_hostile_and_damaged() -> None:
    data = script()
    assert_refuses_hostile("a.docx", data, MAIN, doctype=False)
    assert_survives("a.docx", data, (MAIN, "word/styles.xml", "word/_rels/document.xml.rels"), rounds=40)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Business Lunch", "this is no docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"WordDocument", "an old binary file: save it as .docx"),
    ],
)
def test_wrong_files_are_told_apart(data: bytes, reason: str) -> None:
    assert_refuses("a.docx", data, reason)


def test_utf16_parts_are_read() -> None:
    data = with_part(edited(f"<w:p>{run(NAME)}</w:p>"), MAIN, _utf16)
    assert told(read("a.docx", data))[0] == ("body", "paragraph 1", NAME)


def _utf16(part: bytes) -> bytes:
    return re.sub(r"encoding=.UTF-8.", 'encoding="UTF-16"', part.decode("utf-8")).encode("utf-16")


def test_many_runs_and_placeholders_stay_linear() -> None:
    data = edited("<w:p>" + "".join(run(f"{{{{ x{number**3} }}}} a") for number in range(20_000)) + "</w:p>")
    assert len(read("a.docx", data).segments[0].text) == 60_000


def test_examples_are_read() -> None:
    examples = sorted((Path(__file__).parents[2] / "examples").rglob("*.docx"))
    assert examples
    for path in examples:
        data = path.read_bytes()
        document = read(path.name, data)
        assert_spans(document, data)
        assert recall(document, oracle(data)) == 1.0
        assert all(places(document).values())
