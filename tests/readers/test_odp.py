import io

from odfdo import Document, DrawPage, Frame

from tests.readers.odf_documents import zipped
from tests.readers.office_documents import (
    NAME,
    assert_refuses_hostile,
    assert_spans,
    assert_survives,
    read,
    spliced,
    told,
)


def written() -> bytes:
    """A presentation as odfdo writes it."""
    document = Document("presentation")
    document.body.clear()
    page = DrawPage("p1", name="One")
    page.append(Frame.text_frame(f"The new {NAME}", size=("4cm", "4cm"), presentation_class="title"))
    for name in ("Claim", "Price tag"):
        page.append(Frame.text_frame(f"in {name}: {NAME}", size=("4cm", "4cm"), name=name))
    document.body.append(page)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_BOX = (
    '<draw:frame draw:name="{}" presentation:class="{}"><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>'
)
_CELL = "<table:table-cell><text:p>x1</text:p></table:table-cell>"
_TABLE = f"<table:table><table:table-row>{_CELL}</table:table-row></table:table>"


def test_reads_what_odfdo_writes() -> None:
    data = written()
    document = read("a.odp", data)
    assert told(document)[:3] == [
        ("title", "slide 1, title", f"The new {NAME}"),
        ("body", "slide 1, body (Claim)", f"in Claim: {NAME}"),
        ("body", "slide 1, body (Price tag)", f"in Price tag: {NAME}"),
    ]
    assert_spans(document, data)
    assert read("a.odp", spliced(document, data, NAME, "Meals")).segments[0].text == "The new Meals"


def test_notes_tables_footers_and_masters() -> None:
    notes = f"<presentation:notes><draw:page-thumbnail/>{_BOX.format('', 'notes', 'Say it')}</presentation:notes>"
    slide = f"<draw:page>{_BOX.format('', 'outline', 'A point')}<draw:frame>{_TABLE}</draw:frame>{notes}</draw:page>"
    footer = "<presentation:footer-decl>Spring</presentation:footer-decl>"
    master = f"{_BOX.format('', 'title', 'Click here')}{_BOX.format('', '', 'Since 2001')}"
    styles = f'<style:master-page style:name="M">{master}</style:master-page>'
    data = zipped("presentation", f"{footer}<draw:page/>{slide}", styles=styles)
    document = read("a.odp", data)
    assert told(document) == [
        ("header", "footer", "Spring"),
        ("body", "slide 2, body", "A point"),
        ("cell", "slide 2, table 1, row 1, cell 1", "x1"),
        ("note", "slide 2, notes", "Say it"),
        ("header", "slide master 1", "Since 2001"),
    ]
    assert_spans(document, data)


def test_refuses_what_is_hostile_and_survives_damage() -> None:
    assert_refuses_hostile("a.odp", zipped("presentation", "<draw:page/>"), "content.xml", doctype=True)
    assert_survives("a.odp", written(), ("content.xml", "styles.xml"), rounds=20)
