"""`msglint check --watch`: check again whenever something changes, until somebody has seen enough."""

from collections.abc import Sequence
import os
from pathlib import Path
import time

from msglint.cli._checking import Options, run
from msglint.cli._output import tell
from msglint.cli._reports import Outputs
from msglint.cli._settings import settings_of
from msglint.errors import MsglintError, ProblemsError
from msglint.glossary.load import load_glossary

_PATIENCE = 200
"""Milliseconds without a change after which the watcher reports that there was none."""


def watch(paths: Sequence[str], options: Options) -> int:
    """Check, and again after each change to a document or to what they are held against. Ctrl-C ends it: exit 0."""
    from watchfiles import DefaultFilter, watch

    written = {os.path.abspath(file) for _, file in Outputs.parse(options.format, options.output).files}
    ours = DefaultFilter()
    changes = watch(
        *_watched(paths, options),
        watch_filter=lambda change, path: path not in written and ours(change, path),
        rust_timeout=_PATIENCE,
        yield_on_timeout=True,
        raise_interrupt=False,
    )
    next(changes, None)  # it watches from its first step on, and what changes during a run is to be seen
    _once(paths, options)
    for changed in changes:
        if changed:
            tell(f"--- {time.strftime('%H:%M:%S')}")
            _once(paths, options)
    return 0


def _once(paths: Sequence[str], options: Options) -> None:
    """One run; what is wrong with a glossary that is just being edited is told, and waited for to be mended."""
    try:
        run(paths, options)
    except MsglintError as error:
        for problem in error.problems if isinstance(error, ProblemsError) else [error]:
            tell(str(problem))
    if not options.quiet:
        tell("waiting for changes; Ctrl-C ends")


def _watched(paths: Sequence[str], options: Options) -> list[str]:
    """The documents, the settings, the rule packs and every file of the glossary, as far as they are there."""
    steering: list[str | None] = [options.config, options.glossary, *options.rules]
    try:
        settings = settings_of(options.config, options.glossary, options.rules)
        steering += [settings.path, settings.glossary, *settings.rules]
        steering += load_glossary(Path(settings.glossary)).files if settings.glossary else ()
    except MsglintError:  # told by the run; mended, it is found by its place
        pass
    found = {os.path.abspath(path) for path in (*paths, *steering) if path and os.path.exists(path)}
    return sorted(found)
