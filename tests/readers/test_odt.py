import io
from pathlib import Path

from odfdo import Document, Frame, Header, List, Paragraph, Table
import pytest

from tests.readers.odf_documents import flat, zipped
from tests.readers.office_documents import (
    NAME,
    assert_refuses,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    packed,
    parts,
    read,
    recall,
    spliced,
    told,
)


def written() -> bytes:
    """A text as odfdo writes it."""
    document = Document("text")
    document.body.clear()
    document.body.append(Header(1, f"The new {NAME}"))
    paragraph = Paragraph(f"Our {NAME} is  €49.90 & more")
    paragraph.insert_note(after="Lunch", note_id="n1", citation="1", body=f"Was {NAME}.")
    document.body.append(paragraph)
    table = Table("Prices", width=2, height=2)
    table.set_value("A1", "Product")
    table.set_value("B2", "€49.90")
    document.body.append(table)
    document.body.append(List(["one", "two"]))
    anchor = Paragraph("anchor ")
    anchor.append(Frame.text_frame(f"boxed {NAME}", size=("4cm", "4cm")))
    document.body.append(anchor)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def oracle(data: bytes) -> str:
    """The words that odfdo finds in paragraphs and headings, each counted once."""
    body = Document(io.BytesIO(data)).body
    found = []
    for one in body.get_paragraphs() + body.get_headers():
        text = one.inner_text
        for inner in one.get_paragraphs():
            text = text.replace(inner.inner_text, " ", 1)
        found.append(text)
    return " ".join(found)


def test_reads_what_odfdo_writes() -> None:
    found = told(read("a.odt", written()))
    assert found[:9] == [
        ("title", "paragraph 1", f"The new {NAME}"),
        ("body", "paragraph 2", f"Our {NAME}\ufffc is  €49.90 & more"),
        ("note", "footnote 1", f"Was {NAME}."),
        ("cell", "table 1, row 1, cell 1", "Product"),
        ("cell", "table 1, row 2, cell 2", "€49.90"),
        ("item", "paragraph 3", "one"),
        ("item", "paragraph 4", "two"),
        ("body", "paragraph 5", "anchor"),
        ("body", "text box 1, paragraph 1", f"boxed {NAME}"),
    ]


def test_spans_are_exact_and_can_be_spliced() -> None:
    data = written()
    document = read("a.odt", data)
    assert_spans(document, data)
    changed = spliced(document, data, NAME, "Meals")
    assert oracle(changed).count("Meals") == 4
    assert parts(changed) | {"content.xml": b""} == parts(data) | {"content.xml": b""}


def test_recall_against_odfdo() -> None:
    assert recall(read("a.odt", written()), oracle(written()).replace("Lunch1.", "Lunch")) == 1  # the note's number


_STRUCK = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    '</style:style><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
)


@pytest.mark.parametrize(
    ("body", "segments"),
    [
        ('<text:p>Busi<text:span text:style-name="x">ness</text:span> Lunch</text:p>', [("body", NAME)]),
        ('<text:p><text:span text:style-name="T1">€59</text:span> €49</text:p>', [("body", "\ufffc €49")]),
        ('<text:p text:style-name="P1">Big</text:p>', [("title", "Big")]),
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', [("body", "a   b\tc\nd")]),
        ('<text:p>a<text:s text:c="999999999"/>b</text:p>', [("body", f"a{' ' * 1000}b")]),
        ("<text:p>Business\n   Lunch</text:p>", [("body", "Business    Lunch")]),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>kept</text:p>", [("body", "kept")]),
        (
            "<text:p>a<office:annotation><dc:creator>me</dc:creator><text:p>why?</text:p></office:annotation>b</text:p>",
            [("body", "ab"), ("note", "why?")],
        ),
        (
            "<text:p>x<draw:frame><svg:title>Our &amp; lunch</svg:title></draw:frame></text:p>",
            [("body", "x"), ("alt", "Our & lunch")],
        ),
        (
            "<text:p>Dear <text:placeholder>name</text:placeholder>, {{ hi }}!</text:p>",
            [("body", "Dear \ufffc, \ufffc!")],
        ),
        ("<text:p>one<![CDATA[ & ]]>two</text:p>", [("body", "one & two")]),
    ],
)
def test_paragraphs(body: str, segments: list[tuple[str, str]]) -> None:
    data = zipped("text", body, automatic=_STRUCK)
    document = read("a.odt", data)
    assert [(role, text) for role, _, text in told(document)] == segments
    assert_spans(document, data)


def test_headers_and_flat_files() -> None:
    styles = (
        '<style:master-page style:name="S"><style:header><text:p>Spring</text:p></style:header></style:master-page>'
    )
    assert told(read("a.odt", zipped("text", "<text:p>x</text:p>", styles=styles)))[-1] == (
        "header",
        "header",
        "Spring",
    )
    data = flat("text", f"<text:h text:outline-level='2'>A</text:h><text:p>{NAME} &amp; é</text:p>")
    document = read("a.fodt", data)
    assert told(document) == [("title", "paragraph 1", "A"), ("body", "paragraph 2", f"{NAME} & é")]
    assert_spans(document, data)
    assert b"<text:p>Meals &amp;" in spliced(document, data, NAME, "Meals")


def test_a_document_type_is_no_attack_by_itself() -> None:
    xml = flat("text", "<text:p>&n; at noon</text:p>")
    declared = xml.replace(b"?>", b'?><!DOCTYPE x [<!ENTITY n "Business Lunch">]>', 1)
    document = read("a.fodt", declared)
    assert told(document) == [("body", "paragraph 1", f"{NAME} at noon")]
    assert_spans(document, declared)


def test_refuses_what_is_hostile() -> None:
    assert_refuses_hostile("a.odt", zipped("text", "<text:p>x y z</text:p>"), "content.xml", doctype=True)
    assert_refuses("a.odt", zipped("spreadsheet", ""), "no odt")
    assert_refuses("a.fodt", b"<svg/>", "no odt")
    assert_refuses("a.fodt", flat("text", "<text:p>x</text:p>")[:-9], "damaged or cut off")
    locked = packed({**parts(written()), "META-INF/manifest.xml": "<manifest:encryption-data/>"})
    assert_refuses("a.odt", locked, "encrypted")


def test_survives_damage() -> None:
    assert_survives("a.odt", zipped("text", "<text:h>A</text:h><text:p>b<text:s/>&amp;é</text:p>"), ("content.xml",))
    assert_survives("a.odt", written(), ("content.xml", "styles.xml"), rounds=15)


def test_recall_on_what_odfdo_ships() -> None:
    import odfdo

    for path in sorted(Path(odfdo.__file__).parent.rglob("*.od[t]")) + sorted(
        Path(odfdo.__file__).parent.rglob("*.ott")
    ):
        data = path.read_bytes()
        document = read(path.name, data)
        assert_spans(document, data)
        assert recall(document, oracle(data)) == 1
