"""Plain text: paragraphs, list items, lines of a call script."""

from msglint.formats import paragraphs, placeholders
from msglint.formats.decoding import decode
from msglint.formats.values import front_matter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.readers import Source
from msglint.text.skim import Skim

_WORD = lazy_pattern(r"[^\W\d_]{2}")  # more than the letter or number of a list's item
SUFFIXES = (".text", ".txt")


def read(source: Source) -> Document:
    """Read plain text. Raises ReadError where its encoding cannot be told."""
    text = decode(source.path, source.data).text
    masked = placeholders.masked(text)
    front = front_matter.read(text, masked)
    segments = (*front.segments, *paragraphs.segments(masked, paragraphs.lines(masked, front.end)))
    return Document(source.path, "txt", segments, {"": text}, front.metadata)


def skim(source: Source) -> Skim:
    """Its words as they stand. Raises ReadError as `read`."""
    text = placeholders.masked(decode(source.path, source.data).text)
    return Skim(text, text, prose=not text.startswith(("---", "+++")) and _WORD.search(text) is not None)
