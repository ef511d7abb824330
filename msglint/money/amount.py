"""What an amount of money says, as it is written."""

from decimal import Decimal
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What an amount is of. All but PRICE and TOTAL are no price of a product today; the cues are data/roles.txt."""

    PRICE = "price"
    TOTAL = "total"  # of several: right where it is n × the unit price
    LIMIT = "limit"  # may be spent, is allotted
    THRESHOLD = "threshold"  # "over £30"
    PAST = "past"
    FUTURE = "future"
    SAVING = "saving"
    FEE = "fee"
    DEPOSIT = "deposit"
    MINIMUM = "minimum"
    BUDGET = "budget"
    SALARY = "salary"
    COMPETITOR = "competitor"
    REVENUE = "revenue"
    REWARD = "reward"  # vouchers, prizes, donations, refunds
    EXTRA = "extra"  # something added to the product
    INSTALMENT = "instalment"
    CONTENT = "content"  # "$5,000 of training"


class Qualifier(StrEnum):
    FROM = "from"
    UP_TO = "up to"
    ABOUT = "about"


class Amount(Struct, frozen=True):
    """The value of a money mention.

    currencies  ISO 4217 codes that the sign or word may mean, () where none is written: "$" is every dollar's sign
    per         the unit's parts as written, folded; () where none is written
    tax         "included", "excluded" or None
    other       the other end of a range
    quantities  how many of something the sentence speaks of: what a total may be the total of
    figure      span, in the segment, of the figures or number words with their currency: what a new price replaces
    phrase      span of the amount with its unit and tax
    number      span of the figures or number words alone
    unit, taxed spans of the unit and of the words about tax; None where there are none
    bare        no currency is written at the amount itself: it stands in the column's header, or nowhere
    """

    amount: Decimal
    currencies: tuple[str, ...]
    figure: tuple[int, int]
    phrase: tuple[int, int]
    number: tuple[int, int]
    per: tuple[str, ...] = ()
    unit: tuple[int, int] | None = None
    tax: str | None = None
    taxed: tuple[int, int] | None = None
    qualifier: Qualifier | None = None
    role: Role = Role.PRICE
    other: Decimal | None = None
    quantities: tuple[Decimal, ...] = ()
    bare: bool = False

    @property
    def currency(self) -> str | None:
        """The currency where there is no doubt of it."""
        return self.currencies[0] if len(self.currencies) == 1 else None

    def may_be_in(self, currency: str) -> bool:
        return not self.currencies or currency in self.currencies
