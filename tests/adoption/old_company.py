"""A company's repository as one finds it: years of scripts, flyers, mails and offers that say what is no longer so."""

from pathlib import Path

from docx import Document

TEXT = """\
# {title}

Ask for our Business Lunch: it feeds twelve.

- Two Business Lunches make a feast, number {number}.
- The Breakfast Box comes on a tray.

Your team's business lunch arrives at noon on day {number}.
"""
PAGE = """\
<!doctype html>
<html lang="en"><head><title>{title}</title></head>
<body><p>Order a <b>Business Lunch</b> for page {number}.</p>
<p>Every business-lunch is fresh, and so is number {number}.</p></body></html>
"""
MAIL = """\
From: sales@example.com
To: you@example.com
Subject: Your Business Lunch, offer {number}
Content-Type: text/plain; charset=utf-8

Thank you for asking about the Business Lunch, offer {number}.
"""
IN_ONE = {"md": 3, "html": 2, "eml": 2, "docx": 2}
"""How many findings there are in a document of each kind."""


def write(folder: Path, documents: int) -> int:
    """Write so many documents into the folder, the kinds in turn; how many findings there are in them."""
    findings = 0
    for number in range(documents):
        kind = list(IN_ONE)[number % len(IN_ONE)]
        target = folder / f"team {number % 7}" / f"{kind} of {2019 + number % 5}" / f"no {number}.{kind}"
        target.parent.mkdir(parents=True, exist_ok=True)
        if kind == "docx":
            _word(target, number)
        else:
            text = {"md": TEXT, "html": PAGE, "eml": MAIL}[kind].format(title=f"Number {number}", number=number)
            target.write_text(text, encoding="utf-8", newline="\n")
        findings += IN_ONE[kind]
    return findings


def _word(target: Path, number: int) -> None:
    document = Document()
    document.add_heading(f"Offer {number}")
    document.add_paragraph(f"We offer a Business Lunch for {number} people.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = f"Business Lunch {number}"
    table.cell(0, 1).text = "as agreed"
    document.save(str(target))
