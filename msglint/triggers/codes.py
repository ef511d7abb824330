"""Codes that no offer has (OFR307), where the glossary has offers with codes."""

from collections.abc import Sequence

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = ("unknown_code",)
FINDERS = ("codes",)

_LEADS = ("code", "coupon", "voucher", "códig", "codice")
_CAPITALS = lazy_pattern(r"(?<![^\W_])[^\W_a-z]{2,}(?:[-_][^\W_a-z]+)*")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None:
    """Words that lead to a code, or capitals and figures that come near one of ours."""
    entries = {offer.id: offer for offer in glossary.offers if offer.code}
    if not entries:
        return None
    judged: dict[str, bool] = {}

    def may_tell(skim: Skim) -> bool:
        from msglint.offers.codes import codes_of

        if any(lead in skim.lowered for lead in _LEADS):
            return True
        codes = codes_of(entries)
        for token in set(_CAPITALS.findall(skim.text)) - judged.keys():
            judged[token] = codes.nearest(token) is not None
        return any(judged[token] for token in set(_CAPITALS.findall(skim.text)))

    return may_tell
