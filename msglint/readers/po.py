"""Message catalogues (gettext PO and POT): the translations, and the messages themselves where there are none."""

from collections.abc import Iterator
import re

from msglint.errors import ReadError
from msglint.formats import placeholders
from msglint.formats.decoding import decode
from msglint.formats.values import catalogue, values
from msglint.formats.values.catalogue import CatalogueError, Entry
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Segment
from msglint.readers import Source

SUFFIXES = (".po", ".pot")

_LANGUAGE = lazy_pattern(r"^Language:[ \t]*([A-Za-z]{2,3}(?:[_-]\w{2,8}){0,2})[ \t]*$", re.MULTILINE)


def read(source: Source) -> Document:
    """Read a catalogue. Raises ReadError where its encoding cannot be told or it is no catalogue."""
    text = decode(source.path, source.data).text
    try:
        found = list(catalogue.entries(text))
    except CatalogueError as error:
        raise ReadError(source.path, f"this is not a valid message catalogue: {error}") from None
    segments = tuple(_segments(placeholders.masked(text), found))
    return Document(source.path, "po", segments, {"": text}, _metadata(text, found))


def _segments(masked: str, found: list[Entry]) -> Iterator[Segment]:
    for entry in found:
        if not entry.is_header():
            for spans in entry.shown():
                yield from values.segments(catalogue.content(masked, spans))


def _metadata(text: str, found: list[Entry]) -> dict[str, str]:
    for entry in found:
        if entry.is_header():
            match = _LANGUAGE.search(catalogue.content(text, entry.strings.get("msgstr", [])).text)
            return {"language": match[1].replace("_", "-")} if match else {}
    return {}
