"""Offers that contradict what they are about."""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.health import Trouble, where
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Glossary, LabelKind

_NEAR = 75.0
"""From this ratio of common letters (0–100) on, a name may be the one that was meant; it is only offered."""


def offer_troubles(glossary: Glossary, as_of: date) -> Iterator[Trouble]:
    """Entries whose `item` names nothing, or that reach beyond their item's life."""
    about = [entry for entry in glossary.entries if entry.item is not None]
    if not about:
        return
    by_label: dict[str, Entry] = {}
    for entry in glossary.entries:
        for label in entry.labels:
            # A current name says which entry is meant before a former one does.
            if label.kind.current:
                by_label[_folded(label.text)] = entry
            else:
                by_label.setdefault(_folded(label.text), entry)
    for entry in about:
        assert entry.item is not None
        item = glossary.ids.get(entry.item) or by_label.get(_folded(entry.item))
        if item is None or item is entry:
            yield _nothing(entry, entry.item, item, glossary)
        else:
            yield from _outside(entry, item, as_of)


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _nothing(entry: Entry, item: str, found: Entry | None, glossary: Glossary) -> Trouble:
    near = _nearest(item, entry, glossary) if found is None else None
    what = "names no entry" if found is None else "names the offer itself"
    cure = f"did you mean “{near}”" if near else "write the id or a label of an entry"
    problem = f"the item “{item}” of “{entry.preferred.text}” {what}; {cure}"
    origin = entry.item_origin or entry.origin
    return Trouble(origin, item, problem, f"item {item}", entry, suggestion=near)


def _nearest(item: str, offer: Entry, glossary: Glossary) -> str | None:
    from rapidfuzz import fuzz, process

    others = [entry for entry in glossary.entries if entry is not offer]
    names = [name for entry in others for name in (entry.id, *(label.text for label in entry.labels))]
    best = process.extractOne(item, names, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return best[0] if best else None


def _outside(entry: Entry, item: Entry, as_of: date) -> Iterator[Trouble]:
    place = f"“{item.preferred.text}” ({where(item.origin, entry.origin)})"
    for problem in (_too_early(entry, item, place), _too_late(entry, item, place, as_of)):
        if problem:
            said = entry.preferred.text
            yield Trouble(entry.preferred.origin, said, f"the offer “{said}” {problem}", f"outside {said}", entry)


def _too_early(entry: Entry, item: Entry, place: str) -> str | None:
    begins = entry.valid_from or entry.valid_through
    # `valid_from` of an item with former names is the day it was renamed: it was sold before.
    renamed = any(label.kind is LabelKind.SUPERSEDED for label in item.labels)
    if renamed or item.valid_from is None or begins is None or begins >= item.valid_from:
        return None
    return f"begins before its item {place}, which begins on {item.valid_from}; mend one of the days"


def _too_late(entry: Entry, item: Entry, place: str, as_of: date) -> str | None:
    if item.valid_through is not None:
        ends = entry.valid_through or entry.valid_from
        if ends is None or ends <= item.valid_through:
            return None
        return f"goes on after its item {place} ended on {item.valid_through}; mend one of the days"
    over = is_retired(entry, as_of) or not is_retired(item, as_of)
    return None if over else f"is about {place}, which is retired; end the offer or name another item"
