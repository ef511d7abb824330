"""What a quantity may be bound by, and what comes of it."""

from msgspec import Struct

from msglint.facts.quantities import Quantity
from msglint.model.glossary import Entry, Fact
from msglint.model.judgement import Mention
from msglint.model.scale import Certainty


class FactClaim(Struct, frozen=True):
    """The value of a fact statement: the fact decided and the quantity said."""

    fact: Fact
    quantity: Quantity


class Place(Struct, frozen=True):
    """What stands around a segment: the names in it, in its row, over its column, in the title above it."""

    names: tuple[Mention, ...] = ()
    row_names: tuple[Mention, ...] = ()
    column_names: tuple[Mention, ...] = ()
    title_names: tuple[Mention, ...] = ()
    header: str = ""
    row_head: str = ""
    title: str = ""
    in_table: bool = False


class Claim(Struct, frozen=True):
    """A quantity bound to a fact of an entry, by a name that stands at `name` (None: by the fact's own name)."""

    amount: Mention
    quantity: Quantity
    entry: Entry
    fact: Fact
    name: Mention | None
    certainty: Certainty
