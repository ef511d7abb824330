"""`python -m tests.readers.figures [FOLDERS]`: what each reader finds, how fast, and what it costs to load.

Recall of words against an independent library, on documents made here and on those that installed packages (or the
folders named) hold. Times are of this machine and this moment: compare rows, not runs.
"""

from collections.abc import Callable, Iterator, Sequence
import io
from pathlib import Path
import re
import subprocess
import sys
import sysconfig
from time import perf_counter

from msglint.errors import ReadError
from msglint.readers import Source, read
from tests.readers.figure_documents import MAKERS, sales_copy
from tests.readers.office_documents import recall

_ROUNDS = 12
_LOADING = """
import sys, time
from msglint.readers import Source, read
before, data = set(sys.modules), sys.stdin.buffer.read()
start = time.perf_counter()
read(Source("a." + sys.argv[1], data))
print(round(1000 * (time.perf_counter() - start), 1), end=" ")
start = time.perf_counter()
read(Source("a." + sys.argv[1], data))
print(round(1000 * (time.perf_counter() - start), 1), end=" ")
new = {name.partition(".")[0] for name in set(sys.modules) - before} - set(sys.stdlib_module_names)
print(*sorted(name for name in new if not name.startswith("_") and name != "msglint"))
"""


def of_docx(data: bytes) -> str:
    """What python-docx has: paragraphs and tables of the body, headers, footers."""
    from docx import Document

    document = Document(io.BytesIO(data))
    holders = [document, *(end for section in document.sections for end in (section.header, section.footer))]
    found = [paragraph.text for holder in holders for paragraph in holder.paragraphs]
    found += [cell.text for h in holders for table in h.tables for row in table.rows for cell in row.cells]
    return "\n".join(found)


def of_pptx(data: bytes) -> str:
    """What python-pptx has: shapes, tables, notes."""
    from pptx import Presentation

    found = []
    for slide in Presentation(io.BytesIO(data)).slides:
        for shape in slide.shapes:
            found += [shape.text_frame.text] if shape.has_text_frame else []
            found += [cell.text for row in shape.table.rows for cell in row.cells] if shape.has_table else []
        found += [slide.notes_slide.notes_text_frame.text] if slide.has_notes_slide else []
    return "\n".join(found)


def of_xlsx(data: bytes) -> str:
    """What openpyxl has: cells of text (numbers are shown formatted, which openpyxl does not do)."""
    from openpyxl import load_workbook

    cells = (cell.value for sheet in load_workbook(io.BytesIO(data)) for row in sheet.iter_rows() for cell in row)
    return "\n".join(value for value in cells if isinstance(value, str) and not value.startswith("="))


def of_odf(data: bytes) -> str:
    """What odfdo has: all paragraphs and headings of the body, without the paths of pictures and what is to fill in."""
    from odfdo import Document

    body = Document(io.BytesIO(data)).body
    for placeholder in body.get_elements("//text:placeholder"):
        placeholder.text = ""
    found = "\n".join(one.inner_text for one in (*body.get_paragraphs(), *body.get_headers()))
    return re.sub(r"\(?(?:\./)?(?:Pictures|ObjectReplacements)/\S+", "", found)


def of_pdf(data: bytes) -> str:
    """What pypdf has."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


ORACLES: dict[str, Callable[[bytes], str]] = {
    "docx": of_docx, "pptx": of_pptx, "xlsx": of_xlsx, "odt": of_odf, "odp": of_odf, "ods": of_odf, "pdf": of_pdf,
}  # fmt: skip
_KINDS = {"dotx": "docx", "potx": "pptx", "xltx": "xlsx", "ott": "odt", "otp": "odp", "ots": "ods"}


def main(folders: Sequence[str]) -> int:
    """Print the table; the folders default to the installed packages'."""
    real = _real([Path(folder) for folder in folders] or [Path(sysconfig.get_path("purelib"))])
    _row("format", "made", "recall", "real", "recall", "docs/s", "MB/s", "pages/s", "first ms", "loads")
    for format, make in MAKERS.items():
        made = [make(sales_copy(seed)) for seed in range(3)]
        shown = [_recalled(format, made), _recalled(format, real.get(format, []))]
        _row(format, *(part for pair in shown for part in pair), *_speed(format, made[0]), *_loading(format, made[0]))
    return 0


def _row(*cells: str) -> None:
    widths = (6, 5, 6, 5, 6, 7, 6, 7, 8, 0)
    sys.stdout.write("  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip() + "\n")


def _real(folders: Sequence[Path]) -> dict[str, list[bytes]]:
    found: dict[str, list[bytes]] = {}
    for path in (path for folder in folders for path in sorted(folder.rglob("*.*"))):
        format = _KINDS.get(path.suffix[1:], path.suffix[1:])
        if format in ORACLES and path.is_file():
            found.setdefault(format, []).append(path.read_bytes())
    return found


def _recalled(format: str, files: Sequence[bytes]) -> tuple[str, str]:
    """How many files were compared, and the mean recall; those that only one of both can read are named."""
    if format not in ORACLES or not files:
        return "-", "-"
    shares = list(_shares(format, files))
    return str(len(shares)), f"{sum(shares) / len(shares):.3f}" if shares else "-"


def _shares(format: str, files: Sequence[bytes]) -> Iterator[float]:
    for data in files:
        try:
            yield recall(read(Source(f"a.{format}", data)), ORACLES[format](data))
        except ReadError as error:
            sys.stderr.write(f"{format}: not read: {error}\n")


def _speed(format: str, data: bytes) -> tuple[str, str, str]:
    read(Source(f"a.{format}", data))
    start = perf_counter()
    for _ in range(_ROUNDS):
        document = read(Source(f"a.{format}", data))
    seconds = (perf_counter() - start) / _ROUNDS
    pages = len({segment.place for segment in document.segments}) / seconds if format == "pdf" else 0
    return f"{1 / seconds:.0f}", f"{len(data) / seconds / 1e6:.1f}", f"{pages:.0f}" if pages else "-"


def _loading(format: str, data: bytes) -> tuple[str, str]:
    """Milliseconds that the first reading takes longer than the second, and the libraries it loads."""
    command = [sys.executable, "-c", _LOADING, format]
    first, again, *libraries = subprocess.run(command, input=data, capture_output=True, check=True).stdout.split()
    return f"{float(first) - float(again):.0f}", " ".join(name.decode() for name in libraries) or "-"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
