"""Documents to measure readers on: of every format the same made-up sales copy, a few pages long."""

from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
import io
import json
import random

PARAGRAPHS = 200
_CALLS = ("Order", "Book", "Try", "Share", "Compare", "Recommend", "Plan", "Renew")
_GOODS = ("hot buffets", "fruit crates", "Breakfast Boxes", "Café Crème trays", "Meals for Teams", "soup & bread")
_ENDS = ("before noon", "for eight or more people", "at €12.50 per person", "with two days’ notice", "in Zürich")


def sales_copy(seed: int) -> list[str]:
    """Paragraphs of sales copy, the same for a seed."""
    chance = random.Random(seed)

    def sentence() -> str:
        return f"{chance.choice(_CALLS)} our {chance.choice(_GOODS)} {chance.choice(_ENDS)}."

    return [" ".join(sentence() for _ in range(chance.randint(1, 5))) for _ in range(PARAGRAPHS)]


def docx(copy: list[str]) -> bytes:
    """A Word document with headings, runs, a table, a header and a footer."""
    from docx import Document

    document, out = Document(), io.BytesIO()
    document.sections[0].header.paragraphs[0].text = copy[0]
    document.sections[0].footer.paragraphs[0].text = copy[1]
    for number, text in enumerate(copy[20:]):
        paragraph = document.add_heading(level=2) if number % 20 == 0 else document.add_paragraph()
        for word in text.split(" "):
            paragraph.add_run(f"{word} ").bold = len(word) > 8
    table = document.add_table(rows=0, cols=2)
    for left, right in zip(copy[2:20:2], copy[3:20:2], strict=True):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    document.save(out)
    return out.getvalue()


def pptx(copy: list[str]) -> bytes:
    """A deck: titles, bullets, tables and notes."""
    from pptx import Presentation

    deck, out = Presentation(), io.BytesIO()
    for at in range(0, len(copy), 5):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = copy[at], "\n".join(copy[at + 1 : at + 3])
        slide.shapes.add_table(1, 1, 0, 0, 900000, 900000).table.cell(0, 0).text = copy[at + 3]
        slide.notes_slide.notes_text_frame.text = copy[at + 4]
    deck.save(out)
    return out.getvalue()


def xlsx(copy: list[str]) -> bytes:
    """A price sheet."""
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    for number, text in enumerate(copy):
        sheet.append([text, number, number % 2 == 0, copy[number // 3]])
    book.save(out)
    return out.getvalue()


def _odf(kind: str, copy: list[str]) -> bytes:
    from odfdo import Document, Header, Paragraph, Table

    document, out = Document(kind), io.BytesIO()
    document.body.clear()
    table = Table("Prices")
    for row in range(0, len(copy), 2):
        if kind == "spreadsheet" or row < 20:
            table.set_values([[copy[row], copy[row + 1]]], (0, row // 2))
        else:
            document.body.append(Header(2, copy[row]) if row % 20 == 0 else Paragraph(copy[row]))
            document.body.append(Paragraph(copy[row + 1]))
    document.body.append(table)
    document.save(out)
    return out.getvalue()


def odt(copy: list[str]) -> bytes:
    """A text with headings and a table."""
    return _odf("text", copy)


def ods(copy: list[str]) -> bytes:
    """A sheet."""
    return _odf("spreadsheet", copy)


def odp(copy: list[str]) -> bytes:
    """A deck of titles and texts."""
    from odfdo import Document, DrawPage, Frame, Paragraph

    document, out = Document("presentation"), io.BytesIO()
    document.body.clear()
    for at in range(0, len(copy), 4):
        page = DrawPage(f"page{at}", name=f"Page {at}")
        page.append(Frame.text_frame(copy[at], presentation_class="title"))
        page.append(Frame.text_frame([Paragraph(text) for text in copy[at + 1 : at + 4]]))
        document.body.append(page)
    document.save(out)
    return out.getvalue()


def pdf(copy: list[str]) -> bytes:
    """A flyer of several pages, in a font that has no accents to lose."""
    from fpdf import FPDF

    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=11)
    for text in copy:
        paper.multi_cell(0, 6, text.replace("’", "'").replace("€", "EUR "), new_x="LMARGIN", new_y="NEXT")
    return bytes(paper.output())


def eml(copy: list[str]) -> bytes:
    """A mail with a text and an HTML part."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"], mail["From"] = copy[0][:60], "a@example.com"
    mail.set_content("\n\n".join(copy))
    mail.add_alternative(html(copy).decode(), subtype="html")
    return mail.as_bytes()


def html(copy: list[str]) -> bytes:
    """A page."""
    escaped = (text.replace("&", "&amp;").replace("our ", "our <b>", 1).replace(".", "</b>.", 1) for text in copy)
    return "".join(f'<p class="x">{text}</p>\n' for text in escaped).encode()


def rtf(copy: list[str]) -> bytes:
    """Rich text."""
    escaped = ("".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in text) for text in copy)
    return ("{\\rtf1\\ansi " + "".join(f"\\pard {text}\\par\n" for text in escaped) + "}").encode()


def _lines(before: str, after: str = "") -> Callable[[list[str]], bytes]:
    return lambda copy: "".join(f"{before}{text}{after}\n\n" for text in copy).encode()


def _cues(copy: list[str]) -> bytes:
    return "".join(f"{n}\n00:00:{n % 60:02},000 --> 00:01:00,000\n{t}\n\n" for n, t in enumerate(copy, 1)).encode()


SVG = '<svg xmlns="http://www.w3.org/2000/svg">'
MAKERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": _lines(""), "md": _lines("- *New:* "), "rst": _lines("* **New:** "), "adoc": _lines("* *New:* "),
    "tex": lambda copy: _lines(r"\textbf{New} ")([text.replace("&", r"\&") for text in copy]),
    "html": html, "mjml": lambda copy: b"<mjml><mj-body>" + html(copy) + b"</mj-body></mjml>",
    "svg": lambda copy: f"{SVG}{''.join(f'<text>{t}</text>' for t in copy)}</svg>".replace("&", "&amp;").encode(),
    "csv": lambda copy: "".join(f'"{text}",{n},x\n' for n, text in enumerate(copy)).encode(),
    "json": lambda copy: json.dumps([{"text": text} for text in copy]).encode(),
    "yaml": lambda copy: "".join(f"- text: '{text.replace(chr(39), chr(8217))}'\n" for text in copy).encode(),
    "po": lambda copy: "".join(f'msgid "{n}"\nmsgstr "{text}"\n\n' for n, text in enumerate(copy)).encode(),
    "srt": _cues, "vtt": lambda copy: b"WEBVTT\n\n" + _cues(copy).replace(b",000", b".000"), "rtf": rtf, "eml": eml,
    "docx": docx, "pptx": pptx, "xlsx": xlsx, "odt": odt, "odp": odp, "ods": ods, "pdf": pdf,
}  # fmt: skip
"""By format: paragraphs -> a document of them."""
