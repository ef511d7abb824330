"""The sheet of the day: every name, price and offer that holds, with what changed lately and what is about to."""

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from msglint.digest.events import Event, events
from msglint.digest.naming import also_on, embargoed, key_of, names_on, never_on
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.model.glossary import Entry, EntryType, Glossary, Price
from msglint.model.judgement import Circumstances
from msglint.money.standing import prices_of
from msglint.offers.catalogue import offers_of


class PriceLine(Struct, frozen=True):
    """A price that holds. `price` is it in words, `conditions` its tax and least quantity; the rest as in Price."""

    price: str
    conditions: str
    amount: Decimal
    currency: str
    per: tuple[str, ...]
    region: tuple[str, ...]
    valid_from: date | None
    valid_through: date | None


class NameLine(Struct, frozen=True):
    """Something to be named. `names` are several only where former names are still to become one.

    also   other names that are fine;  never  names not to be said, for our own people only, as are owner and note
    facts  "lead score: >= 60"
    """

    id: str
    names: tuple[str, ...]
    type: str
    also: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    definition: str | None = None
    facts: tuple[str, ...] = ()
    prices: tuple[PriceLine, ...] = ()
    audience: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    owner: str | None = None
    note: str | None = None

    @property
    def name(self) -> str:
        return in_words.joined(self.names, "or")


class OfferLine(Struct, frozen=True):
    """An offer that runs. `value` is what it takes off, in words; `item` what it is an offer of, as that is called."""

    id: str
    name: str
    value: str
    item: str
    code: str | None
    valid_from: date | None
    valid_through: date | None
    say: tuple[str, ...]  # words that must stand near it
    audience: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    owner: str | None = None


class Sheet(Struct, frozen=True):
    """Everything of a day. `days` is how far `changed` looks back and `coming` ahead."""

    organization: str | None
    view: View
    days: int
    names: tuple[NameLine, ...]
    offers: tuple[OfferLine, ...]
    changed: tuple[Event, ...]
    coming: tuple[Event, ...]


def active_sheet(glossary: Glossary, view: View, days: int = 30) -> Sheet:
    """What holds on the view's day for its readers, in the order of the glossary.

    Readers outside see no names under embargo, no owners, notes, former names and ends of prices, and nothing meant for
    an inner circle.
    """
    active = [entry for entry in glossary.entries if view.agreed(entry) and names_on(entry, view.as_of)]
    items = offers_of(glossary).products
    today = view.as_of
    return Sheet(
        organization=glossary.organization,
        view=view,
        days=days,
        names=tuple(name_line(entry, view) for entry in active if entry.type is not EntryType.OFFER),
        offers=tuple(offer_line(entry, items.get(entry.id), view) for entry in active if entry.type is EntryType.OFFER),
        changed=events(glossary.entries, _around(today, -days), today, view),
        coming=events(glossary.entries, _around(today, 1), _around(today, days), view),
    )


def _around(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def name_line(entry: Entry, view: View) -> NameLine:
    """What there is to say of an entry on the view's day."""
    inside, unsaid = view.inside, embargoed(entry, view.as_of)
    told = inside or not unsaid  # its texts may say the name that must not be said yet
    return NameLine(
        id=key_of(entry, view),
        names=names_on(entry, view.as_of),
        type=entry.type.value,
        also=also_on(entry, view.as_of),
        never=tuple(label.text for label in never_on(entry, view.as_of)) if inside else (),
        definition=entry.definition if told else None,
        facts=tuple(f"{fact.name}: {fact.text}" for fact in entry.facts) if told else (),
        prices=price_lines(entry, view),
        audience=entry.scope.audience,
        channel=entry.scope.channel,
        region=entry.scope.region,
        owner=entry.owner if inside else None,
        note=entry.note if inside else None,
    )


def price_lines(entry: Entry, view: View) -> tuple[PriceLine, ...]:
    """The prices that hold on the day: a region's own, else those without one; all where no region is asked for."""
    current = prices_of(entry, Circumstances(view.as_of, region=view.region)).current
    return tuple(price_line(price, view.inside) for price in current)


def price_line(price: Price, inside: bool) -> PriceLine:
    """A price in words; readers outside are not told when it ends."""
    return PriceLine(
        in_words.price(price), in_words.conditions(price), price.amount, price.currency, price.per, price.region,
        price.valid_from, price.valid_through if inside else None,
    )  # fmt: skip


def offer_line(offer: Entry, item: Entry | None, view: View) -> OfferLine:
    """What there is to say of an offer; `item` is the entry it is an offer of, where that is known."""
    called = in_words.joined(names_on(item, view.as_of), "or") if item is not None and view.agreed(item) else ""
    return OfferLine(
        id=key_of(offer, view),
        name=in_words.joined(names_on(offer, view.as_of), "or") or offer.preferred.text,
        value=in_words.discount(offer.discount),
        item=called,
        code=offer.code,
        valid_from=offer.valid_from,
        valid_through=offer.valid_through,
        say=offer.require_near,
        audience=offer.scope.audience,
        channel=offer.scope.channel,
        region=offer.scope.region,
        owner=offer.owner if view.inside else None,
    )
