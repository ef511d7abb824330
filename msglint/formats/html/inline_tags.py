"""Inline HTML within running text: which tags join, which hide what is in them, which stand for something."""

import re

from msglint.formats.html.attributes import NAME
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK
from msglint.text.word_sets import word_sets

_NAMES = word_sets("html-names")
_OPAQUE, _STANDING = _NAMES["opaque"], _NAMES["standing"]

_CENTS = lazy_pattern(r"\d\d(?=</sup|\s*<)", re.IGNORECASE)
_AMOUNT = lazy_pattern(r"[€$£¥]\s?[\d.,]*\d$")


class InlineTags:
    """The inline tags open in one block."""

    def __init__(self) -> None:
        self._hidden: tuple[str, int] | None = None  # the outermost opaque tag, and where it began in the text
        self._raised = -1  # where a <sup> began

    def hide(self, name: str, writer: SegmentWriter) -> None:
        """From here on nothing is prose, until `show` of the same name."""
        if self._hidden is None:
            self._hidden = name, writer.length

    def show(self, name: str, writer: SegmentWriter) -> None:
        if self._hidden is not None and self._hidden[0] == name:
            self.end(writer)

    def end(self, writer: SegmentWriter) -> None:
        """The block ends, and with it whatever was left open."""
        if self._hidden is not None and writer.length > self._hidden[1]:
            writer.mask_from(self._hidden[1])
        self._hidden = None

    def tag(self, writer: SegmentWriter, source: str, start: int, end: int) -> None:
        """Take in the tag source[start:end]; comments and unknown tags join what stands around them."""
        match = NAME.match(source, start, end)
        if match is None:
            return
        written = match[1]
        name, closing = written.lower(), source[start + 1] == "/"
        if name == "br":
            writer.stand_in("\n", start, end)
        elif name in _STANDING and not closing or written[0].isupper() and source[end - 2] == "/":
            writer.stand_in(MASK, start, end)
        elif name in _OPAQUE:
            (self.show if closing else self.hide)(name, writer)
        elif name == "sup":
            self._raise(writer, source, end, closing)

    def _raise(self, writer: SegmentWriter, source: str, end: int, closing: bool) -> None:
        if closing:
            if self._raised >= 0:
                writer.mask_note_mark(self._raised)
            self._raised = -1
            return
        if _CENTS.match(source, end) and _AMOUNT.search(writer.tail(16)):
            writer.glue(".")  # "€49<sup>90</sup>" reads 49.90
        self._raised = writer.length
