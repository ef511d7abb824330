"""Where a text stands in another one."""

from collections.abc import Iterator


def occurrences(part: str, text: str) -> Iterator[int]:
    """Where each occurrence begins, overlapping ones too."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)
