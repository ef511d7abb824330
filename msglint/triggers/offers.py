"""Offers and prices told without a name: by a code, a discount that can be no other's, a price of the past."""

from collections.abc import Iterator, Sequence

from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = (
    "expired_offer", "missing_boilerplate", "offer_date", "offer_ending_soon", "offer_not_started", "offer_value",
    "out_of_scope", "embargoed_name", "price_mismatch", "superseded_price", "price_unit", "price_currency", "price_tax",
    "price_conflict",
)  # fmt: skip
FINDERS = ("codes", "dates", "money", "percents")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None:
    """A code of ours, a discount with a day and without another word, an amount that was a price."""
    offers = glossary.offers
    if not offers:
        return None
    past = {price.amount for entry in glossary.entries for price in entry.prices if price.valid_through}
    codes = tuple(entry.code.casefold() for entry in offers if entry.code)
    known = glossary.currencies

    def calls(skim: Skim) -> Iterator[int | None]:
        from msglint.offers import evidence, unnamed

        if any(code in skim.lowered for code in codes):
            yield None
        if skim.tables and evidence.tells_amount(skim, known):
            yield None
        yield from unnamed.bare_discounts(skim, known)
        yield from unnamed.past_prices(skim, known, past)

    return calls


def cues(glossary: Glossary) -> frozenset[bytes]:
    """Words of money."""
    from msglint.offers import evidence

    return evidence.cues(glossary.currencies)
