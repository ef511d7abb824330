"""A run of a verb that writes the glossary."""

from collections.abc import Callable
from datetime import date

from msglint.agreement.draft import Draft
from msglint.agreement.edit import Edited, edit
from msglint.agreement.lock import locked
from msglint.agreement.outcome import Outcome
from msglint.cli._cache_folder import cache_folder
from msglint.cli._output import put, tell
from msglint.cli._settings import glossary_path, settings_of


def run(
    verb: Callable[[Draft], Outcome], glossary: str | None, config: str | None, dry_run: bool, as_of: date | None = None
) -> None:
    """Do a verb and write, or only show, what it changes; tell what was done and what is to do next."""
    path = glossary_path(settings_of(config, glossary))
    home = cache_folder()
    with locked(path, home / "locks" if home and not dry_run else None):
        edited = edit(path, verb, as_of or date.today())
        if not dry_run:
            edited.write()
    if dry_run:
        put(edited.difference())
    tell_of(edited, dry_run)


def tell_of(edited: Edited, dry_run: bool) -> None:
    """Tell what was done, what to look at again, what is to do next."""
    tell(edited.outcome.done + ("; nothing is written yet (--dry-run)" if dry_run else ""))
    for warning in edited.outcome.warnings:
        tell(warning)
    for trouble in edited.troubles:
        tell(
            f"{trouble.origin.path}:{trouble.origin.line}: with that the glossary contradicts itself: {trouble.problem}"
        )
    if edited.next:
        tell(f"next: {edited.next}")
