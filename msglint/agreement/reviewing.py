"""`review`: somebody has looked at entries and found them right as they stand."""

from collections.abc import Sequence
from datetime import date

from msglint.agreement.draft import Draft
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import placed


def review(draft: Draft, names: Sequence[str], by: str, on: date) -> Outcome:
    """Set the day of the last review, and by whom it was. Raises RefusedError and GlossaryError."""
    entries = list({entry.id: entry for entry in map(draft.names.entry, names)}.values())
    for entry in entries:
        fields = placed(draft.fields(entry), "reviewed", on.isoformat(), tuple(draft.fields(entry)))
        draft.put(entry, placed(fields, "reviewed_by", by, ("reviewed",)))
    shown = f"“{entries[0].preferred.text}”" if len(entries) == 1 else f"{len(entries)} entries"
    every = entries[0].review_every
    due = f"; next by {on + every}" if len(entries) == 1 and every else ""
    return Outcome(
        f"{shown} reviewed by {by} on {on}{due}",
        tuple(entry.id for entry in entries),
        asks_to_sign=False,
        decides=False,
    )
