"""Pictures (PNG, JPEG, TIFF, WebP, BMP, GIF): their text by OCR, where tesseract is installed. Read only."""

from typing import cast

from msglint.contained import RefusedError
from msglint.containment import ContainmentError, contained
from msglint.errors import ReadError
from msglint.formats.pages import ocr_words, pictures, tesseract
from msglint.limits import in_force
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".bmp", ".gif")

_PLACE = "image"
_MOST_PIXELS = 50_000_000  # a page at 600 dpi has 35 million; one of these takes tesseract 200 MB and a dozen seconds
_CURE = "save it again, as PNG or JPEG"


def read(source: Source) -> Document:
    """Read a picture; icons are taken to hold no text. Raises ReadError where it is damaged, too large or none."""
    size = pictures.size(source.data)
    if size is None:
        raise ReadError(source.path, f"this is no image, or of a kind that cannot be read: {_CURE}")
    if size.width * size.height > _MOST_PIXELS:
        raise ReadError(source.path, f"this image of {size.width} × {size.height} pixels is too large: scale it down")
    if not size.may_hold_text:
        return Document(source.path, "png", ())
    if not tesseract.installed():
        return Document(source.path, "png", (), unchecked=(f"text in this image is not read: {tesseract.MISSING}",))
    words = _words(source)
    unchecked = () if ocr_words.legible(words) else (f"most text in this image is not read: {ocr_words.ILLEGIBLE}",)
    return Document(source.path, "png", tuple(ocr_words.segments(words, _PLACE)), unchecked=unchecked)


def _words(source: Source) -> list[list[object]]:
    limits = in_force()
    # The child is given a little longer than tesseract, so that tesseract is the one to be stopped.
    within, function = limits.ocr_seconds + limits.seconds, "msglint.formats.pages.tesseract:recognise"
    try:
        found = contained(function, source.data, limits, within, seconds=limits.ocr_seconds)
    except (RefusedError, ContainmentError) as error:
        raise ReadError(source.path, f"OCR of this image failed ({error}): {_CURE}") from None
    return cast("list[list[object]]", found)
