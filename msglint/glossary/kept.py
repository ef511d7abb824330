"""A glossary compiled for matching, kept between runs for as long as none of its files changes."""

import gc
import hashlib
import os
from pathlib import Path
import sys

from msgspec import Struct, StructMeta

from msglint import __version__
from msglint.glossary import lexicon as compiling
from msglint.glossary.lexicon import Lexicon
from msglint.glossary.unchanged import is_unchanged
from msglint.keeping import keep
from msglint.model import glossary as model
from msglint.model.glossary import Glossary
from msglint.packing import pack, unpack
from msglint.uncollected import uncollected

FILE_NAMES = "glossary-*.bin"
"""As `Path.glob` has them."""


class _Kept(Struct, frozen=True):
    """A glossary and what was compiled from it, together, since they share their entries.

    shape   tells the data's own classes apart
    files, includes  absolute, whatever folder they are asked for from
    packed  the two of them; only unpacked where the files are what they were
    """

    shape: str
    files: tuple[str, ...]
    includes: tuple[tuple[str, str], ...]
    digest: str
    packed: bytes


def fetch(folder: Path | None, path: Path) -> tuple[Glossary, Lexicon] | None:
    """The glossary of that file and its lexicon; None where they are not kept as they would be read now."""
    if folder is None:
        return None
    try:
        kept = unpack(_file(folder, path).read_bytes(), _Kept)
        if kept.shape != _shape() or not is_unchanged(kept.files, kept.includes, kept.digest):
            return None
        with uncollected():
            lexicon = unpack(kept.packed, Lexicon)
            gc.freeze()  # a large glossary is no garbage for as long as the run lasts
    except (OSError, ValueError):
        return None  # missing, damaged or not ours
    return lexicon.glossary, lexicon


def store(folder: Path | None, path: Path, glossary: Glossary, lexicon: Lexicon) -> None:
    """Keep what was read from that file, as it was named, and compiled."""
    if folder is not None:
        files = tuple(os.path.abspath(file) for file in glossary.files)
        includes = tuple((pattern, os.path.abspath(file)) for pattern, file in glossary.includes)
        packed = pack(lexicon)
        keep(_file(folder, path), pack(_Kept(_shape(), files, includes, glossary.digest, packed)))


def _file(folder: Path, path: Path) -> Path:
    """By where the glossary is and by what it is called: places in it are shown under that name."""
    named = "\0".join((os.path.abspath(path), path.as_posix())).encode("utf-8", "surrogatepass")
    return folder / FILE_NAMES.replace("*", hashlib.sha256(named).hexdigest()[:32])


def _shape() -> str:
    """What the classes of a glossary and of a lexicon hold, in this version, on such a machine."""
    found = [each for module in (model, compiling) for each in vars(module).values()]
    classes = [each for each in found if isinstance(each, StructMeta)]
    return repr((__version__, sys.byteorder, [(each.__name__, each.__struct_fields__) for each in classes]))
