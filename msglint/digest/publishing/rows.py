"""Cards in words, as the page shows them: what is decided is said here, once, for those with and without script."""

from collections.abc import Iterable, Mapping, Sequence
import re

from msglint.digest.events import Event
from msglint.digest.publishing.cards import Card, Name, Published, When
from msglint.digest.sheet import NameLine, OfferLine, PriceLine
from msglint.digest.sheet_page import is_sold
from msglint.digest.standing import TeamLine
from msglint.digest.state import State
from msglint.glossary import in_words
from msglint.glossary.consent import Consent
from msglint.glossary.scopes import region_code
from msglint.model.glossary import LabelKind
from msglint.text.showing import visible

Row = Mapping[str, object]
"""What the page knows of an entry, in texts; keys without a value are left out. `facts` and `more` are pairs of a label
and its texts; a name is its text, its kind and what it is; a price its text, its conditions, its regions, and When."""

_OWN_IDS = ("main", "theme")
"""What base.html.jinja calls its parts; the page's own begin with a low line, as no id made of a name does."""
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_TYPES = {"sla": "SLA"}
_WORD = {Consent.MISSING: "not yet", Consent.VOID: "before the last change", Consent.UNBOUND: "without a hash"}
_KINDS = {
    LabelKind.PREFERRED: "name",
    LabelKind.ADMITTED: "name",
    LabelKind.SUPERSEDED: "former",
    LabelKind.DEPRECATED: "never",
    LabelKind.HIDDEN: "slip",
}


def rows_of(published: Published) -> list[Row]:
    """A row for each entry: what is sold first, then offers, other words, what is proposed and what is over."""
    taken: set[str] = {*_OWN_IDS}
    return [_row(card, _unique(card.id, taken)) for card in sorted(published.entries, key=_rank)]


def _rank(card: Card) -> int:
    if card.state in (State.OVER, State.PROPOSED):
        return 3 + (card.state is State.OVER)
    return 0 if is_sold(card.line) else 1 if card.offer else 2


def _unique(id: str, taken: set[str]) -> str:
    """The id, numbered where something else on the page is called so."""
    number, unique = 1, id
    while unique in taken:
        number += 1
        unique = f"{id}-{number}"
    taken.add(unique)
    return unique


def _row(card: Card, id: str) -> Row:
    line = card.line
    owner = visible(line.owner or "")
    row = {
        "id": id,
        "name": visible(card.name),
        "type": kind(card),
        "state": _state(card),
        "names": [*_names(card.names), *_codes(card.offer)],
        "prices": [_price(when, price) for when, price in card.prices],
        "facts": _filled(_facts(card)),
        "more": _filled(_more(card)),
        "owner": owner,
        "mail": bool(_ADDRESS.fullmatch(owner)),
        "region": codes(line),
        "told": [visible(name) for name in card.told_to],
    }
    return {key: value for key, value in row.items() if value}


def kind(card: Card) -> str:
    """The entry's type as people write it."""
    return _TYPES.get(card.line.type, card.line.type)


def codes(scoped: NameLine | PriceLine) -> list[str]:
    """Its regions by their official codes."""
    return [visible(region_code(region)) for region in scoped.region]


def _state(card: Card) -> str:
    if card.state is State.PROPOSED:
        return "proposed, not agreed"
    if card.state is State.OVER:
        return f"over, last day {in_words.day(card.until)}" if card.until else "over"
    if card.since is not None and not card.line.names:
        return f"not to be named before {in_words.day(card.since)}"
    return ""


def _names(names: Iterable[Name]) -> list[list[str]]:
    return [[visible(name.text), _KINDS[name.kind], visible(name.said)] for name in names]


def _codes(offer: OfferLine | None) -> list[list[str]]:
    return [[visible(offer.code), "name", "its code"]] if offer and offer.code else []


def _price(when: When, price: PriceLine) -> list[object]:
    word = "since" if when is When.NOW else "from"
    since = f"{word} {in_words.day(price.valid_from)}" if price.valid_from else ""
    until = f"until {in_words.day(price.valid_through)}" if price.valid_through else ""
    where = f"in {in_words.joined(price.region)}" if price.region else ""
    text = ", ".join(filter(None, (price.conditions, where, f"{since} {until}".strip())))
    return [visible(price.price), visible(text), codes(price), when.value]


def _facts(card: Card) -> Iterable[tuple[str, Sequence[str]]]:
    line, offer = card.line, card.offer
    if offer is not None:
        yield "What", (f"{offer.value} {offer.item}".strip(),)
        yield "Code", (offer.code or "",)
        yield "When", (_days(offer),)
    yield "Offer", [_offer(one) for one in card.offers]
    yield "Meaning", (line.definition or "",)
    yield "Decided", line.facts
    yield "Also right", line.also
    yield "Was called", [_former(name) for name in card.names if name.kind is LabelKind.SUPERSEDED and name.said]
    yield "Never say", [name.text for name in card.names if name.kind is LabelKind.DEPRECATED]
    yield "At first mention", (f"“{card.first_use}”" if card.first_use else "",)
    yield "Say with it", [f"“{text}”" for text in card.near]
    yield "Say with its price", [f"“{text}”" for text in card.near_price]
    yield "Only", (_scope(card),)
    yield "Coming", [_event(event) for event in card.coming]
    yield "Note", (line.note or "",)


def _more(card: Card) -> Iterable[tuple[str, Sequence[str]]]:
    yield "Changed lately", [_event(event) for event in card.changed]
    yield "Signed", [_signed(team) for team in card.signed]
    by = f" by {card.reviewed_by}" if card.reviewed_by else ""
    yield "Reviewed", (f"{in_words.day(card.reviewed)}{by}" if card.reviewed else "",)
    yield "In the CRM", (card.crm_field or "",)
    yield "Last day", (in_words.day(card.until) if card.until and not card.offer and not _state(card) else "",)


def _filled(pairs: Iterable[tuple[str, Sequence[str]]]) -> list[list[object]]:
    """Without empty texts, and labels that have none."""
    told = ((label, [visible(text) for text in texts if text]) for label, texts in pairs)
    return [[label, texts] for label, texts in told if texts]


def _former(name: Name) -> str:
    """ "“Business Lunch” until 28 February"."""
    return f"“{name.text}” {name.said.removeprefix('the old name ').removeprefix('an old name')}".rstrip()


def _offer(offer: OfferLine) -> str:
    say = f"say {in_words.quoted(offer.say)}" if offer.say else ""
    code = f"code {offer.code}" if offer.code else ""
    return f"{offer.name}: " + ", ".join(filter(None, (offer.value, code, _days(offer), say)))


def _days(offer: OfferLine) -> str:
    first = f"from {in_words.day(offer.valid_from)}" if offer.valid_from else ""
    last = f"until {in_words.day(offer.valid_through)}" if offer.valid_through else ""
    return f"{first} {last}".strip()


def _scope(card: Card) -> str:
    line = card.line
    told = (("for", line.audience), ("in", line.region), ("by", line.channel))
    return ", ".join(f"{word} {in_words.joined(values)}" for word, values in told if values)


def _event(event: Event) -> str:
    why = f" ({event.why.rstrip('.')})" if event.why else ""
    return f"{in_words.day(event.day)}: {event.said}{why}"


def _signed(team: TeamLine) -> str:
    by = ", ".join(filter(None, (team.by, in_words.day(team.on) if team.on else "")))
    return f"{team.team}: " + ", ".join(filter(None, (by, _WORD.get(team.consent, ""))))
