"""Word documents made for tests."""

import io

import docx
from docx.document import Document as WordDocument

from tests.readers.office_documents import NAME, with_part

MAIN = "word/document.xml"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def saved(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def script() -> bytes:
    """Every kind of text that python-docx can write."""
    document = docx.Document()
    document.add_heading("Call script", 0)
    document.add_heading("Opening", 2)
    paragraph = document.add_paragraph("Ask for Busi")
    paragraph.add_run("ness ").bold = True
    paragraph.add_run("Lunch & café for {{ company }}: ")
    paragraph.add_run("€59").font.strike = True
    document.add_paragraph("")
    document.add_paragraph("First thing", style="List Bullet")
    document.add_paragraph("They said", style="Quote")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Product"
    table.cell(0, 2).text = "Price"
    table.cell(1, 0).text = NAME
    table.cell(1, 2).text = "€49.90\tper day\nor so"
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = "Inside"
    document.add_paragraph("Last words")
    document.sections[0].header.paragraphs[0].text = f"{NAME} for all"
    document.sections[0].footer.paragraphs[0].text = "Page"
    document.add_comment(paragraph.runs, text="Is this still so?", author="Ann")
    return saved(document)


def edited(xml: str, before: str = "<w:p><w:r><w:t>Body</w:t></w:r></w:p>") -> bytes:
    """A document whose body is `xml`, then a paragraph that says "Body"."""
    return with_part(
        saved(docx.Document()), MAIN, lambda part: part.replace(b"<w:body>", b"<w:body>" + (xml + before).encode(), 1)
    )


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
