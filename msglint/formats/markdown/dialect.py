"""Which Markdown is read: CommonMark with what GitHub adds to it."""

from functools import cache
from typing import Any


@cache
def options() -> Any:
    """The parser's options."""
    import pyromark

    flags = pyromark.Options
    return (
        flags.ENABLE_TABLES | flags.ENABLE_FOOTNOTES | flags.ENABLE_STRIKETHROUGH
        | flags.ENABLE_TASKLISTS | flags.ENABLE_GFM | flags.ENABLE_HEADING_ATTRIBUTES
    )  # fmt: skip
