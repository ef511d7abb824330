"""Inline HTML within running text: which tags join, which hide what is in them, which stand for something."""

from msglint.model.document import MASK
from msglint.text.attributes import NAME
from msglint.text.pieces import SegmentWriter

OPAQUE = frozenset("code kbd samp tt math del s strike script style".split())
"""Inline tags whose inside is no prose, or struck out and so no longer said."""

STANDING = frozenset("img input svg picture video audio canvas object embed iframe select progress meter".split())
"""Inline tags that show something which is no text."""


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
        elif name in STANDING and not closing or written[0].isupper() and source[end - 2] == "/":
            writer.stand_in(MASK, start, end)
        elif name in OPAQUE:
            (self.show if closing else self.hide)(name, writer)
        elif name == "sup":
            if closing and self._raised >= 0:
                writer.mask_note_mark(self._raised)
            self._raised = -1 if closing else writer.length
