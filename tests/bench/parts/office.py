"""Office documents and PDF: a check against the bare extraction of the same files."""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.bench.bench import Bench, Row
from tests.bench.corpora import Prose, glossary, names

_READ = """\
import os, sys
from msglint.readers import Source, format_of, read
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), "rb") as file:
        read(Source(name, file.read()), format_of(name))
"""
_COPIES = 12


def measured(bench: Bench) -> Iterator[Row]:
    for suffix, (library, make) in _MAKING.items():
        if find_spec(library) is None:
            yield Row(f"{suffix}, check against extraction", float("nan"), note=f"{library} is not installed")
            continue
        folder = bench.folder(f"office-{suffix}")
        (folder / "glossary.yaml").write_text(glossary(names(100)), encoding="utf-8")
        (folder / "docs").mkdir(exist_ok=True)
        for number in range(bench.many(_COPIES)):
            make(folder / "docs" / f"document-{number:02}.{suffix}", Prose(number), bench.many(60))
        runs = bench.measure(
            {
                "read": bench.python("-c", _READ, "docs", folder=folder),
                "check": bench.msglint(folder, "check", "--no-cache", "--jobs", "1", "docs"),
            }
        )
        took = f"{runs['read'].wall:.2f} s and {runs['check'].wall:.2f} s"
        yield Row(f"{suffix}, check against extraction", runs["check"].wall / runs["read"].wall, most=1.3, note=took)
    yield from _long_pdf(bench)


def _long_pdf(bench: Bench) -> Iterator[Row]:
    if find_spec("fpdf") is None:
        return
    folder = bench.folder("office-long-pdf")
    (folder / "glossary.yaml").write_text(glossary(names(100)), encoding="utf-8")
    _pdf(folder / "long.pdf", Prose(0), bench.many(300), pages=True)
    flags = ("check", "--no-cache", "--jobs")
    runs = bench.measure({jobs: bench.msglint(folder, *flags, jobs, "long.pdf") for jobs in ("1", "2")})
    yield Row("pdf of 300 pages, 2 cores against 1", runs["1"].wall / runs["2"].wall)


def _docx(path: Path, prose: Prose, paragraphs: int) -> None:
    import docx

    document = docx.Document()
    for _ in range(paragraphs):
        document.add_paragraph(prose.paragraph())
    document.save(str(path))


def _pptx(path: Path, prose: Prose, paragraphs: int) -> None:
    import pptx

    deck = pptx.Presentation()
    for _ in range(max(paragraphs // 3, 1)):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = prose.sentence()[:40]
        slide.placeholders[1].text = "\n".join(prose.sentence() for _ in range(5))
    deck.save(str(path))


def _xlsx(path: Path, prose: Prose, paragraphs: int) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for row in range(paragraphs * 4):
            sheet.write_row(row, 0, [prose.sentence(), row, prose.sentence()])


def _pdf(path: Path, prose: Prose, paragraphs: int, pages: bool = False) -> None:
    import fpdf

    document = fpdf.FPDF()
    document.set_font("helvetica", size=11)
    document.add_page()
    for number in range(paragraphs):
        if pages and number:
            document.add_page()
        for _ in range(8 if pages else 1):
            document.multi_cell(0, 6, prose.paragraph().replace("£", "GBP "), new_x="LMARGIN", new_y="NEXT")
    document.output(str(path))


_MAKING: dict[str, tuple[str, Callable[[Path, Prose, int], None]]] = {
    "docx": ("docx", _docx),
    "pptx": ("pptx", _pptx),
    "xlsx": ("xlsxwriter", _xlsx),
    "pdf": ("fpdf", _pdf),
}
