"""Discounts told by their figures alone: was, now and saved (OFR305), with or without an offer of the glossary."""

from collections.abc import Iterator, Sequence

from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = ("discount_arithmetic",)
FINDERS = ("money", "percents")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger:
    """Two prices and a percentage, or three amounts."""
    known = glossary.currencies

    def calls(skim: Skim) -> Iterator[int | None]:
        from msglint.offers.evidence import reductions

        return reductions(skim, known)

    return calls


def cues(glossary: Glossary) -> frozenset[bytes]:
    """Words of money."""
    from msglint.offers import evidence

    return evidence.cues(glossary.currencies)
