"""Which offers a glossary has, by what they are known by."""

from collections import defaultdict
from collections.abc import Iterable

from msgspec import Struct, field

from msglint.model.glossary import Entry, Glossary


class Offers(Struct):
    """All offers of a glossary; `items` by the id of what they are an offer of."""

    all: tuple[Entry, ...]
    items: dict[str, list[Entry]] = field(default_factory=dict)
    products: dict[str, Entry] = field(default_factory=dict)  # by the offer's id


def offers_of(glossary: Glossary) -> Offers:
    """The offers of a glossary, each with its item where that names an entry."""
    found = glossary.offers
    wanted = {_folded(offer.item): None for offer in found if offer.item}
    entries = dict(_named(glossary.entries, wanted)) if wanted else {}
    items: dict[str, list[Entry]] = defaultdict(list)
    products = {}
    for offer in found:
        item = entries.get(_folded(offer.item)) if offer.item else None
        if item is not None and item is not offer:
            items[item.id].append(offer)
            products[offer.id] = item
    return Offers(found, dict(items), products)


def _named(entries: Iterable[Entry], wanted: dict[str, None]) -> dict[str, Entry]:
    """The entries those folded names mean: an id before a current label, and that before a former one."""
    ranked: dict[str, tuple[int, Entry]] = {}
    for entry in entries:
        names = [(0, entry.id), *((1 if label.kind.current else 2, label.text) for label in entry.labels)]
        for rank, name in names:
            folded = _folded(name)
            if folded in wanted and (folded not in ranked or rank < ranked[folded][0]):
                ranked[folded] = rank, entry
    return {name: entry for name, (_, entry) in ranked.items()}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
