"""`rename`: a new name from a day on; the old one is remembered, so that it can be found."""

from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from msglint.agreement.draft import Draft
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Data, Fields, listed, mapped, placed
from msglint.agreement.windows import Asked, repriced
from msglint.glossary.in_words import joined, quoted
from msglint.glossary.in_words import price as price_in_words
from msglint.model.glossary import Entry, Label, LabelKind, Status

_DAY = timedelta(days=1)
_NAMES = ("term", "id", "type", "status", "language", "valid_from", "valid_through")
_ONE_BY_ONE = "rename it without --price, then `msglint reprice` those that change"
_REPLACED = (LabelKind.SUPERSEDED.value, LabelKind.ADMITTED.value, LabelKind.HIDDEN.value)


class Rename(Struct, frozen=True):
    """What is asked for on which day (`today`): the new name, its first day, and what is known of the old one."""

    new: str
    on: date
    today: date
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
    if _never_held(entry, asked) and not _former(entry):  # it begins on its day, by whatever name
        asked = replace(asked, on=entry.valid_from or asked.on)
    fields = _renamed(entry, draft.fields(entry), asked)
    said = ""
    if asked.price:
        change = repriced(entry, fields, asked.price, asked.on, _ONE_BY_ONE)
        fields, said = change.fields, f" and costs {change.said}"
    warnings = []
    if given_up := _given_up(entry, asked):
        warnings.append(
            f"{quoted(given_up)}, given up on no known day, goes to the names never to be said (deprecated)"
        )
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


def _never_held(entry: Entry, asked: Rename) -> bool:
    """Whether the old name was only planned, and the new one takes its place before it is said to anybody."""
    return entry.valid_from is not None and asked.today < entry.valid_from >= asked.on


def _former(entry: Entry) -> list[Label]:
    return [label for label in entry.labels if label.kind is LabelKind.SUPERSEDED]


def _given_up(entry: Entry, asked: Rename) -> list[str]:
    """Former names without any day, which would be right again until the day of a rename that lies ahead."""
    if entry.valid_from is not None or asked.on <= asked.today:
        return []
    return [label.text for label in _former(entry) if label.until is None and label.text != asked.new]


def _renamed(entry: Entry, fields: Fields, asked: Rename) -> Fields:
    """The entry's data with the new name, its day, and the old one among those that are superseded."""
    fields = _without(fields, asked.new)
    fields = {key: asked.new if key == "term" else value for key, value in fields.items()}
    if "id" not in fields:
        fields = placed(fields, "id", entry.id, ("term",))
    former, given_up = listed(fields.get("superseded")), _given_up(entry, asked)
    superseded = [_ended(entry, item, asked.on) for item in former if mapped(item)["term"] not in given_up]
    never = [item for item in former if mapped(item)["term"] in given_up]
    names = (*_NAMES, "superseded")
    fields = placed(fields, "valid_from", asked.on.isoformat(), _NAMES)
    if _never_held(entry, asked):
        fields = placed(fields, "superseded", superseded, names) if superseded else fields
        return placed(fields, "hidden", [*listed(fields.get("hidden")), entry.preferred.text], names)
    fields = placed(fields, "superseded", [*superseded, _old(entry, asked)], names)
    return placed(fields, "deprecated", [*listed(fields.get("deprecated")), *never], names) if never else fields


def _old(entry: Entry, asked: Rename) -> Fields:
    """The old name's data. One whose first day lies ahead must not be said before, whatever comes after it."""
    ahead = entry.valid_from is not None and asked.today < entry.valid_from
    old: Fields = {"term": entry.preferred.text}
    old |= {"valid_from": entry.valid_from.isoformat()} if entry.valid_from and ahead else {}
    old |= {"until": (asked.on - _DAY).isoformat()}
    old |= {"grace": asked.grace} if asked.grace else {}
    return old | ({"why": asked.why} if asked.why else {})


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
