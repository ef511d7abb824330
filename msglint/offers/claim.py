"""What a document says of an offer at one place: by what it is meant, its value and window as stated, what it tells."""

from enum import Enum

from msgspec import Struct

from msglint.model.glossary import Entry
from msglint.model.judgement import Mention


class By(Enum):
    """What an offer is known by."""

    NAME = "name"
    CODE = "code"
    WORDS = "words"  # a discount on its item: "20% off Meals for Teams"
    BLOCK = "block"  # a sentence about the offer of its heading or of the sentence before
    ALONE = "alone"  # nothing but a discount and its window: "20% off until 30 June"


class Telling(Enum):
    """What the words around say of its time."""

    NOW = "now"
    OVER = "over"
    AHEAD = "ahead"
    ASKED = "asked"  # someone asks about it


class OfferClaim(Struct, frozen=True):
    """The value of a statement of kind "offer".

    offers   which may be meant: one, or several where code, item or value leaves it open
    values   mentions (percent, money) of what it takes off
    prices   mentions (money) of what its item costs with it: "£670.50 with Early Bird"
    days     mentions of days that begin or end it
    nearby   those of the rest of its block, which may tell that it is over or to come
    telling  by its own sentence, row or heading; `doubt`: by another sentence of its block
    rivals   other offers are named in the same clause, and nothing tells which one values and days are of
    """

    by: By
    offers: tuple[Entry, ...]
    values: tuple[Mention, ...] = ()
    prices: tuple[Mention, ...] = ()
    days: tuple[Mention, ...] = ()
    nearby: tuple[Mention, ...] = ()
    telling: Telling = Telling.NOW
    doubt: bool = False
    rivals: bool = False
