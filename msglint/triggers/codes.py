"""Codes that no offer has (OFR307), where the glossary has offers with codes."""

from collections.abc import Iterator, Sequence

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = ("unknown_code",)
FINDERS = ("codes",)

_LEADS = ("code", "coupon", "voucher", "códig", "codice")
_REACH = 80
"""Characters before a code in which such a word stands."""
_CAPITALS = lazy_pattern(r"[A-Z0-9](?:[-_]?[A-Z0-9]){3,}")
_ANY_CAPITALS = lazy_pattern(r"(?<![^\W_])[^\W_a-z](?:[-_]?[^\W_a-z]){3,}")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None:
    """Capitals and figures that come near a code of ours, or stand behind a word that leads to a code."""
    entries = {offer.id: offer for offer in glossary.offers if offer.code}
    if not entries:
        return None
    judged: dict[str, bool] = {}

    def is_near(token: str) -> bool:
        from msglint.offers.codes import codes_of

        if token not in judged:
            judged[token] = codes_of(entries).nearest(token) is not None
        return judged[token]

    def calls(skim: Skim) -> Iterator[int]:
        led = any(lead in skim.lowered for lead in _LEADS)
        for match in (_CAPITALS if skim.text.isascii() else _ANY_CAPITALS).finditer(skim.text):
            if match[0].upper() == match[0].lower():  # a number
                continue
            before = skim.text[max(0, match.start() - _REACH) : match.start()].casefold() if led else ""
            if any(lead in before for lead in _LEADS) or is_near(match[0]):
                yield match.start()

    return calls
