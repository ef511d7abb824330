"""The pages of a PDF as PDFium tells them: text, lines with their boxes, pictures. Runs in a contained child process.

PDFium crashes on what asks for more memory than there is, and is not thread-safe: call these functions through
`containment.contained` only. No PDFium object leaves this module.
"""

from collections.abc import Sequence
from typing import Any

from msglint.contained import RefusedError
from msglint.formats.pages.tesseract import recognise
from msglint.lazy_pattern import lazy_pattern

_HYPHENS = "\x02\ufffe"
HYPHEN = f"[{_HYPHENS}]"
"""What PDFium writes for a hyphen at a line's end; older releases keep the line break behind it."""

_LINE = lazy_pattern(f"[^\r\n{_HYPHENS}]+")
_GAP = lazy_pattern(r"[ \t\u00a0]+")
# A gap wider than this many line heights parts two cells or columns; justified text stays far below it.
_WIDE_GAP = 1.5
_DPI = 300  # https://tesseract-ocr.github.io/tessdoc/ImproveQuality.html: "works best on images of at least 300 DPI"
_POINTS = 72  # per inch, PDF 32000-1, 8.3.2.3
_MOST_PIXELS = 25_000_000  # of a rendered page: A4 at 300 dpi has 8.7 million, a poster is rendered coarser

_REASONS = {
    3: "this is no PDF, or it is damaged or cut off: export it again",  # FPDF_ERR_FORMAT
    4: "this PDF is protected by a password: save it without one",  # FPDF_ERR_PASSWORD
    5: "this PDF is encrypted in a way that cannot be read: save it without protection",  # FPDF_ERR_SECURITY
}


def read(data: bytes, first: int = 0, most: int | None = None) -> dict[str, object]:
    """{"title": str, "count": int, "pages": [{"text": str, "blank": bool, "lines": [[fragment, …], …]}, …]}.

    pages     from `first` on (counted from 0), `most` of them; `count` is how many the document has
    fragment  [start, end, left, bottom, right, top]: text[start:end] and its box in points from the page's lower left
    blank     nothing at all is painted on the page

    A page that cannot be loaded is None. Raises RefusedError where there is no reading the document.
    """
    document = _open(data)
    count = len(document)
    wanted = range(first, count if most is None else min(first + most, count))
    pages = [_page(document, number) for number in wanted]
    return {"title": document.get_metadata_value("Title"), "count": count, "pages": pages}


def recognised(data: bytes, page: int, seconds: float, language: str | None = None) -> list[list[object]]:
    """The words that OCR finds on a page (counted from 0), as `tesseract.recognise` gives them."""
    return recognise(_rendered(data, page), seconds, language)


def _open(data: bytes) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RefusedError(_REASONS.get(getattr(error, "err_code", 3), _REASONS[3])) from None


def _page(document: Any, number: int) -> dict[str, object] | None:
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    text = text_page.get_text_range() if text_page.count_chars() else ""
    blank = not text.strip() and not pypdfium2.raw.FPDFPage_CountObjects(page)
    lines = _Lines(text_page, text).fragments()
    text_page.close()
    page.close()
    return {"text": text, "blank": blank, "lines": lines}


class _Lines:
    """Where the lines of a page stand, parted at wide gaps. Two questions of PDFium for every gap between words are two
    thirds of reading a page, so nothing else is asked there."""

    def __init__(self, text_page: Any, text: str) -> None:
        from ctypes import byref

        from pypdfium2 import raw

        self._page, self._text = text_page.raw, text
        self._character, self._ask = raw.FPDFText_GetCharIndexFromTextIndex, raw.FPDFText_GetLooseCharBox
        self._box = raw.FS_RECTF()
        self._at = byref(self._box)

    def fragments(self) -> list[list[list[float]]]:
        return [found for match in _LINE.finditer(self._text) if (found := self._line(*match.span()))]

    def _where(self, character: int) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of a character's cell: as high as its line, whatever the letter."""
        self._ask(self._page, character, self._at)
        box = self._box
        return box.left, box.bottom, box.right, box.top

    def _line(self, start: int, end: int) -> list[list[float]]:
        while end > start and self._text[end - 1].isspace():
            end -= 1
        while start < end and self._text[start].isspace():
            start += 1
        if start == end:
            return []
        characters = self._characters(start, end)
        ask, page, box, at = self._ask, self._page, self._box, self._at
        first, begin = self._where(characters[0]), start
        found = []
        for gap in _GAP.finditer(self._text, start, end):
            before, behind = gap.span()
            ask(page, characters[before - 1 - start], at)
            right, height = box.right, box.top - box.bottom
            ask(page, characters[behind - start], at)
            if box.left - right > _WIDE_GAP * height > 0:
                after, last = self._where(characters[behind - start]), self._where(characters[before - 1 - start])
                found.append([begin, before, *_around(first, last)])
                begin, first = behind, after
        return [*found, [begin, end, *_around(first, self._where(characters[-1]))]]

    def _characters(self, start: int, end: int) -> Sequence[int]:
        """PDFium's numbers of the characters of text[start:end]: nearly always one after another."""
        first, last = self._character(self._page, start), self._character(self._page, end - 1)
        if last - first == end - 1 - start:
            return range(first, last + 1)
        return [self._character(self._page, index) for index in range(start, end)]


def _around(first: tuple[float, ...], last: tuple[float, ...]) -> list[float]:
    low, high = min(first[1], last[1]), max(first[3], last[3])
    return [round(value, 2) for value in (min(first[0], last[0]), low, max(first[2], last[2]), high)]


def _rendered(data: bytes, number: int) -> bytes:
    """The page as a grey portable bitmap (PGM)."""
    page = _open(data)[number]
    scale = _DPI / _POINTS
    width, height = page.get_size()
    scale *= min(1.0, (_MOST_PIXELS / max(width * height * scale * scale, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    rows, stride = memoryview(bitmap.buffer), bitmap.stride
    head = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height)
    return head + b"".join(rows[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
