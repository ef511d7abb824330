"""OpenDocument files corrected, and opened again by odfdo."""

import io

from odfdo import Document as OdfDocument
from odfdo import Paragraph, Span
import pytest

from tests.fixers.mending import corrected, reasons
from tests.fixers.packages import part, untouched
from tests.readers.odf_documents import flat, zipped

PARAGRAPHS = [
    ("our Business Lunch", "our Meals for Teams"),
    ("our <text:span>Business</text:span> Lunch today", "our <text:span>Meals for Teams</text:span> today"),
    ("our Business<text:line-break/>Lunch", "our Meals for<text:line-break/>Teams"),
    ("our Business<text:s/>Lunch", "our Meals for Teams"),
    ("our Business\n   Lunch", "our Meals for Teams"),
    ("an Afternoon Tray", "an Tea &amp; Cake"),
]


@pytest.mark.parametrize(("before", "after"), PARAGRAPHS)
def test_paragraphs_of_texts_zipped_and_flat(before: str, after: str) -> None:
    data = zipped("text", f"<text:p>{before}</text:p>")
    result = corrected(data, "odt")
    assert part(result.data, "content.xml") == part(data, "content.xml").replace(before, after)
    untouched(data, result.data, {"content.xml"})
    assert corrected(flat("text", f"<text:p>{before}</text:p>"), "fodt").data == flat(
        "text", f"<text:p>{after}</text:p>"
    )


INSERTED = 'a <text:change-start text:change-id="c1"/>Business Lunch<text:change-end text:change-id="c1"/> b'
ACROSS = 'a Business <text:change text:change-id="c1"/>Lunch b'


@pytest.mark.parametrize("paragraph", [INSERTED, ACROSS])
def test_tracked_changes_are_left(paragraph: str) -> None:
    data = zipped("text", f"<text:p>{paragraph}</text:p><text:p>Vitamin Box</text:p>")
    result = corrected(data, "odt")
    assert reasons(result) == ["a tracked change stands there: accept or reject it first"]
    assert part(result.data, "content.xml") == part(data, "content.xml").replace("Vitamin Box", "Office Fruit Crate")


def test_cells_and_slides() -> None:
    row = '<table:table table:name="T"><table:table-row><table:table-cell><text:p>Business Lunch</text:p>'
    data = zipped("spreadsheet", f"{row}</table:table-cell></table:table-row></table:table>")
    assert "<text:p>Meals for Teams</text:p>" in part(corrected(data, "ods").data, "content.xml")
    box = '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Business Lunch</text:p>'
    data = zipped("presentation", f"{box}</draw:text-box></draw:frame></draw:page>")
    assert "<text:p>Meals for Teams</text:p>" in part(corrected(data, "odp").data, "content.xml")


def test_odfdo_reads_what_was_corrected() -> None:
    document = OdfDocument("text")
    document.body.clear()
    paragraph = Paragraph("Order our ")
    paragraph.append(Span("Business"))
    paragraph.append(" Lunches now")
    document.body.append(paragraph)
    out = io.BytesIO()
    document.save(out)
    result = corrected(out.getvalue(), "odt")
    again = OdfDocument(io.BytesIO(result.data))
    assert [str(found.inner_text) for found in again.body.paragraphs] == ["Order our Meals for Teams now"]
    untouched(out.getvalue(), result.data, {"content.xml"})


@pytest.mark.parametrize(("kind", "format"), [("text", "odt"), ("spreadsheet", "ods")])
def test_cells_that_store_what_they_show_change_in_both(kind: str, format: str) -> None:
    """LibreOffice Writer shows what is stored, Calc and odfdo what is shown, or the other way round."""
    cell = (
        '<table:table-cell office:value-type="string" office:string-value="{}"><text:p>{}</text:p></table:table-cell>'
    )
    row = '<table:table table:name="T"><table:table-row>{}{}</table:table-row></table:table>'
    same = cell.format("Afternoon Tray &lt;3&gt;", "Afternoon <text:span>Tray</text:span> &lt;3>")
    data = zipped(kind, row.format(same, cell.format("Something else", "Business Lunch")))
    result = corrected(data, format)
    new = part(result.data, "content.xml")
    assert 'office:string-value="Tea &amp; Cake &lt;3&gt;"><text:p>Tea &amp; Cake' in new.replace("<text:span>", "")
    assert cell.format("Something else", "Business Lunch") in new
    assert reasons(result) == ["its cell stores another text than it shows: type it anew"]
    untouched(data, result.data, {"content.xml"})
