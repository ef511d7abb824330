"""Office documents and PDF: a check against the bare extraction of the same files.

By our own readers, which is the goal's measure, and by the library that is best known for it, to compare with.
"""

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.bench.bench import Bench, Row
from tests.bench.corpora import Prose, glossary, names
from tests.bench.measuring import Command, Taken

_COPIES = 72
_EACH = """\
import os, sys
for name in sorted(os.listdir(sys.argv[1])):
    path = os.path.join(sys.argv[1], name)
"""
_READ = f"""\
from msglint.readers import Source, format_of, read
{_EACH}
    with open(path, "rb") as file:
        read(Source(name, file.read()), format_of(name))
"""
_LIBRARIES = {
    "docx": ("python-docx", "docx", "[paragraph.text for paragraph in docx.Document(path).paragraphs]"),
    "pptx": (
        "python-pptx",
        "pptx",
        "[shape.text_frame.text for slide in pptx.Presentation(path).slides for shape in slide.shapes"
        " if shape.has_text_frame]",
    ),
    "xlsx": (
        "openpyxl",
        "openpyxl",
        "[row for sheet in openpyxl.load_workbook(path, read_only=True) for row in sheet.iter_rows(values_only=True)]",
    ),
    "pdf": ("pypdfium2", "pypdfium2", "[page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]"),
}
"""What extracts the text of a format: what it is called, its module, and how that is asked for the text."""


def measured(bench: Bench) -> Iterator[Row]:
    for suffix, (library, make) in _MAKING.items():
        if find_spec(library) is None:
            yield Row(f"{suffix}, check against extraction", float("nan"), note=f"{library} is not installed")
            continue
        folder = bench.folder(f"office-{suffix}")
        (folder / "glossary.yaml").write_text(glossary(names(100)), encoding="utf-8")
        for number in range(bench.many(_COPIES)):
            for docs in ("docs", "first") if number == 0 else ("docs",):
                (folder / docs).mkdir(exist_ok=True)
                make(folder / docs / f"document-{number:02}.{suffix}", Prose(number), bench.many(60))
        yield from _rows(suffix, bench.measure(_commands(bench, suffix, folder)))
    yield from _long_pdf(bench)


def _commands(bench: Bench, suffix: str, folder: Path) -> dict[str, Command]:
    """Each with all documents, and with the first one alone."""
    library, module, texts = _LIBRARIES[suffix]
    found = {}
    for docs in ("docs", "first"):
        found[f"check {docs}"] = bench.msglint(folder, "check", "--no-cache", "--jobs", "1", docs)
        found[f"read {docs}"] = bench.python("-c", _READ, docs, folder=folder)
        if find_spec(module):
            script = f"import {module}\n{_EACH}    {texts}\n"
            found[f"{library} {docs}"] = bench.python("-c", script, docs, folder=folder)
    return found


def _rows(suffix: str, runs: dict[str, Taken]) -> Iterator[Row]:
    """Net of what a run over one document takes, on both sides."""
    library, *_ = _LIBRARIES[suffix]
    net = {
        name: max(runs[f"{name} docs"].wall - runs[f"{name} first"].wall, 1e-3)
        for name in ("check", "read", library)
        if f"{name} docs" in runs
    }
    took = f"{net['check']:.2f} s against {net['read']:.2f} s, net of the first document"
    yield Row(f"{suffix}, check against extraction", net["check"] / net["read"], most=1.3, note=took)
    if library in net:
        yield Row(f"{suffix}, check against {library}", net["check"] / net[library], note=f"{net[library]:.2f} s")


def _long_pdf(bench: Bench) -> Iterator[Row]:
    if find_spec("fpdf") is None:
        return
    folder = bench.folder("office-long-pdf")
    (folder / "glossary.yaml").write_text(glossary(names(100)), encoding="utf-8")
    _pdf(folder / "long.pdf", Prose(0), bench.many(300), pages=True)
    flags = ("check", "--no-cache", "--jobs")
    runs = bench.measure({jobs: bench.msglint(folder, *flags, jobs, "long.pdf") for jobs in ("1", "2")})
    took = f"{runs['1'].wall:.2f} s and {runs['2'].wall:.2f} s, start-up included"
    yield Row("pdf of 300 pages, 2 cores against 1", runs["1"].wall / runs["2"].wall, note=took)


def _docx(path: Path, prose: Prose, paragraphs: int) -> None:
    import docx

    document = docx.Document()
    for _ in range(paragraphs):
        paragraph = document.add_paragraph()
        for number, sentence in enumerate(prose.paragraph().split(". ")):
            paragraph.add_run(f"{sentence}. ").bold = number == 1 or None
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
