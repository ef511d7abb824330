"""What is not said where it is expected, channel by channel or document by document.

An entry whose scope names channels is expected in each of them, whatever it is. One whose scope names none is expected
wherever one looks if it is something to be sold: a product, an offer, or anything with a price. In both cases only
where the documents are for readers and regions that its scope takes in, and only what holds on the day and is agreed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from msglint.digest.coverage.spoken import Spoken
from msglint.digest.naming import names_on
from msglint.digest.view import View
from msglint.glossary import in_words
from msglint.glossary.scopes import among
from msglint.model.glossary import Entry, EntryType, Glossary
from msglint.money.standing import prices_of

NO_CHANNEL = "(no channel)"


class By(StrEnum):
    """What documents are put together by."""

    CHANNEL = "channel"
    DOCUMENT = "document"


class Missing(StrEnum):
    """What is not said of an entry."""

    NAME = "name"  # nor anything else
    PRICE = "price"  # it is named
    OFFER = "offer"


class Gap(Struct, frozen=True):
    """Something that no document of a group says. `formerly` is the old name that stands in its stead."""

    group: str
    missing: Missing
    entry: str
    name: str
    type: str
    formerly: str | None = None
    owner: str | None = None


class Group(Struct, frozen=True):
    """Documents looked at together: how many, how many entries are `expected` there, and how many are `said`."""

    name: str
    documents: int
    expected: int
    said: int


class Coverage(Struct, frozen=True):
    """What is said and what is not."""

    as_of: date
    by: By
    groups: tuple[Group, ...]
    gaps: tuple[Gap, ...]


def coverage_of(glossary: Glossary, documents: Sequence[Spoken], as_of: date, by: By) -> Coverage:
    """What these documents leave out."""
    groups, gaps = [], []
    for name, spoken in _grouped(documents, by).items():
        expected = [entry for entry in glossary.entries if _is_expected(entry, spoken, as_of)]
        found = [gap for entry in expected for gap in _gaps(entry, name, spoken)]
        unsaid = {gap.entry for gap in found if gap.missing is not Missing.PRICE}
        groups.append(Group(name, len(spoken), len(expected), len(expected) - len(unsaid)))
        gaps += found
    return Coverage(as_of, by, tuple(groups), tuple(gaps))


def _grouped(documents: Iterable[Spoken], by: By) -> Mapping[str, list[Spoken]]:
    groups: dict[str, list[Spoken]] = {}
    for document in documents:
        name = document.path if by is By.DOCUMENT else (document.circumstances.channel or NO_CHANNEL).casefold()
        groups.setdefault(name, []).append(document)
    return dict(sorted(groups.items()))


def _is_expected(entry: Entry, spoken: Sequence[Spoken], as_of: date) -> bool:
    if not names_on(entry, as_of):
        return False
    if not entry.scope.channel and not (entry.prices or entry.type in (EntryType.PRODUCT, EntryType.OFFER)):
        return False
    return any(_belongs(entry, document) for document in spoken)


def _belongs(entry: Entry, document: Spoken) -> bool:
    here = document.circumstances
    if entry.scope.channel and not (here.channel and among(entry.scope.channel, here.channel)):
        return False
    return View(here.as_of, here.audience, here.channel, here.region).agreed(entry)


def _gaps(entry: Entry, group: str, spoken: Sequence[Spoken]) -> Iterator[Gap]:
    mine = [document for document in spoken if _belongs(entry, document)]

    def gap(missing: Missing, formerly: str | None = None) -> Gap:
        name = in_words.joined(names_on(entry, mine[0].circumstances.as_of), "or")
        return Gap(group, missing, entry.id, name, entry.type.value, formerly, entry.owner)

    if entry.type is EntryType.OFFER:
        if not any(entry.id in document.offered | document.named for document in mine):
            yield gap(Missing.OFFER)
    elif not any(entry.id in document.named for document in mine):
        yield gap(Missing.NAME, next((d.formerly[entry.id] for d in mine if entry.id in d.formerly), None))
    elif not any(entry.id in document.priced for document in mine) and _has_price(entry, mine):
        yield gap(Missing.PRICE)


def _has_price(entry: Entry, documents: Sequence[Spoken]) -> bool:
    return any(prices_of(entry, document.circumstances).current for document in documents)
