"""What the first bytes of a picture tell: that it is one, and how large, without decoding it."""

import re
from typing import NamedTuple

from msglint.lazy_pattern import lazy_pattern

_LEAST_AREA = 64 * 64  # icons
_LEAST_SIDE = 12  # pixels: lines, shadows, tracking pixels; no letters that people read are smaller

# ITU-T T.81, B.1.1.3: the markers that begin a JPEG's frame, and hold its height and width.
_JPEG_FRAME = lazy_pattern(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..(.)(..)(..)", re.DOTALL)
_JPEG_MARKER = lazy_pattern(rb"\xff+([^\x00\xff])(..)", re.DOTALL)
_JPEG_START = b"\xff\xd8"


class Size(NamedTuple):
    """In pixels; (0, 0) where the picture does not say so near its begin."""

    width: int
    height: int

    @property
    def may_hold_text(self) -> bool:
        return self == (0, 0) or (min(self) >= _LEAST_SIDE and self.width * self.height > _LEAST_AREA)


def size(data: bytes) -> Size | None:
    """How large the picture is; None where this is no picture of a kind that is known."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):  # https://www.w3.org/TR/png-3/#11IHDR
        return _size(data, 16, 4, "big")
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _size(data, 6, 2, "little")
    if data.startswith(b"BM"):  # BITMAPINFOHEADER; the height of a picture stored from top to bottom is negative
        found = _size(data, 18, 4, "little")
        return Size(found.width, min(found.height, (1 << 32) - found.height))
    if data.startswith(_JPEG_START):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP" or data.startswith((b"II*\x00", b"MM\x00*")):
        return Size(0, 0)
    return None


def _size(data: bytes, at: int, width: int, order: str) -> Size:
    numbers = (data[at : at + width], data[at + width : at + 2 * width])
    one, other = (int.from_bytes(number, "big" if order == "big" else "little") for number in numbers)
    return Size(one, other)


def _jpeg(data: bytes) -> Size:
    at = len(_JPEG_START)
    while marker := _JPEG_MARKER.match(data, at):
        if frame := _JPEG_FRAME.match(data, at):
            return Size(int.from_bytes(frame[3], "big"), int.from_bytes(frame[2], "big"))
        at = marker.end() - 2 + max(int.from_bytes(marker[2], "big"), 2)
    return Size(0, 0)
