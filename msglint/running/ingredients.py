"""What a verdict depends on besides the file: as bytes that differ whenever any of it does."""

from collections.abc import Iterator
import hashlib
import os
from pathlib import Path
import sys

from msglint import __version__
from msglint.engine import Standard

_PACKAGE = str(Path(__file__).parents[1])
_LIBRARIES = ("site-packages", "dist-packages")
_INSTALLED = (".dist-info", ".egg-info")
_SPEAKING = ("MSGLINT_", "TESSDATA_PREFIX")
"""How the environment variables begin that limit or steer reading."""


def ingredients(standard: Standard) -> bytes:
    """16 bytes that stand for glossary, rules, settings, options, day, msglint itself and what it reads files with."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (*_of_standard(standard), *_of_program(), *_of_environment(standard.settings.model)):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return digest.digest()


def _of_standard(standard: Standard) -> Iterator[str]:
    glossary, settings = standard.glossary, standard.settings
    yield repr((glossary.digest, glossary.path, glossary.files))
    for rule in standard.rules.values():
        yield repr(rule)
    yield repr((standard.given, standard.resting, sorted(standard.names.items()), standard.min_certainty))
    yield repr((settings.documents, settings.per_file_ignores, settings.dated_documents, settings.model))


def _of_program() -> Iterator[str]:
    """msglint as it lies on the disk, since a checkout changes without a new version, and all that is installed."""
    yield f"{__version__} {sys.version}"
    yield from sorted(_stamps(_PACKAGE))
    for path in sys.path:
        if os.path.basename(path) in _LIBRARIES and os.path.isdir(path):
            yield " ".join(sorted(name for name in os.listdir(path) if name.endswith(_INSTALLED)))


def _stamps(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _stamps(entry.path) if entry.name != "__pycache__" else ()
        else:
            found = entry.stat()
            yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


def _of_environment(model: str | None) -> Iterator[str]:
    """Limits, OCR, and a spaCy pipeline that is a folder: one that is installed is told by its version."""
    import shutil

    yield repr(sorted(item for item in os.environ.items() if item[0].startswith(_SPEAKING)))
    for path in (shutil.which("tesseract"), model and os.path.join(model, "meta.json")):
        if path and os.path.exists(path):
            found = os.stat(path)
            yield f"{path} {found.st_size} {found.st_mtime_ns}"
