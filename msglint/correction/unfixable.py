"""What cannot be corrected where it is, and the file to correct instead."""

from collections.abc import Iterable
from itertools import islice
import os

from msglint import registry
from msglint.engine import Verdict
from msglint.model.document import Document
from msglint.readers import format_of
from msglint.sources import SourceFile
from msglint.text.showing import shown

_FIXERS = "msglint.fixers"
_Folders = dict[str, dict[str, list[str]]]
"""The names in each folder looked into, by their stems."""

_MOST_NAMED = 3
"""More would not be a hint but a list."""


def is_corrected(path: str) -> bool:
    """Whether files of that name can be corrected where they are."""
    return format_of(path) in registry.names(_FIXERS)


def why_not(document: Document, file: SourceFile) -> str | None:
    """Why documents of that format are reported only; None where there is a fixer for them."""
    if document.format in registry.names(_FIXERS):
        return None
    sources = _sources_beside(file, {})
    what = f"{document.format} files are not corrected"
    if sources:
        return f"{what}: correct {' or '.join(sources)} beside it and export it again"
    return f"{what}: correct the file it was made from and export it again"


def made_from(verdicts: Iterable[Verdict], files: Iterable[SourceFile]) -> dict[str, tuple[str, ...]]:
    """By path, the files to correct in the stead of those that are only reported and have a correction."""
    named = {file.path: file for file in files}
    folders: _Folders = {}
    found = {}
    for verdict in verdicts:
        if verdict.path not in named or is_corrected(verdict.path):
            continue
        if any(finding.suggestion is not None for finding in verdict.findings):
            found[verdict.path] = tuple(_sources_beside(named[verdict.path], folders))
    return {path: sources for path, sources in found.items() if sources}


def _sources_beside(file: SourceFile, folders: _Folders) -> list[str]:
    """Files in the same folder with the same stem that can be corrected, the first few of them."""
    if file.data is not None or file.file is None:
        return []
    folder, name = os.path.split(file.file)
    if folder not in folders:
        folders[folder] = _by_stem(folder)
    sources = (name for name in folders[folder].get(_stem(name), ()) if is_corrected(name))
    return [shown(os.path.join(folder, source)) for source in islice(sources, _MOST_NAMED)]


def _by_stem(folder: str) -> dict[str, list[str]]:
    try:
        names = sorted(os.listdir(folder or "."))
    except OSError:
        return {}
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_stem(name), []).append(name)
    return found


def _stem(name: str) -> str:
    return os.path.splitext(name)[0].casefold()
