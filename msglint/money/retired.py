"""The odd figure of a retired price list: an amount that belongs to nothing, yet equals a price of the past."""

from msgspec import Struct

from msglint.glossary.standing import applies
from msglint.model.glossary import Entry, Glossary, Price
from msglint.model.judgement import Circumstances
from msglint.model.scale import Certainty
from msglint.money.amount import Role
from msglint.money.claim import Bond, Claim
from msglint.money.standing import prices_of
from msglint.money.units import agree


class Retired(Struct, frozen=True):
    """`old` is what the amount equals, `current` what holds now (None where several do)."""

    entry: Entry
    old: Price
    current: Price | None
    certainty: Certainty


def retired(claim: Claim, glossary: Glossary, circumstances: Circumstances) -> Retired | None:
    """The one entry whose past price the amount equals in currency and unit, and which no current price equals.

    Likely where the document names the product and the words around name nothing else; in table rows nothing is said.
    """
    amount = claim.amount
    if claim.tabular or claim.bond is not Bond.NONE or not amount.currencies or amount.other is not None:
        return None
    found = []
    for entry in glossary.priced:
        if not entry.prices or not applies(entry, circumstances):
            continue
        prices = prices_of(entry, circumstances)
        if any(p.amount == amount.amount and amount.may_be_in(p.currency) for p in prices.current):
            return None
        old = next((p for p in prices.past if p.amount == amount.amount and amount.may_be_in(p.currency)), None)
        if old and prices.current and agree(amount.per, old.per):
            found.append((entry, old, prices.current))
    if len(found) != 1:
        return None
    entry, old, current = found[0]
    whole = bool(amount.per) and len(amount.per) >= len(old.per)
    likely = entry.id in claim.page and not claim.subject and amount.role in (Role.PRICE, Role.LIMIT, Role.THRESHOLD)
    likely = likely and (whole or (amount.role is Role.PRICE and not claim.crowded))
    right = current[0] if len(current) == 1 else None
    return Retired(entry, old, right, Certainty.LIKELY if likely else Certainty.POSSIBLE)
