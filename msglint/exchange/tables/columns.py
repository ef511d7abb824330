"""Every column of a price list or glossary that is kept as tables.

A column holds one key of the glossary's format. Those of a group go together: a row that has a price has what belongs
to it. Any column may stand in any sheet; what a row says is said of the entry that its Id or Name tells.
"""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct

from msglint.glossary.keys import SHAPES, Form, Key

ENTRY, LABEL, PRICE, FACT, SIGN_OFF = "entry", "label", "price", "fact", "sign_off"


class Column(Struct, frozen=True, eq=False, dict=True):
    """`key` is that of the group's shape (keys.SHAPES), with a dot for one of a mapping in it: "scope.region"."""

    group: str
    key: str
    header: str
    example: str = ""
    width: int = 14

    @property
    def name(self) -> str:
        return f"{self.group}.{self.key}"

    @cached_property
    def takes(self) -> str:
        """The kind of value (kinds.KINDS)."""
        return _OF_CELLS[self.name][0] if self.name in _OF_CELLS else self._shaped().takes

    @cached_property
    def many(self) -> bool:
        """Whether several values may stand in one cell."""
        return self.key in _NAMES or (self.name not in _OF_CELLS and self._shaped().form is Form.MANY)

    @property
    def doc(self) -> str:
        return _OF_CELLS[self.name][1] if self.name in _OF_CELLS else self._shaped().doc

    def _shaped(self) -> Key:
        outer, _, inner = self.key.rpartition(".")
        return SHAPES[outer or self.group].keys[inner]


_NAMES = ("superseded", "deprecated", "admitted", "hidden")
_OF_CELLS = {
    **{f"entry.{key}": ("name", f"{SHAPES['entry'].keys[key].doc} Several in one cell: a; b.") for key in _NAMES},
    "entry.price": ("money", "Of an offer: what the thing costs while the offer runs."),
    "entry.match.case": (
        "case",
        "exact or any: whether the written capitals count; default: as is usual for the name.",
    ),
    "label.term": ("name", "Another name of the entry."),
    "label.kind": (
        "label kind",
        "superseded (our former name), deprecated (never say), admitted (fine), hidden (a slip).",
    ),
    "price.price": ("money", "The amount: a number, with its currency as the cell's format or in its own column."),
    "fact.name": ("name", "What was decided: lead score."),
    "fact.value": ("fact", "The decided number, or other words: >= 60."),
}
"""Kind and meaning of what stands in cells otherwise than in the glossary's own file."""

COLUMNS = (
    Column(ENTRY, "term", "Name", "Meals for Teams", 30),
    Column(ENTRY, "id", "Id", "meals-for-teams", 24),
    Column(ENTRY, "type", "Type", "product"),
    Column(ENTRY, "status", "Status", "approved"),
    Column(ENTRY, "language", "Language", "en-GB", 10),
    Column(ENTRY, "valid_from", "First day", "2026-03-01"),
    Column(ENTRY, "valid_through", "Last day"),
    Column(ENTRY, "definition", "Definition", "Hot buffet for eight or more people.", 50),
    Column(ENTRY, "owner", "Owner", "lucy@example.com", 22),
    Column(ENTRY, "note", "Note", "", 30),
    Column(ENTRY, "first_use", "First use", "Meals for Teams™", 22),
    Column(ENTRY, "scope.audience", "Audience", "customer; partner"),
    Column(ENTRY, "scope.channel", "Channel", "flyer; email"),
    Column(ENTRY, "scope.region", "Regions", "GB; IE"),
    Column(ENTRY, "item", "Item", "", 24),
    Column(ENTRY, "discount", "Discount"),
    Column(ENTRY, "amount_off", "Amount off"),
    Column(ENTRY, "price", "Offer price"),
    Column(ENTRY, "code", "Offer code"),
    Column(ENTRY, "require_near", "Required words", "", 22),
    Column(ENTRY, "require_near_price", "Required near price", "excl. VAT", 22),
    Column(ENTRY, "crm_field", "CRM field", "", 24),
    Column(ENTRY, "reviewed", "Reviewed", "2026-06-01"),
    Column(ENTRY, "reviewed_by", "Reviewed by"),
    Column(ENTRY, "review_every", "Review every", "90d"),
    Column(ENTRY, "match.case", "Case"),
    Column(ENTRY, "match.fuzzy", "Fuzzy"),
    Column(ENTRY, "match.inflect", "Inflect"),
    Column(ENTRY, "match.pos", "Part of speech"),
    Column(ENTRY, "match.not", "Not", "", 24),
    Column(ENTRY, "superseded", "Superseded", "", 24),
    Column(ENTRY, "deprecated", "Deprecated", "", 24),
    Column(ENTRY, "admitted", "Admitted", "", 24),
    Column(ENTRY, "hidden", "Hidden", "", 24),
    Column(LABEL, "term", "Label", "Business Lunch", 30),
    Column(LABEL, "kind", "Kind", "superseded"),
    Column(LABEL, "valid_from", "Label from"),
    Column(LABEL, "until", "Until", "2026-02-28"),
    Column(LABEL, "grace", "Grace", "14d"),
    Column(LABEL, "why", "Why", "Rebranded for a wider audience", 30),
    Column(LABEL, "language", "Label language"),
    Column(LABEL, "match.case", "Label case"),
    Column(LABEL, "match.fuzzy", "Label fuzzy"),
    Column(LABEL, "match.inflect", "Label inflect"),
    Column(LABEL, "match.pos", "Label part of speech"),
    Column(LABEL, "match.not", "Label not", "", 24),
    Column(PRICE, "price", "Price", "12.50"),
    Column(PRICE, "currency", "Currency", "GBP", 10),
    Column(PRICE, "per", "Per", "person"),
    Column(PRICE, "valid_from", "From", "2026-03-01"),
    Column(PRICE, "valid_through", "Through"),
    Column(PRICE, "region", "Price region"),
    Column(PRICE, "vat", "VAT", "excluded"),
    Column(PRICE, "min_quantity", "Min quantity", "8"),
    Column(FACT, "name", "Fact", "lead time", 24),
    Column(FACT, "value", "Value", "<= 2 days", 30),
    Column(SIGN_OFF, "team", "Team", "marketing"),
    Column(SIGN_OFF, "by", "Signed by", "lucy"),
    Column(SIGN_OFF, "on", "Signed on", "2026-02-10"),
    Column(SIGN_OFF, "hash", "Hash"),
)
NAME, ID = COLUMNS[0], COLUMNS[1]
FIRST = {LABEL: "label.term", PRICE: "price.price", FACT: "fact.name", SIGN_OFF: "sign_off.team"}
"""The column of each group without which the others say nothing."""


def of_group(group: str) -> tuple[Column, ...]:
    return tuple(column for column in COLUMNS if column.group == group)


@cache
def by_header() -> Mapping[str, tuple[Column, ...]]:
    """Folded header -> the columns it may mean: the one whose own it is first, then those it is another word for."""
    found = {folded(column.header): [column] for column in COLUMNS}
    by_name = {column.name: column for column in COLUMNS}
    for line in (Path(__file__).parents[1] / "data" / "headers.txt").read_text(encoding="utf-8").splitlines():
        name, colon, words = line.partition(":")
        if colon and not line.startswith("#"):
            for word in words.split(","):
                found.setdefault(folded(word), []).append(by_name[name])
    return {header: tuple(columns) for header, columns in found.items()}


def meant(header: str, groups: frozenset[str]) -> Column | None:
    """The column that a header means in a sheet with columns of these groups; None where it means none.

    "Until" is a label's in a sheet of labels, a price's in a price list.
    """
    candidates = by_header().get(folded(header), ())
    if candidates and folded(candidates[0].header) == folded(header) and candidates[0].group in groups:
        return candidates[0]
    at_hand = [column for column in candidates if column.group in groups]
    special = [column for column in at_hand if column.group != ENTRY]
    return next(iter((*special, *at_hand, *candidates)), None)


def folded(header: str) -> str:
    """A header as it is compared: "Price (GBP):" is "price"."""
    bare = header.split("(")[0].split("[")[0]
    return " ".join("".join(c if c.isalnum() else " " for c in bare.casefold()).split())
