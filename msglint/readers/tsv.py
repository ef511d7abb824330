"""Tab-separated values."""

from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.values import delimited
from msglint.model.document import Document
from msglint.readers import Source

SUFFIXES = (".tsv", ".tab")


def read(source: Source) -> Document:
    """Read a table's cells. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    segments = tuple(delimited.segments(text, placeholders.masked(text), "	"))
    return Document(source.path, "tsv", segments, {"": text})
