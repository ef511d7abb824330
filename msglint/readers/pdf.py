"""PDF: the text layer, and by OCR the pages that have none. Read only; places are pages."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple, cast

from msglint.contained import RefusedError
from msglint.containment import ContainmentError, at_once, contained, contained_each
from msglint.errors import ReadError
from msglint.formats.pages import ocr_words, pdf_blocks, tesseract
from msglint.lazy_pattern import lazy_pattern
from msglint.limits import Limits, in_force
from msglint.model.document import Document, Segment
from msglint.readers import Source

SUFFIXES = (".pdf",)

# What fonts give that do not tell which letters they show: replacement, private use, control characters.
_UNTOLD = lazy_pattern(r"[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]")
_MOST_UNTOLD = 0.3  # of all characters but blanks; bullets of symbol fonts are private use, too, and few
_PART = 32
"""Pages read at once, a twentieth of a second's work: as much as starting one more process costs."""
_FIRST = 8
"""Pages that tell how many there are, where the others may then be spread."""


class _Page(NamedTuple):
    """`problem` is why its text cannot be had, worded for "page 2 …"; None where it can."""

    number: int
    segments: tuple[Segment, ...] = ()
    problem: str | None = None


def read(source: Source) -> Document:
    """Read a PDF. Raises ReadError where it is damaged, protected, or takes more memory or time than allowed."""
    limits = in_force()
    try:
        title, pages = _text_layer(source.data, limits)
    except RefusedError as error:
        raise ReadError(source.path, str(error)) from None
    except ContainmentError as error:
        raise ReadError(source.path, f"this PDF {error}: export it again, or split it") from None
    pages = _recognised(source.data, pages, limits)
    segments = tuple(segment for page in pages for segment in page.segments)
    return Document(
        source.path, "pdf", segments, metadata={"title": title} if title else {}, unchecked=tuple(_unchecked(pages))
    )


def _text_layer(data: bytes, limits: Limits) -> tuple[str, list[_Page]]:
    """The title and the pages: the first ones, and then the others as several processes tell of them."""
    function, most = "msglint.formats.pages.pdf_pages:read", _FIRST if at_once() > 1 else _PART
    first = cast("dict[str, Any]", contained(function, data, limits, limits.seconds, most=most))
    parts = [{"first": start, "most": _PART} for start in range(most, first["count"], _PART)]
    pages: list[_Page] = []
    for part in chain((first,), contained_each(function, data, limits, limits.seconds, parts)):
        told = cast("dict[str, Any]", part)["pages"]
        pages += [_page(number, page) for number, page in enumerate(told, len(pages) + 1)]
    return first["title"].strip(), pages


def _page(number: int, told: object) -> _Page:
    if told is None:
        return _Page(number, problem="cannot be loaded: export the PDF again")
    page = cast("dict[str, object]", told)
    text = cast(str, page["text"])
    if page["blank"]:
        return _Page(number)
    solid = "".join(text.split())
    if not solid:
        return _Page(number, problem=f"has no text layer: {tesseract.MISSING}")
    if len(_UNTOLD.findall(solid)) > _MOST_UNTOLD * len(solid):
        return _Page(number, problem=f"has fonts that do not tell which letters they show: {tesseract.MISSING}")
    lines = [
        [pdf_blocks.Fragment(int(start), int(end), *box) for start, end, *box in line]
        for line in cast("list[list[list[float]]]", page["lines"])
    ]
    return _Page(number, tuple(pdf_blocks.segments(text, lines, f"page {number}")))


def _recognised(data: bytes, pages: list[_Page], limits: Limits) -> list[_Page]:
    """The pages, those that only OCR can read read by OCR, where there is one."""
    waiting = [page for page in pages if page.problem and page.problem.endswith(tesseract.MISSING)]
    if not waiting or not tesseract.installed():
        return pages
    done = {page.number: _by_ocr(data, page.number, limits) for page in waiting[: limits.ocr_pages]}
    excess = f"has no text layer, and of one document only {limits.ocr_pages} such pages are read: split it"
    done |= {page.number: _Page(page.number, problem=excess) for page in waiting[limits.ocr_pages :]}
    return [done.get(page.number, page) for page in pages]


def _by_ocr(data: bytes, number: int, limits: Limits) -> _Page:
    # The child is given a little longer than tesseract, so that tesseract is the one to be stopped.
    within = limits.ocr_seconds + limits.seconds
    function, seconds = "msglint.formats.pages.pdf_pages:recognised", limits.ocr_seconds
    try:
        words = contained(function, data, limits, within, page=number - 1, seconds=seconds)
    except (RefusedError, ContainmentError) as error:
        return _Page(number, problem=f"has no text layer, and OCR failed ({error}): export it with its text")
    found = cast("list[list[object]]", words)
    problem = None if ocr_words.legible(found) else f"has no text layer, and {ocr_words.ILLEGIBLE}"
    return _Page(number, tuple(ocr_words.segments(found, f"page {number}")), problem)


def _unchecked(pages: list[_Page]) -> Iterator[str]:
    """One reason for each run of pages with the same problem."""
    at = 0
    while at < len(pages):
        stop = at + 1
        while stop < len(pages) and pages[stop].problem == pages[at].problem:
            stop += 1
        if problem := pages[at].problem:
            first, last = pages[at].number, pages[stop - 1].number
            plural = problem.replace("has ", "have ", 1).replace("read it", "read them")
            yield f"page {first} {problem}" if first == last else f"pages {first}–{last} {plural}"
        at = stop
