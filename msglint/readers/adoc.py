"""AsciiDoc, Antora's pages among it."""

from msglint.formats import placeholders
from msglint.formats.adoc.blocks import AdocBlocks
from msglint.formats.decoding import decode
from msglint.formats.values import front_matter
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".adoc", ".asciidoc", ".asc")


def read(source: Source) -> Document:
    """Read AsciiDoc. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    blocks = AdocBlocks(masked, front.end)
    blocks.read()
    segments = (*front.segments, *blocks.segments)
    return Document(source.path, "adoc", segments, {"": text}, {**blocks.metadata, **front.metadata})
