"""What `msglint glossary export` and `import` do."""

from datetime import date
from pathlib import Path
import sys
from typing import Any

from msglint.agreement.draft import Draft
from msglint.agreement.edit import edit
from msglint.agreement.lock import locked
from msglint.agreement.outcome import Outcome
from msglint.cli._cache_folder import cache_folder
from msglint.cli._editing import tell_of
from msglint.cli._output import put, tell, write_bytes
from msglint.cli._settings import glossary_of, glossary_path, settings_of
from msglint.errors import ConfigError, Problem, ReadError
from msglint.exchange.choosing import format_of
from msglint.exchange.incoming import Incoming
from msglint.exchange.merging.fresh import file_of
from msglint.exchange.merging.merge import OnConflict, defaults_of, merge
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.text.counting import entries_counted
from msglint.text.showing import shown
from msglint.uncollected import uncollected
from msglint.writing import create_file

_CONFLICTS = 1


def export(file: str, format: str | None, glossary: str | None, config: str | None) -> None:
    """Write the glossary in another format; tell what that cannot hold. Raises ConfigError and GlossaryError."""
    module = format_of(file, format)
    with uncollected():
        loaded = glossary_of(settings_of(config, glossary))
        made = module.write(loaded)
    _write(file, made.data)
    for said in made.left_out:
        tell(f"left out: {said}")
    if file != "-":
        tell(f"{entries_counted(len(loaded.entries))} written to {shown(file)}")


def template(file: str, format: str | None) -> None:
    """Write an empty file to fill in. Raises ConfigError where one is there already."""
    module: Any = format_of(file, format)
    if not hasattr(module, "template"):
        raise ConfigError(Problem(file, "people fill in .xlsx or .csv files: name one of those"))
    if file != "-" and Path(file).exists():
        raise ConfigError(Problem(file, "is there already, and may be filled in: name another file"))
    _write(file, module.template())


def import_(
    file: str, format: str | None, language: str | None, into: str | None, config: str | None, dry_run: bool,
    on_conflict: str,
) -> int:  # fmt: skip
    """Merge a file into the glossary, or make one of it. The exit status; raises MsglintError."""
    if into and not Path(into).exists():
        _begin(_read(file, format, language, Defaults()), into, dry_run)
        return 0
    path = glossary_path(settings_of(config, into))
    home = cache_folder()
    conflicts: list[str] = []

    def verb(draft: Draft) -> Outcome:
        incoming = _read(file, format, language, defaults_of(draft))
        return merge(draft, incoming, OnConflict(on_conflict), conflicts)

    with locked(path, home / "locks" if home and not dry_run else None):
        edited = edit(path, verb, date.today())
        if not dry_run:
            edited.write()
    if dry_run:
        put(edited.difference())
    put("".join(f"{conflict}\n" for conflict in conflicts))
    tell_of(edited, dry_run)
    if conflicts and on_conflict == OnConflict.SHOW:
        tell("--on-conflict ours keeps what is here, --on-conflict theirs takes what is in the file")
    return _CONFLICTS if conflicts else 0


def _begin(incoming: Incoming, into: str, dry_run: bool) -> None:
    data = file_of(incoming, shown(into))
    if dry_run:
        put(data.decode("utf-8"))
    else:
        create_file(shown(into), into, data)
    for warning in incoming.warnings:
        tell(warning)
    later = "; nothing is written yet (--dry-run)" if dry_run else ""
    tell(f"{entries_counted(len(incoming.glossary.entries))} in the new glossary {shown(into)}{later}")


def _read(file: str, format: str | None, language: str | None, defaults: Defaults) -> Incoming:
    module: Any = format_of(file, format)
    name = "<stdin>" if file == "-" else shown(file)
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise ReadError(name, f"cannot be read: {error.strerror}") from error
    with uncollected():
        incoming: Incoming = module.read(Arriving(name, data, language, defaults))
    return incoming


def _write(file: str, data: bytes) -> None:
    if file == "-":
        sys.stdout.buffer.write(data)
    else:
        write_bytes(file, data)
