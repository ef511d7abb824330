"""`retire`: an entry ends; another may take its place."""

from datetime import date, timedelta

from msglint.agreement.draft import Draft
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Data, Fields, listed, mapped, placed
from msglint.model.glossary import Entry, LabelKind

_NAMES = ("term", "id", "type", "status", "language", "valid_from")


def retire(draft: Draft, name: str, on: date, why: str | None = None, successor: str | None = None) -> Outcome:
    """End an entry the day before `on`. Raises RefusedError and GlossaryError."""
    entry = draft.names.entry(name)
    called, last = entry.preferred.text, on - timedelta(days=1)
    if entry.valid_through is not None and entry.valid_through <= last:
        raise RefusedError(f"“{called}” ended on {entry.valid_through} already")
    if entry.valid_from is not None and entry.valid_from > last:
        raise RefusedError(f"“{called}” begins on {entry.valid_from}; it cannot end on {last}, before that")
    fields = placed(draft.fields(entry), "valid_through", last.isoformat(), _NAMES)
    if why and not successor:
        note = str(fields.get("note", ""))
        fields["note"] = f"{note} {why}".strip()
    draft.put(entry, fields)
    done = f"“{called}” ends on {last} ({entry.origin.path}, line {entry.origin.line})"
    if successor is None:
        return Outcome(done, (entry.id,))
    heir = draft.names.entry(successor)
    if heir.id == entry.id:
        raise RefusedError(f"“{successor}” is “{called}” itself; name another entry as its successor")
    draft.put(heir, _inheriting(draft.fields(heir), entry, last, why))
    return Outcome(f"{done}; who says it is told to say “{heir.preferred.text}” from then on", (entry.id, heir.id))


def _inheriting(fields: Fields, entry: Entry, last: date, why: str | None) -> Fields:
    """The successor's data with the ended name, and those that had led to it, among the names that it supersedes."""
    former = [label.text for label in entry.labels if label.kind is LabelKind.SUPERSEDED]
    known = {str(mapped(item).get("term")) for item in listed(fields.get("superseded"))}
    old: list[Data] = [
        {"term": name, "until": last.isoformat(), **({"why": why} if why else {})}
        for name in (entry.preferred.text, *former)
        if name not in known
    ]
    return placed(fields, "superseded", [*listed(fields.get("superseded")), *old], (*_NAMES, "valid_through"))
