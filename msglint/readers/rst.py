"""reStructuredText, Sphinx's among it."""

from msglint.model.document import Document
from msglint.readers import Source
from msglint.text import front_matter, placeholders
from msglint.text.decoding import decode
from msglint.text.rst_blocks import RstBlocks

SUFFIXES = (".rst", ".rest")


def read(source: Source) -> Document:
    """Read reStructuredText. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    blocks = RstBlocks(masked, front.end)
    blocks.read()
    segments = (*front.segments, *blocks.segments)
    return Document(source.path, "rst", segments, {"": text}, {**blocks.metadata, **front.metadata})
