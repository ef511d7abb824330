"""`rename`: a new name from a day on; the old one is remembered, so that it can be found."""

from dataclasses import dataclass
from datetime import date, timedelta

from msglint.agreement.draft import Draft
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Data, Fields, listed, mapped, placed
from msglint.agreement.windows import Asked, repriced
from msglint.glossary.in_words import joined
from msglint.glossary.in_words import price as price_in_words
from msglint.model.glossary import Entry, LabelKind, Status

_DAY = timedelta(days=1)
_NAMES = ("term", "id", "type", "status", "language", "valid_from", "valid_through")
_ONE_BY_ONE = "rename it without --price, then `msglint reprice` those that change"
_REPLACED = (LabelKind.SUPERSEDED.value, LabelKind.ADMITTED.value, LabelKind.HIDDEN.value)


@dataclass(frozen=True, slots=True)
class Rename:
    """What is asked for: the new name, its first day, and what is known of the old one."""

    new: str
    on: date
    price: Asked | None = None
    why: str | None = None
    grace: str | None = None


def rename(draft: Draft, old: str, asked: Rename) -> Outcome:
    """Have the entry of that name be called otherwise. Raises RefusedError and GlossaryError."""
    entry = draft.names.entry(old)
    former = entry.preferred.text
    if former == asked.new:
        raise RefusedError(f"“{former}” is its name already")
    if entry.status is Status.RETIRED:
        raise RefusedError(f"“{former}” is retired; nothing is called by its name any more")
    proposals = _taken(draft, entry, asked.new)
    fields = _renamed(entry, draft.fields(entry), asked)
    said = ""
    if asked.price:
        change = repriced(entry, fields, asked.price, asked.on, _ONE_BY_ONE)
        fields, said = change.fields, f" and costs {change.said}"
    warnings = []
    for proposal in proposals:
        fields = _with_proposed(fields, draft.fields(proposal))
        draft.remove(proposal)
        said += "; the proposal of that name is taken up in it"
        if proposal.prices and not asked.price:
            prices = joined([price_in_words(price) for price in proposal.prices])
            warnings.append(f"the proposal's price, {prices}, is not taken over: `msglint reprice` sets one")
    draft.put(entry, fields)
    done = f"“{former}” is “{asked.new}” from {asked.on} on{said} ({entry.origin.path}, line {entry.origin.line})"
    return Outcome(done, (entry.id,), tuple(warnings))


def _taken(draft: Draft, entry: Entry, new: str) -> list[Entry]:
    """The proposals of that name that the rename takes up. Raises RefusedError where the name is somebody else's."""
    others = [other for other in draft.names.having(new) if other.id != entry.id]
    for other in others:
        if other.status is not Status.PROPOSED or other.preferred.text.casefold() != new.casefold():
            raise RefusedError(
                f"“{new}” is a name of “{other.preferred.text}” already ({other.origin.path}, line "
                f"{other.origin.line}): take it out there, or choose another"
            )
    if any(label.text == new and label.kind is LabelKind.DEPRECATED for label in entry.labels):
        raise RefusedError(f"“{new}” is a name never to be said (`deprecated`): take it out there first")
    return others


def _with_proposed(fields: Fields, proposal: Fields) -> Fields:
    """The entry's data with what a proposal says of meaning, where the entry says nothing; both notes."""
    found = dict(fields)
    for key in ("definition", "first_use", "facts", "scope"):
        if key in proposal and key not in found:
            found[key] = proposal[key]
    notes = [str(each["note"]) for each in (fields, proposal) if "note" in each]
    return {**found, "note": " ".join(notes)} if notes else found


def _renamed(entry: Entry, fields: Fields, asked: Rename) -> Fields:
    """The entry's data with the new name, its day, and the old one among those that are superseded."""
    fields = _without(fields, asked.new)
    fields = {key: asked.new if key == "term" else value for key, value in fields.items()}
    if "id" not in fields:
        fields = placed(fields, "id", entry.id, ("term",))
    superseded = [_ended(entry, item, asked.on) for item in listed(fields.get("superseded"))]
    old: Fields = {"term": entry.preferred.text, "until": (asked.on - _DAY).isoformat()}
    old |= {"grace": asked.grace} if asked.grace else {}
    old |= {"why": asked.why} if asked.why else {}
    names = (*_NAMES, "superseded")
    fields = placed(fields, "valid_from", asked.on.isoformat(), _NAMES)
    return placed(fields, "superseded", [*superseded, old], names)


def _without(fields: Fields, name: str) -> Fields:
    """The fields without a label that becomes the preferred one (again)."""
    found: Fields = {}
    for key, value in fields.items():
        kept = [item for item in listed(value) if mapped(item).get("term") != name] if key in _REPLACED else []
        if key not in _REPLACED or len(kept) == len(listed(value)):
            found[key] = value
        elif kept:
            found[key] = kept
    return found


def _ended(entry: Entry, item: Data, on: date) -> Data:
    """A former name keeps its last day, though only the entry's first day told it; it never outlives the old name."""
    last = (on - _DAY).isoformat()
    if isinstance(item, dict) and "until" in item:
        return item if str(item["until"]) <= last else {**item, "until": last}
    if entry.valid_from is None:
        return item
    return {**mapped(item), "until": min((entry.valid_from - _DAY).isoformat(), last)}
