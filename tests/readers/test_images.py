"""Images: read by OCR where there is one, said to be unread where there is none."""

import io
import shutil

from PIL import Image, ImageDraw, ImageFont
import pytest

from msglint.errors import ReadError
from msglint.formats.pages import ocr_words, pictures
from msglint.model.document import MASK, Document
from msglint.readers import Source, format_of
from msglint.readers.png import read

needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="tesseract is not installed")


def picture(text: str = "Business Lunch for teams", kind: str = "PNG", width: int = 1600, height: int = 400) -> bytes:
    image = Image.new("RGB", (width, height), "white")
    ImageDraw.Draw(image).text((60, 120), text, fill="black", font=ImageFont.load_default(90))
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def document(data: bytes) -> Document:
    return read(Source("flyer.png", data))


@pytest.mark.parametrize("name", ["a.png", "a.JPG", "a.jpeg", "a.tif", "a.tiff", "a.webp", "a.bmp", "a.gif"])
def test_suffixes(name: str) -> None:
    assert format_of(name) == "png"


@needs_tesseract
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "BMP"])
def test_text_is_recognised(kind: str) -> None:
    found = document(picture(kind=kind))
    assert [(segment.place, segment.text) for segment in found.segments] == [("image", "Business Lunch for teams")]
    assert found.unchecked == ()


@needs_tesseract
def test_a_picture_without_text_is_nothing_to_tell() -> None:
    found = document(picture(""))
    assert (found.segments, found.unchecked) == ((), ())


def test_without_tesseract_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.formats.pages.tesseract.installed", lambda: False)
    assert document(picture()).unchecked == ("text in this image is not read: install tesseract to read it",)


def test_icons_hold_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("msglint.formats.pages.tesseract.installed", lambda: False)
    assert document(picture(width=48, height=48)).unchecked == ()


@pytest.mark.parametrize("data", [b"", b"text", b"<svg/>"])
def test_what_is_no_image_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="this is no image, or of a kind that cannot be read: save it again"):
        document(data)


@needs_tesseract
def test_a_damaged_image_is_refused() -> None:
    with pytest.raises(ReadError, match="OCR of this image failed .*: save it again, as PNG or JPEG"):
        document(picture()[:300])


def test_a_picture_of_gigapixels_is_not_even_tried() -> None:
    data = bytearray(picture())
    data[16:24] = (100_000).to_bytes(4, "big") * 2
    with pytest.raises(ReadError, match="this image of 100000 × 100000 pixels is too large: scale it down"):
        document(bytes(data))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP"])
def test_sizes_are_told_without_decoding(kind: str) -> None:
    assert pictures.size(picture(kind=kind, width=320, height=200)) == (320, 200)


@pytest.mark.parametrize("kind", ["WEBP", "TIFF"])
def test_a_picture_may_not_say_its_size(kind: str) -> None:
    assert pictures.size(picture(kind=kind)) == (0, 0)


def test_words_of_low_confidence_keep_their_neighbours_apart() -> None:
    words = [["Business", 96.0, 1, 1, 1], ["xx", 12.0, 1, 1, 1], ["Lunch", 95.0, 1, 1, 2], ["Hello", 90.0, 2, 1, 1]]
    assert [segment.text for segment in ocr_words.segments(words, "image")] == [f"Business {MASK}\nLunch", "Hello"]
    assert ocr_words.legible(words)
    assert not ocr_words.legible([*words, *[["??", 5.0, 3, 1, 1]] * 3])
