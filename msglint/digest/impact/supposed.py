"""The glossary as if a name, or a price, had been given up."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
import hashlib

from msgspec import Struct
from msgspec.structs import replace

from msglint.glossary.standing import Standing, stale_from, standing
from msglint.model.glossary import Entry, Glossary, Label, LabelKind, Match, Price

UNNAMED = "Qzxnewname"
"""Stands for a name that nobody has found yet; no document says it."""
_NO_PRICE = Decimal("987654.32")
_DAY = timedelta(days=1)


class NotInUseError(Exception):
    """The name cannot be given up: it is none, or is not said on that day. The message says what to do."""


class Change(Struct, frozen=True):
    """A change to an entry: `before` is judged as on the day `eve`, `after` as on `day`; `becomes` is the new name.

    planned  whether the glossary says so itself
    """

    entry: Entry
    label: Label
    before: Glossary
    eve: date
    after: Glossary
    day: date
    becomes: str | None
    planned: bool = False


def change_of(glossary: Glossary, name: str, as_of: date, new: str | None, price: bool) -> Change:
    """The change that is meant: the one the glossary plans, else giving up the name (and the price) on that day.

    Raises NotInUseError.
    """
    entry, label = _named(glossary, name, as_of)
    gives_way = _last_day(entry, label)
    if gives_way is not None:
        day = max(as_of, gives_way + _DAY)
        return Change(entry, label, glossary, gives_way, glossary, day, entry.preferred.text, planned=True)
    supposed = _renamed(entry, label, new or UNNAMED, as_of)
    supposed = _repriced(supposed, as_of) if price else supposed
    return Change(entry, label, glossary, as_of, _with(glossary, supposed), as_of, new)


def _named(glossary: Glossary, name: str, as_of: date) -> tuple[Entry, Label]:
    """The entry and its label of that name, one that is to be said before one that is not."""
    found = [(entry, label) for entry, label in _labels(glossary) if _same(label.text, name)]
    for entry, label in found:
        if label.kind.current and standing(entry, label, as_of) is Standing.RIGHT:
            return entry, label
    for entry, label in found:
        if _last_day(entry, label) is not None:
            return entry, label
    raise NotInUseError(_why_not(found, name))


def _labels(glossary: Glossary) -> Iterator[tuple[Entry, Label]]:
    return ((entry, label) for entry in glossary.entries for label in entry.labels)


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _last_day(entry: Entry, label: Label) -> date | None:
    """The last day of a name whose end the glossary knows."""
    if label.kind is not LabelKind.SUPERSEDED:
        return label.until if label.kind.current else None
    since = stale_from(entry, label)
    return since - _DAY if since is not None else None


def _why_not(found: list[tuple[Entry, Label]], name: str) -> str:
    if not found:
        return f"no entry is called “{name}”; `msglint lookup` finds it by less"
    entry, label = found[0]
    if label.kind.current:
        return f"“{label.text}” is not said on that day; another --as-of may be meant"
    return f"“{label.text}” is no name to say: what still says it, `msglint check` tells"


def _renamed(entry: Entry, label: Label, new: str, on: date) -> Entry:
    """The entry under a new name from that day on, as `msglint rename` writes it."""
    exact = Match(case="exact", fuzzy="none", inflect=False) if new == UNNAMED else Match()
    first = Label(new, LabelKind.PREFERRED, label.origin, exact, language=label.language)
    given_up = replace(label, kind=LabelKind.SUPERSEDED, until=on - _DAY, valid_from=None)
    others = (each for each in entry.labels if each is not label and not _same(each.text, new))
    if label is entry.preferred:
        return replace(entry, labels=(first, given_up, *others))
    return replace(entry, labels=(entry.preferred, given_up, *(each for each in others if each is not entry.preferred)))


def _repriced(entry: Entry, on: date) -> Entry:
    """The entry with a price that nobody writes in the place of each that holds."""
    prices: list[Price] = []
    for price in entry.prices:
        holds = (price.valid_from or on) <= on <= (price.valid_through or on)
        prices.append(replace(price, valid_through=on - _DAY) if holds else price)
        if holds:
            prices.append(replace(price, amount=_NO_PRICE, valid_from=on))
    return replace(entry, prices=tuple(prices))


def _with(glossary: Glossary, entry: Entry) -> Glossary:
    """The glossary with that entry in the place of the one of its id, told apart by its digest."""
    entries = tuple(entry if each.id == entry.id else each for each in glossary.entries)
    digest = hashlib.sha256(f"{glossary.digest}{entry!r}".encode("utf-8", "surrogatepass")).hexdigest()
    return replace(glossary, entries=entries, digest=digest)
