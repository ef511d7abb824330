"""The index of a glossary, kept between runs for as long as none of its files changes."""

import hashlib
import os
from pathlib import Path

from msgspec import Struct, StructMeta

from msglint import __version__
from msglint.digest.lookup.index import Index
from msglint.glossary.unchanged import is_unchanged
from msglint.keeping import keep
from msglint.model import glossary as model
from msglint.packing import pack, unpack

FILE_NAMES = "names-*.bin"
"""As `Path.glob` has them."""


class _Kept(Struct, frozen=True):
    """An index, and what the glossary was when it was made. `shape` tells the data's own classes apart."""

    shape: str
    files: tuple[str, ...]
    includes: tuple[tuple[str, str], ...]
    digest: str
    index: Index


def fetch(folder: Path | None, glossary: Path) -> Index | None:
    """The index of the glossary in that file; None where none is kept of it as it is now."""
    if folder is None:
        return None
    try:
        kept = unpack(_file(folder, glossary).read_bytes(), _Kept)
    except (OSError, ValueError):
        return None  # missing, damaged or not ours
    same = kept.shape == _shape() and is_unchanged(kept.files, kept.includes, kept.digest)
    return kept.index if same else None


def store(folder: Path | None, glossary: Path, read: model.Glossary, index: Index) -> None:
    """Keep the index of a glossary that was `read` from that file."""
    if folder is not None:
        files = tuple(os.path.abspath(file) for file in read.files)
        includes = tuple((pattern, os.path.abspath(file)) for pattern, file in read.includes)
        keep(_file(folder, glossary), pack(_Kept(_shape(), files, includes, read.digest, index)))


def _file(folder: Path, glossary: Path) -> Path:
    path = os.path.abspath(glossary).encode("utf-8", "surrogatepass")
    return folder / FILE_NAMES.replace("*", hashlib.sha256(path).hexdigest()[:32])


def _shape() -> str:
    """What the classes of a glossary and of an index hold, in this version."""
    classes = [each for each in vars(model).values() if isinstance(each, StructMeta)]
    named = [(each.__name__, each.__struct_fields__) for each in (*classes, Index)]
    return repr((__version__, named))
