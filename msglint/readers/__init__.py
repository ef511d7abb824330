"""Readers: bytes -> Document. One file format, one module, named after the format's main suffix.

A reader module holds

    SUFFIXES: tuple[str, ...]                      lower case, with the dot; the module's own name is implied
    def read(source: Source) -> Document           raises ReadError with a reason a person can act on

and imports third-party libraries inside its functions, so that looking for a reader costs nothing. It knows nothing of
the glossary. A new format is one new file here.
"""

from functools import cache
import os
from types import ModuleType

from msgspec import Struct
from msgspec.structs import replace

from msglint import registry
from msglint.errors import ReadError
from msglint.model.document import Document
from msglint.text.dates import day_in_name

_DEEPEST = 8
"""Files attached in files: a forwarded forward of a mail has four."""


class Source(Struct, frozen=True):
    """Bytes to read and what they are called: `path` as shown to people (relative, forward slashes).

    depth  how many files it is attached in: 0 for a file of its own, 1 for a mail's attachment
    """

    path: str
    data: bytes
    depth: int = 0


@cache
def _by_suffix() -> dict[str, str]:
    return {
        suffix: name
        for name in registry.names(__name__)
        for suffix in (f".{name}", *registry.load(__name__, name).SUFFIXES)
    }


def format_of(path: str) -> str | None:
    """The reader for a file of that name; None where there is none."""
    stem, dot, suffix = os.path.basename(path).rpartition(".")  # as PurePath.suffix has it, in a tenth of the time
    return _reader_of(dot + suffix.lower()) if stem and suffix else None


@cache
def _reader_of(suffix: str) -> str | None:
    if suffix[1:] in registry.names(__name__):  # the common case imports no other reader
        return suffix[1:]
    return _by_suffix().get(suffix)


def read(source: Source, format: str | None = None) -> Document:
    """Read a document with the reader of that format (default: by its suffix, else plain text).

    A day in the file's name ("2017-06-06-post.md") becomes metadata["date"] where the document bears none itself.
    Raises ReadError where the bytes cannot be read as that format.
    """
    module: ModuleType = registry.load(__name__, format or format_of(source.path) or "txt")
    document: Document = module.read(source)
    if not source.data and not document.texts:  # no office program, and no camera, writes a file of nothing
        raise ReadError(source.path, "the file is empty (0 bytes): save or fetch it again")
    return dated(document)


def dated(document: Document) -> Document:
    """The same with the day in the file's name as its own, where it bears none itself."""
    if "date" not in document.metadata and (day := day_in_name(document.path)):
        return replace(document, metadata={**document.metadata, "date": day})
    return document


def read_attached(source: Source, name: str, data: bytes) -> Document | None:
    """Read what `source` holds under that file name; None where no reader knows such a name.

    Raises ReadError where it cannot be read, or files are attached in files in files without end.
    """
    format = format_of(name)
    if format is None:
        return None
    if source.depth >= _DEEPEST:
        raise ReadError(name, f"it is attached in {_DEEPEST} files, each in the next: save it as a file of its own")
    return read(Source(name, data, source.depth + 1), format)
