"""What a price statement says, and how surely it is said of the product it is bound to."""

from enum import Enum

from msgspec import Struct

from msglint.model.judgement import Mention
from msglint.money.amount import Amount


class Bond(Enum):
    """What ties an amount to its product."""

    ROW = "row"  # one row, cell, list item
    SENTENCE = "sentence"
    BLOCK = "block"
    HEADING = "heading"
    RIVALS = "rivals"  # two products compete, or the product is only part of what is sold
    NONE = "none"


class Claim(Struct, frozen=True):
    """The value of a statement of kind "price": an amount, and the name it is bound to.

      subject  the words around name a thing of their own
      crowded  so does anything before it in its sentence
        plain    nothing is said of it but that it is the product's price
      tabular  it stands in a row of a table
      doubtful the words around leave open whether it is the product's price
    page     ids of the entries that the document names
      place    what claims of one sentence, list item or row have in common
    """

    amount: Amount
    bond: Bond
    named: Mention | None = None
    subject: bool = False
    crowded: bool = False
    doubtful: bool = False
    plain: bool = True
    tabular: bool = False
    page: frozenset[str] = frozenset()
    place: tuple[object, ...] = ()
