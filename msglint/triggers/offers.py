"""Offers told without their names: by their code, or by a discount that can be no other's."""

from collections.abc import Sequence

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
    """A code of ours, a percentage, or an amount of money."""
    offers = glossary.offers
    if not offers:
        return None
    codes = tuple(entry.code.casefold() for entry in offers if entry.code)
    known = glossary.currencies

    def may_tell(skim: Skim) -> bool:
        from msglint.offers.evidence import tells_amount, tells_percent
        from msglint.offers.percents import percents

        if any(code in skim.lowered for code in codes):
            return True
        if tells_percent(skim) and any(one.value.discount for one in percents(skim.text)):
            return True
        return tells_amount(skim, known)

    return may_tell


def cues(glossary: Glossary) -> frozenset[bytes]:
    """Words of money."""
    from msglint.offers import evidence

    return evidence.cues(glossary.currencies)
