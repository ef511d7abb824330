"""What somebody says who starts to use msglint."""

from datetime import date
from decimal import Decimal
import json
from typing import Literal

from msgspec import Struct

from msglint.errors import GlossaryError
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Price


class Answers(Struct, frozen=True):
    """What is known of a company; "" and None where nothing was said.

    organization  the company's own name
    name          a name it uses now, of a product say
    old_name      what that was called before;  since  the day on which it changed
    price         as the glossary writes it: "12.50 GBP per person"
    owner         whom to ask
    language      BCP 47, the glossary's
    hook, ci      whether commits are checked, and where pull requests are
    repository    where msglint itself is to be had from, an address that git knows; None: it is installed already
    """

    organization: str = ""
    name: str = ""
    old_name: str = ""
    since: date | None = None
    price: str = ""
    owner: str = ""
    language: str = "en"
    hook: bool = False
    ci: Literal["github", "gitlab"] | None = None
    repository: str | None = None

    @property
    def currency(self) -> str | None:
        """The currency of the price, ISO 4217."""
        return price_of(self.price).currency if self.price else None


def price_of(text: str) -> Price:
    """The price that a text such as "12.50 GBP per person" states. Raises ValueError, saying how one is written."""
    try:
        glossary = parse_glossary(f"terms: [{{term: X, price: {json.dumps(text)}}}]", "price")
    except GlossaryError as error:
        said = error.problems[0].message
        raise ValueError(f"{said}; a price is written like 12.50 GBP per person") from None
    price = glossary.entries[0].prices[0]
    if price.amount <= Decimal(0):
        raise ValueError("a price is more than nothing; leave it empty where there is none")
    return price
