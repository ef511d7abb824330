"""The glossary's nouns. TBX (ISO 30042) and SKOS name the labels, schema.org the money, ISO 4217 the currencies."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from msgspec import Struct


class LabelKind(StrEnum):
    PREFERRED = "preferred"  # TBX preferredTerm, skos:prefLabel
    ADMITTED = "admitted"  # TBX admittedTerm, skos:altLabel: fine to use
    SUPERSEDED = "superseded"  # TBX supersededTerm: our own former names
    DEPRECATED = "deprecated"  # TBX deprecatedTerm: never say this
    HIDDEN = "hidden"  # skos:hiddenLabel: known slips

    @property
    def current(self) -> bool:
        """Whether this is a name to use (a stale one inside it is masked)."""
        return self in (LabelKind.PREFERRED, LabelKind.ADMITTED)


class EntryType(StrEnum):
    TERM = "term"
    PRODUCT = "product"
    OFFER = "offer"
    PERSONA = "persona"
    METRIC = "metric"
    STAGE = "stage"
    SLA = "sla"
    CLAIM = "claim"
    BRAND = "brand"


class Status(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    RETIRED = "retired"


class Origin(Struct, frozen=True):
    """Where in the glossary something is written (line and column from 1).

    `end_column` is one past the last character, where that is on the same line and known.
    """

    path: str
    line: int
    column: int
    end_column: int | None = None


class Match(Struct, frozen=True):
    """How a label is looked for. None means: nothing was written, the default of the label's kind holds."""

    case: str | None = None  # "exact" | "any"
    fuzzy: str | None = None  # "none" | "typo"
    inflect: bool | None = None
    pos: str | None = None  # a Universal Dependencies part of speech: NOUN, VERB, PROPN …
    exceptions: tuple["Exception_", ...] = ()  # `match.not`


class Exception_(Struct, frozen=True):
    """One phrase of `match.not`: literal, folded like names, something else than the label it contains."""

    phrase: str
    origin: Origin


class Label(Struct, frozen=True):
    """One name of an entry. `match` is what holds for it: the label's own keys over the entry's; exceptions add up."""

    text: str
    kind: LabelKind
    origin: Origin
    match: Match = Match()
    valid_from: date | None = None
    until: date | None = None  # last day on which it was right
    grace: timedelta | None = None
    why: str | None = None
    language: str | None = None


class Scope(Struct, frozen=True):
    """Where an entry or a price holds; an empty tuple means everywhere."""

    audience: tuple[str, ...] = ()
    channel: tuple[str, ...] = ()
    region: tuple[str, ...] = ()


class Price(Struct, frozen=True):
    """schema.org UnitPriceSpecification. `currency` is ISO 4217; `per` the unit's parts in order, () for one-off.

    `valid_from` and `valid_through` are inclusive; None is open. `vat` is "included", "excluded" or None.
    """

    amount: Decimal
    currency: str
    per: tuple[str, ...]
    origin: Origin
    region: tuple[str, ...] = ()
    vat: str | None = None
    min_quantity: Decimal | None = None
    valid_from: date | None = None
    valid_through: date | None = None


class Discount(Struct, frozen=True):
    """What an offer takes off: exactly one of the first three is set. Percent in 0–100; `per` as in Price."""

    percent: Decimal | None = None
    amount_off: Decimal | None = None
    price: Decimal | None = None
    currency: str | None = None
    per: tuple[str, ...] = ()


class Fact(Struct, frozen=True):
    """`name: [<|<=|=|>=|>] number [to number] unit`, or plain text (then only `text` is set)."""

    name: str
    text: str
    origin: Origin
    relation: str | None = None
    number: Decimal | None = None
    to: Decimal | None = None
    unit: str | None = None


class SignOff(Struct, frozen=True):
    team: str
    by: str | None
    on: date | None
    hash: str | None
    origin: Origin


class Entry(Struct, frozen=True):
    """One concept: its labels (the preferred one first), prices, offer, facts, owner, sign-offs."""

    id: str
    labels: tuple[Label, ...]
    origin: Origin
    type: EntryType = EntryType.TERM
    status: Status = Status.APPROVED
    language: str = "en"
    valid_from: date | None = None
    valid_through: date | None = None
    first_use: str | None = None
    scope: Scope = Scope()
    definition: str | None = None
    prices: tuple[Price, ...] = ()
    item: str | None = None  # of an offer: an id or any label, as written
    item_origin: Origin | None = None
    discount: Discount | None = None
    code: str | None = None
    require_near: tuple[str, ...] = ()
    require_near_price: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    crm_field: str | None = None
    owner: str | None = None
    sign_off: tuple[SignOff, ...] = ()
    required_sign_off: tuple[str, ...] = ()  # teams, from defaults.sign_off
    reviewed: date | None = None
    reviewed_by: str | None = None
    review_every: timedelta | None = None
    note: str | None = None

    @property
    def preferred(self) -> Label:
        return self.labels[0]


class Glossary(Struct, frozen=True, dict=True):
    """All entries, in the order they are written, includes after the including file.

    `digest` is a hash of every file the glossary was read from, for caches; `includes` the patterns that name files
    besides the first, each with the file it is written in.
    """

    path: str
    entries: tuple[Entry, ...]
    digest: str
    organization: str | None = None
    language: str = "en"
    currency: str | None = None
    files: tuple[str, ...] = ()
    includes: tuple[tuple[str, str], ...] = ()

    def __hash__(self) -> int:
        return hash((self.path, self.digest))

    @cached_property
    def ids(self) -> Mapping[str, Entry]:
        """The entries by their ids."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def offers(self) -> tuple[Entry, ...]:
        """The entries that are offers."""
        return tuple(entry for entry in self.entries if entry.type is EntryType.OFFER)

    @cached_property
    def priced(self) -> tuple[Entry, ...]:
        """The entries that say what something costs, or what is taken off."""
        return tuple(entry for entry in self.entries if entry.prices or entry.discount)

    @cached_property
    def measured(self) -> tuple[Entry, ...]:
        """The entries that have facts."""
        return tuple(entry for entry in self.entries if entry.facts)

    @cached_property
    def currencies(self) -> tuple[str, ...]:
        """The codes (ISO 4217) of all in which anything has a price."""
        return tuple(sorted({price.currency for entry in self.priced for price in entry.prices}))
