"""Presentations corrected, and opened again by python-pptx."""

import io

from pptx import Presentation
from pptx.util import Inches

from tests.fixers.mending import corrected
from tests.fixers.packages import untouched


def deck() -> bytes:
    show = Presentation()
    slide = show.slides.add_slide(show.slide_layouts[5])
    assert slide.shapes.title is not None
    slide.shapes.title.text_frame.text = "BUSINESS LUNCH"
    box = slide.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1)).text_frame
    for text in ("Order our Business", " Lunch", "es today"):
        box.paragraphs[0].add_run().text = text
    box.paragraphs[0].runs[1].font.bold = True
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    table.cell(0, 0).text = "Afternoon Tray"
    assert slide.notes_slide.notes_text_frame is not None
    slide.notes_slide.notes_text_frame.text = "Say Vitamin Box’s name"
    out = io.BytesIO()
    show.save(out)
    return out.getvalue()


def test_titles_boxes_tables_and_notes_are_corrected_run_by_run() -> None:
    before = deck()
    result = corrected(before, "pptx")
    slide = Presentation(io.BytesIO(result.data)).slides[0]
    title, box, table = slide.shapes
    assert title.text_frame.text == "MEALS FOR TEAMS"
    assert [run.text for run in box.text_frame.paragraphs[0].runs] == ["Order our Meals for Teams", "", " today"]
    assert table.table.cell(0, 0).text == "Tea & Cake"
    assert slide.notes_slide.notes_text_frame.text == "Say Office Fruit Crate’s name"
    untouched(before, result.data, {"ppt/slides/slide1.xml", "ppt/notesSlides/notesSlide1.xml"})
