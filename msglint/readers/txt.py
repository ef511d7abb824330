"""Plain text: paragraphs, list items, lines of a call script."""

from msglint.formats import paragraphs, placeholders
from msglint.formats.decoding import decode
from msglint.formats.values import front_matter
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".text", ".txt")


def read(source: Source) -> Document:
    """Read plain text. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    segments = (*front.segments, *paragraphs.segments(masked, paragraphs.lines(masked, front.end)))
    return Document(source.path, "txt", segments, {"": text}, front.metadata)
