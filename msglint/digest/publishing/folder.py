"""The folder that is published: the page, the same as data, the sheet as a table. All of it is replaced, or nothing."""

from collections.abc import Mapping
import os
from pathlib import Path

from msglint import pages
from msglint.digest.publishing.page import OURS
from msglint.errors import ConfigError, Problem
from msglint.text.showing import shown
from msglint.writing import Replacement, replace_files

PAGE, DATA, TABLE = "index.html", "glossary.json", "today.csv"
_BEGINNING = 2048


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put these files into the folder, made where there is none. Raises ConfigError and WriteError.

    What stands there already is replaced only where the page is one of ours.
    """
    before = {name: _read(folder / name) for name in files}
    foreign = [name for name, data in before.items() if data is not None]
    if foreign and not _is_ours(before.get(PAGE)):
        message = "is there already, and not by `msglint glossary publish`: publish into a folder of its own"
        raise ConfigError([Problem(shown(folder / name), message) for name in foreign])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigError(Problem(shown(folder), f"cannot be made a folder: {error.strerror}")) from error
    places = {name: (shown(folder / name), os.fspath(folder / name)) for name in files}
    replace_files([Replacement(*places[name], before[name], data) for name, data in files.items()])


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise ConfigError(Problem(shown(file), f"cannot be read: {error.strerror}")) from error


def _is_ours(page: bytes | None) -> bool:
    beginning = (page or b"")[:_BEGINNING]
    return bool(pages.BEGINNING.match(beginning) and OURS.search(beginning))
