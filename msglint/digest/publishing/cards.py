"""Every entry as it is told to somebody: what it is called now and was, what it costs where and when, who agreed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct

from msglint.digest.events import Event, events
from msglint.digest.lookup.why import kind_of
from msglint.digest.naming import also_on, key_of, names_on
from msglint.digest.sheet import NameLine, OfferLine, PriceLine, Sheet, name_line, offer_line, price_line
from msglint.digest.standing import TeamLine
from msglint.digest.state import State, called, state_of
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.glossary.consent import consents
from msglint.glossary.scopes import is_inside
from msglint.model.glossary import Entry, EntryType, Glossary, Label, LabelKind, Price, Status
from msglint.model.judgement import Circumstances
from msglint.money.standing import prices_of
from msglint.offers.catalogue import offers_of

_CUSTOMERS = "customer"


class When(StrEnum):
    """Where a price's days lie, seen from the day of the page."""

    NOW = "now"
    COMING = "coming"
    PAST = "past"


class Name(Struct, frozen=True):
    """Something an entry is found by. `said` is what that is to it: "the old name until 28 February 2026"."""

    text: str
    kind: LabelKind
    said: str


class Card(Struct, frozen=True):
    """All there is to say of an entry to these readers; what they may not know is empty.

    id       what it is linked to by;  name  what it is called, or will be where nothing holds yet
    since    the first day of a name that may not be said yet;  until  the last day of what ends
    line, offer, offers  as on the sheet: what it is, of an offer what it takes off, which offers run on it
    names    all it is found by;  first_use  the form its first mention must have
    near     what must be said near it;  near_price  near its price
    prices   with their days, those that hold first
    signed   the word of each team;  reviewed  and by whom
    told_to  which of the audiences that the glossary speaks of may be told
    changed  what happened lately;  coming  what will, whenever that is
    """

    id: str
    name: str
    state: State
    since: date | None
    until: date | None
    line: NameLine
    offer: OfferLine | None
    offers: tuple[OfferLine, ...]
    names: tuple[Name, ...]
    first_use: str | None
    near: tuple[str, ...]
    near_price: tuple[str, ...]
    prices: tuple[tuple[When, PriceLine], ...]
    signed: tuple[TeamLine, ...]
    reviewed: date | None
    reviewed_by: str | None
    crm_field: str | None
    told_to: tuple[str, ...]
    changed: tuple[Event, ...]
    coming: tuple[Event, ...]


class Published(Struct, frozen=True):
    """Every entry, in the order of the glossary; the rest as in Sheet."""

    organization: str | None
    view: View
    days: int
    entries: tuple[Card, ...]
    changed: tuple[Event, ...]
    coming: tuple[Event, ...]


def published(glossary: Glossary, sheet: Sheet) -> Published:
    """Everything that the readers of a sheet of this glossary may know of it.

    Readers of ours also see what is proposed, over and not to be named yet, each marked so; others see what the sheet
    shows them.
    """
    cards = tuple(_Maker(glossary, sheet.view, sheet.days).cards())
    return Published(sheet.organization, sheet.view, sheet.days, cards, sheet.changed, sheet.coming)


class _Maker:
    """What all cards are made with."""

    def __init__(self, glossary: Glossary, view: View, days: int) -> None:
        self._entries, self._view = glossary.entries, view
        self._items = offers_of(glossary).products
        self._offers: dict[str, list[Entry]] = defaultdict(list)
        for offer, item in self._items.items():
            self._offers[item.id].append(glossary.ids[offer])
        first = view.as_of - timedelta(days=min(days, (view.as_of - date.min).days))
        self._events: dict[str, list[Event]] = defaultdict(list)
        for event in events(glossary.entries, first, date.max, view):
            self._events[event.entry].append(event)
        self._audiences = _audiences(glossary.entries) if view.inside else ()

    def cards(self) -> Iterable[Card]:
        return (self._card(entry) for entry in self._entries if self._shows(entry))

    def _shows(self, entry: Entry) -> bool:
        if self._view.inside:
            return self._view.admits(entry)
        return self._view.agreed(entry) and bool(names_on(entry, self._view.as_of))

    def _card(self, entry: Entry) -> Card:
        view, day, state = self._view, self._view.as_of, state_of(entry, self._view)
        told = view.inside or entry.valid_from is None or entry.valid_from <= day
        own = self._events.get(key_of(entry, view), ())
        running = [offer for offer in self._offers.get(entry.id, ()) if view.agreed(offer) and names_on(offer, day)]
        return Card(
            id=key_of(entry, view),
            name=called(entry, day),
            state=state,
            since=entry.valid_from if state is State.EMBARGOED else None,
            until=entry.valid_through if view.inside else None,
            line=name_line(entry, view),
            offer=offer_line(entry, self._items.get(entry.id), view) if entry.type is EntryType.OFFER else None,
            offers=tuple(offer_line(offer, entry, view) for offer in running),
            names=tuple(_names(entry, view)),
            first_use=entry.first_use if told else None,
            near=entry.require_near if told else (),
            near_price=entry.require_near_price if told else (),
            prices=tuple(_prices(entry, view)) if state is not State.OVER else (),
            signed=tuple(_signed(entry)) if view.inside else (),
            reviewed=entry.reviewed if view.inside else None,
            reviewed_by=entry.reviewed_by if view.inside else None,
            crm_field=entry.crm_field if view.inside else None,
            told_to=tuple(name for name in self._audiences if _may_be_told(entry, View(day, name))),
            changed=tuple(event for event in own if event.day <= day),
            coming=tuple(event for event in own if event.day > day),
        )


def _audiences(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Those that the glossary speaks of, customers and partners first; everybody of ours is told everything."""
    named = dict.fromkeys(name for entry in entries for name in entry.scope.audience)
    return tuple(dict.fromkeys((_CUSTOMERS, *sorted(name for name in named if not is_inside(name)))))


def _may_be_told(entry: Entry, view: View) -> bool:
    return view.agreed(entry) and bool(names_on(entry, view.as_of))


def _names(entry: Entry, view: View) -> Iterable[Name]:
    """Every name for our own people; for others those that may be said."""
    right = (*names_on(entry, view.as_of), *also_on(entry, view.as_of))
    for label in entry.labels:
        if view.inside:
            yield Name(label.text, label.kind, _said(entry, label, view))
        elif label.text in right:
            yield Name(label.text, LabelKind.PREFERRED, "")


def _said(entry: Entry, label: Label, view: View) -> str:
    if label.text == called(entry, view.as_of):
        return ""
    if label.kind is LabelKind.PREFERRED and entry.valid_from is not None:
        return f"its name from {in_words.day(entry.valid_from, view.as_of.year)}"
    return kind_of(entry, label, view)


def _prices(entry: Entry, view: View) -> Iterable[tuple[When, PriceLine]]:
    """Those that hold; for our own people also the next ones and the last ones, the nearest first."""
    found = prices_of(entry, Circumstances(view.as_of, region=view.region))
    by_when: Mapping[When, Iterable[Price]] = {When.NOW: found.current}
    if view.inside:
        by_when = {**by_when, When.COMING: _coming(entry, view), When.PAST: found.past}
    for when, prices in by_when.items():
        for price in prices:
            yield when, price_line(price, view.inside)


def _coming(entry: Entry, view: View) -> list[Price]:
    ahead = [price for price in entry.prices if _first_day(price) > view.as_of and view.admits_price(price)]
    return sorted(ahead, key=_first_day)


def _first_day(price: Price) -> date:
    return price.valid_from or date.min


def _signed(entry: Entry) -> Iterable[TeamLine]:
    if entry.status is Status.RETIRED:
        return
    for said in consents(entry):
        by = said.sign_off
        yield TeamLine(said.team, said.consent, by.by if by else None, by.on if by else None)
