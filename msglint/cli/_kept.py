"""What is kept between runs, for people: where, what, how much of it."""

from collections.abc import Iterator
import os
from pathlib import Path

from msgspec import Struct

from msglint.cli._cache_folder import cache_folder
from msglint.cli._output import put, tell
from msglint.digest.lookup import kept as names
from msglint.errors import ConfigError, Problem
from msglint.glossary import kept as glossaries
from msglint.keeping import TEMPORARY_NAMES
from msglint.rulebook import kept as rules
from msglint.running import database
from msglint.text.counting import counted


class _Kind(Struct, frozen=True):
    """Files of one kind, by their names as `Path.glob` has them."""

    name: str
    pattern: str


_KINDS = (
    _Kind("results", database.FILE_NAMES),
    _Kind("compiled rules", rules.FILE_NAMES),
    _Kind("compiled glossaries", glossaries.FILE_NAMES),
    _Kind("names to look up", names.FILE_NAMES),
)
_TEMPORARY = (database.TEMPORARY_NAMES, TEMPORARY_NAMES)
"""Files that were not written to their end."""


def kept_in(folder: Path) -> Iterator[Path]:
    """Every file in the folder that msglint keeps there."""
    for pattern in (*(kind.pattern for kind in _KINDS), *_TEMPORARY):
        yield from folder.glob(pattern)


def describe(chosen: str | None) -> None:
    """Print the folder, and of each kind how much there is. Raises ConfigError where there is no folder to be had."""
    folder = _folder(chosen)
    put(f"{folder}\n")
    for kind in _KINDS:
        files = sorted(folder.glob(kind.pattern))
        many = _results(files) if kind.name == "results" else counted(len(files), "file")
        put(f"{kind.name}: {many}, {_size(files):,.1f} MB\n")


def clear(chosen: str | None) -> None:
    """Remove it. Raises ConfigError where something cannot be removed."""
    folder = _folder(chosen)
    removed = 0
    for file in kept_in(folder):
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise ConfigError(Problem(str(file), f"cannot be removed: {error.strerror}")) from error
        removed += 1
    tell(f"{folder}: {counted(removed, 'file')} removed")


def _folder(chosen: str | None) -> Path:
    folder = cache_folder(chosen)
    if folder is None:
        raise ConfigError(Problem("--cache-dir", "there is no home folder to keep anything in: name one"))
    return folder


def _size(files: list[Path]) -> float:
    return sum(os.stat(file).st_size for file in files) / 1e6


def _results(files: list[Path]) -> str:
    counts = [database.count(file) for file in files]
    return "damaged" if None in counts else counted(sum(count or 0 for count in counts), "document")
