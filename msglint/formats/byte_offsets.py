"""UTF-8 byte offsets -> code points, for parsers that count in bytes."""

from bisect import bisect_left
from collections.abc import Callable

from msglint.lazy_pattern import lazy_pattern

_WIDE = lazy_pattern(r"[^\x00-\x7f]")


def code_points(text: str) -> Callable[[int], int]:
    """A function from an offset into text.encode() to one into text. The offset must begin a character."""
    if text.isascii():
        return lambda offset: offset
    ends: list[int] = []  # byte offset after each wide character, which begins at byte `position + extra`
    surplus = [0]
    extra = 0
    for match in _WIDE.finditer(text):
        width = 2 if match[0] < "\u0800" else 3 if match[0] < "\U00010000" else 4
        ends.append(match.start() + extra + width)
        extra += width - 1
        surplus.append(extra)

    def convert(offset: int) -> int:
        return offset - surplus[bisect_left(ends, offset + 1)]

    return convert
