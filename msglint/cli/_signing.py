"""A run of `msglint sign`."""

from collections.abc import Sequence
from datetime import date
import sys

import click

from msglint.agreement.draft import Draft
from msglint.agreement.outcome import Outcome
from msglint.agreement.signing import owed_by, sign, team_of
from msglint.cli import _editing
from msglint.cli._output import tell
from msglint.model.glossary import Entry, Status
from msglint.text.counting import entries_counted

_NOT_CONFIRMED = 1


def run(
    names: Sequence[str], team: str, by: str, everything: bool, on: date, dry_run: bool,
    glossary: str | None, config: str | None,
) -> None:  # fmt: skip
    """Sign the named entries, or all that the team owes; of those, only what is confirmed."""

    def verb(draft: Draft) -> Outcome:
        signing = team_of(draft.glossary, team)
        entries = [draft.names.entry(name) for name in names] or owed_by(draft.glossary, signing, on)
        if not entries:
            return Outcome(f"there is nothing that {signing} has yet to sign", (), asks_to_sign=False)
        if not (names or everything or dry_run):
            _confirm(entries, signing)
        return sign(draft, list({entry.id: entry for entry in entries}.values()), signing, by, on)

    _editing.run(verb, glossary, config, dry_run, on)


def _confirm(entries: Sequence[Entry], team: str) -> None:
    """List what would be signed, and ask. Exits where the answer is no, or there is nobody to ask."""
    for entry in entries:
        proposed = ", proposed" if entry.status is Status.PROPOSED else ""
        tell(f"“{entry.preferred.text}” ({entry.origin.path}, line {entry.origin.line}{proposed})")
    if sys.stdin is None or not sys.stdin.isatty():
        tell(
            f"{team} would sign {entries_counted(len(entries))}; nothing is signed yet: add --yes, or name the entries"
        )
        click.get_current_context().exit(_NOT_CONFIRMED)
    if not click.confirm(f"Does {team} agree to {entries_counted(len(entries))} as they stand?", err=True):
        tell("nothing is signed")
        click.get_current_context().exit(_NOT_CONFIRMED)
