import io
from pathlib import Path

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches
import pytest

from tests.readers.office_documents import (
    NAME,
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

SLIDE = "ppt/slides/slide1.xml"


def deck() -> bytes:
    """Two slides, the second one made first; every kind of text that python-pptx can write."""
    deck = Presentation()
    later = deck.slides.add_slide(deck.slide_layouts[1])
    later.shapes.title.text = f"The new\v{NAME}"
    paragraph = later.placeholders[1].text_frame.paragraphs[0]
    for run in ("Busi", "ness ", "Lunch & café for €49.90"):
        paragraph.add_run().text = run
    table = later.shapes.add_table(2, 3, 0, 0, Inches(3), Inches(2)).table
    table.cell(0, 0).merge(table.cell(0, 1))
    for row, column, text in ((0, 0, "Product"), (0, 2, "Price"), (1, 0, NAME), (1, 2, "€49.90")):
        table.cell(row, column).text = text
    later.notes_slide.notes_text_frame.text = f"Say {NAME}"
    data = CategoryChartData()
    data.categories = ["East", "West"]
    data.add_series("First quarter", (1, 2))
    data.add_series("Second quarter", (3, 4))
    chart = later.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, Inches(3), Inches(3), data).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Sales of lunch"
    first = deck.slides.add_slide(deck.slide_layouts[5])
    first.shapes.title.text = "Welcome"
    group = first.shapes.add_group_shape()
    for name, text in (("Claim", "Lunch, brought"), ("Price tag", "from {{ price }}")):
        box = group.shapes.add_textbox(0, 0, 9, 9)
        box.name, box.text_frame.text = name, text
    order = deck.slides._sldIdLst
    order.insert(0, order[1])
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def oracle(data: bytes) -> str:
    """The words that python-pptx finds."""
    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        shapes = list(slide.shapes)
        while shapes:
            shape = shapes.pop()
            shapes += getattr(shape, "shapes", [])
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            if getattr(shape, "has_table", False):
                found += [cell.text for cell in shape.table.iter_cells()]
        if slide.has_notes_slide and slide.notes_slide.notes_text_frame:
            found.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(found)


def test_slides_stand_in_the_order_they_are_shown() -> None:
    document = read("deck.pptx", deck())
    assert told(document) == [
        ("title", "slide 1, title", "Welcome"),
        ("body", "slide 1, body (Claim)", "Lunch, brought"),
        ("body", "slide 1, body (Price tag)", "from \ufffc"),
        ("title", "slide 2, title", f"The new\n{NAME}"),
        ("body", "slide 2, body", f"{NAME} & café for €49.90"),
        ("cell", "slide 2, table 1, row 1, cell 1", "Product"),
        ("cell", "slide 2, table 1, row 1, cell 3", "Price"),
        ("cell", "slide 2, table 1, row 2, cell 1", NAME),
        ("cell", "slide 2, table 1, row 2, cell 3", "€49.90"),
        ("body", "slide 2, chart", "Sales of lunch"),
        ("body", "slide 2, chart", "First quarter"),
        ("body", "slide 2, chart", "East"),
        ("body", "slide 2, chart", "West"),
        ("body", "slide 2, chart", "Second quarter"),
        ("note", "slide 2, notes", f"Say {NAME}"),
    ]
    cells = [(segment.group, segment.column) for segment in document.segments if segment.role == "cell"]
    row = "slide 2, table 1, row"
    assert cells == [(f"{row} 1", 0), (f"{row} 1", 2), (f"{row} 2", 0), (f"{row} 2", 2)]


def test_spans_are_exact_and_can_be_spliced() -> None:
    data = deck()
    document = read("deck.pptx", data)
    assert_spans(document, data)
    changed = spliced(document, data, NAME, "Meals")
    assert NAME not in oracle(changed)
    assert oracle(changed).count("Meals") == 4
    same = {name: content for name, content in parts(changed).items() if content == parts(data)[name]}
    assert parts(data).keys() - same.keys() == {SLIDE, "ppt/notesSlides/notesSlide1.xml"}


def test_recall_against_python_pptx() -> None:
    assert recall(read("deck.pptx", deck()), oracle(deck()).replace("{{ price }}", "")) == 1


_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        ('<a:r><a:rPr strike="sngStrike"/><a:t>€59</a:t></a:r><a:r><a:t> now €49</a:t></a:r>', "\ufffc now €49"),
        ('<a:r><a:t>Page</a:t></a:r><a:fld type="slidenum" id="{1}"><a:t>2</a:t></a:fld>', "Page\ufffc"),
        ('<a:fld type="x" id="{1}"><a:t>kept</a:t></a:fld>', "kept"),
        ("<a:r><a:t><![CDATA[a & b]]> c &amp;&#8364;</a:t></a:r>", "a & b c &€"),
        ("<a:r><a:t>one</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r>", "one\ntwo"),
    ],
)
def test_runs_are_joined(paragraph: str, text: str) -> None:
    def change(xml: bytes) -> bytes:
        start = xml.index(b"<a:p>")
        return xml[:start] + f"<a:p>{paragraph}</a:p>".encode() + xml[start:]

    data = with_part(deck(), SLIDE, change)
    document = read("deck.pptx", data)
    assert places(document)[text] == "slide 2, title"
    assert_spans(document, data)


def test_alt_texts_diagrams_comments_and_what_masters_add() -> None:
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def relate(xml: bytes) -> bytes:
        more = (
            f'<Relationship Id="rX" Type="{relationships}/diagramData" Target="../diagrams/data1.xml"/>'
            f'<Relationship Id="rY" Type="{relationships}/comments" Target="../comments/comment1.xml"/></Relationships>'
        )
        return xml.replace(b"</Relationships>", more.encode())

    data = with_part(deck(), "ppt/slides/_rels/slide1.xml.rels", relate)
    data = with_part(
        data, SLIDE, lambda xml: xml.replace(b'name="Title 1"', b'name="T" descr="a &lt;lunch&gt; &#8364;5"')
    )
    free = "<p:sp><p:txBody><a:p><a:r><a:t>Since 2001</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>"
    data = with_part(data, "ppt/slideMasters/slideMaster1.xml", lambda xml: xml.replace(b"</p:spTree>", free.encode()))
    dgm = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
    step = "<d:pt><d:t><a:p><a:r><a:t>Step one</a:t></a:r></a:p></d:t></d:pt>"
    presentation = "http://schemas.openxmlformats.org/presentationml/2006/main"
    comments = "<p:cm><p:text>why &amp; how?</p:text></p:cm><p:cm><p:text>done</p:text></p:cm>"
    added = {
        "ppt/diagrams/data1.xml": f'<d:dataModel xmlns:d="{dgm}" {_A}><d:ptLst>{step}</d:ptLst></d:dataModel>',
        "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{presentation}">{comments}</p:cmLst>',
    }
    data = packed({**parts(data), **added})
    document = read("deck.pptx", data)
    found = told(document)
    assert_spans(document, data)
    assert ("alt", "slide 2, alt text of T", "a <lunch> €5") in found
    assert ("body", "slide 2, SmartArt", "Step one") in found
    assert ("note", "slide 2, comment 1", "why & how?") in found
    assert ("note", "slide 2, comment 2", "done") in found
    assert ("header", "slide master 1", "Since 2001") in found
    assert not any("Click to edit" in text for _, _, text in found)


def test_text_in_utf16_is_read_but_has_no_bytes_to_splice() -> None:
    data = with_part(deck(), SLIDE, lambda xml: xml.decode().replace("UTF-8", "UTF-16", 1).encode("utf-16"))
    document = read("deck.pptx", data)
    body = next(segment for segment in document.segments if segment.place == "slide 2, body")
    assert (body.text, body.pieces) == (f"{NAME} & café for €49.90", ())


def test_refuses_what_is_hostile() -> None:
    assert_refuses_hostile("deck.pptx", deck(), SLIDE, doctype=False)


def test_survives_damage() -> None:
    assert_survives("deck.pptx", deck(), (SLIDE, "ppt/presentation.xml"), rounds=25)


def test_recall_on_what_python_pptx_ships() -> None:
    import pptx

    shipped = sorted(Path(pptx.__file__).parent.rglob("*.pptx"))
    for path in shipped:
        data = path.read_bytes()
        document = read(path.name, data)
        assert_spans(document, data)
        assert recall(document, oracle(data)) == 1
