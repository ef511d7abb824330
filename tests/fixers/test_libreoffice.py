"""Corrected office documents open in LibreOffice. Slow and not everywhere: run with MSGLINT_LIBREOFFICE=1."""

import os
from pathlib import Path
import shutil
import subprocess

import pytest

from tests.fixers.mending import corrected
from tests.fixers.packages import docx, runs
from tests.fixers.test_pptx import deck
from tests.fixers.test_xlsx import workbook
from tests.readers.odf_documents import zipped

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")

pytestmark = pytest.mark.skipif(
    not (SOFFICE and os.environ.get("MSGLINT_LIBREOFFICE")), reason="opt in by MSGLINT_LIBREOFFICE=1, with soffice"
)

DOCUMENTS = {
    "docx": docx(runs("our Business", " Lunch today")),
    "pptx": deck(),
    "xlsx": workbook([["Product"], ["Business Lunch"], ["Afternoon Tray"]]),
    "odt": zipped("text", "<text:p>our <text:span>Business</text:span> Lunch</text:p>"),
}


@pytest.mark.parametrize("format", DOCUMENTS)
def test_it_becomes_a_pdf_with_the_new_name(format: str, tmp_path: Path) -> None:
    from pypdfium2 import PdfDocument

    file = tmp_path / f"document.{format}"
    file.write_bytes(corrected(DOCUMENTS[format], format).data)
    command = [str(SOFFICE), "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pages = PdfDocument(str(tmp_path / "document.pdf"))
    text = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert "MEALS FOR TEAMS" in text.upper()
    assert "BUSINESS" not in text.upper()
