"""reStructuredText, Sphinx's among it."""

from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.rst.blocks import RstBlocks
from msglint.formats.values import front_matter
from msglint.model.document import Document
from msglint.readers import Source

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
