"""Which documents a command reads: those below its paths, and those they are compared with."""

from collections.abc import Sequence
import os
import sys

from msgspec.structs import replace

from msglint.baseline.mark import is_baseline
from msglint.cli._reports import is_report
from msglint.engine import Standard, Verdict
from msglint.glossary.includes import JOURNAL
from msglint.readers import format_of
from msglint.sources import SourceFile, Walk, collect
from msglint.text.showing import shown, visible

_STDIN = "<stdin>"
_PICTURES = "png"
"""The reader of all kinds of pictures."""


def documents(
    paths: Sequence[str], standard: Standard, stdin_name: str | None = None, written: Sequence[str] = ()
) -> Walk:
    """The documents below these paths, standard input among them where it is asked for by “-”.

    Reports are none: neither those that earlier runs wrote, nor the files to be `written` by this one.
    """
    settings = standard.settings
    journal = os.path.splitext(standard.glossary.path)[0] + JOURNAL
    steering = (*standard.glossary.files, journal, *settings.rules, settings.path, settings.baseline)
    own = {os.path.abspath(path) for path in (*steering, *written) if path}
    files = [path for path in paths if path != "-"]
    walk = _readable(collect(files, settings.exclude, lambda path: format_of(path) is not None, own, _is_our_own))
    if "-" not in paths:
        return walk
    name = shown(stdin_name) if stdin_name else _STDIN
    if stdin_name and settings.exclude.match(os.path.abspath(stdin_name)):
        return walk
    if stdin_name and format_of(stdin_name) is None:
        return replace(walk, problems=(*walk.problems, f"{name}: no reader for such a file name"))
    if sys.stdin is None:
        return replace(walk, problems=(*walk.problems, f"{name}: standard input is closed"))
    return walk.and_input(SourceFile(name, named=True, data=sys.stdin.buffer.read()))


def _readable(walk: Walk) -> Walk:
    """Without the pictures that were met in folders where nothing is installed to read them.

    A website has hundreds; a finding for each (READ002) would bury all others. They are counted instead.
    """
    pictures = [file for file in walk.files if not file.named and format_of(file.path) == _PICTURES]
    if not pictures:
        return walk
    from msglint.formats.pages import tesseract

    return walk if tesseract.installed() else walk.without(pictures)


def _is_our_own(file: str) -> bool:
    """Whether msglint itself wrote a file: it repeats what is stale elsewhere."""
    return is_report(file) or is_baseline(file)


def context_of(paths: Sequence[str], standard: Standard, walk: Walk) -> Walk:
    """The documents to compare with: those below `paths` that are not themselves checked."""
    if not paths:
        return Walk(())
    found = documents(paths, standard)
    checked = {file.path for file in walk.files}
    return replace(found, files=tuple(file for file in found.files if file.path not in checked))


def named_but_unreadable(walk: Walk, verdicts: Sequence[Verdict]) -> list[str]:
    """What was named by the user and cannot be read: met in a folder, it is a finding and no more."""
    named = {file.path for file in walk.files if file.named}
    return [
        f"{visible(verdict.path)}: could not be read"
        for verdict in verdicts
        if verdict.unreadable and verdict.path in named
    ]
