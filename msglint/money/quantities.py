"""How many of something a sentence speaks of, so that a total can be told from a price."""

from decimal import Decimal
import re

from msglint.money.numbers import numeral_pattern, parse_words
from msglint.money.units import is_period, meanings

_NOUN = (
    r"(?P<noun>people|persons?|guests?|heads?|covers?|users?|seats?|licen[cs]es?|members?|delegates?|colleagues|employees|adults|"
    r"days?|nights?|weeks?|months?|years?|hours?|GB|gigabytes?|tables?|units?|pieces?|boxes|trays?|orders?|of (?:them|these|those|our|the)|"
    r"(?-i:[A-Z])\w+)"
)
_COUNT = re.compile(
    rf"(?<![\w.,£$€-])(?P<count>\d{{1,4}}|{numeral_pattern()})(?:\s*[x×]\s*|[\s-]+(?:\w+\s)?)(?:{_NOUN})\b(?!\s*(?:or more|minimum))",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:at least|min(?:imum|\.)?(?: of)?|up to|from|over|more than|minimum order:?)\s*\Z", re.IGNORECASE)
_MONTHS = {"year": Decimal(12)}


def quantities(sentence: str) -> tuple[Decimal, ...]:
    """The counts of a sentence; "2 years" counts 2 and 24 (months). "At least 8" and "8 or more" count nothing."""
    found: list[Decimal] = []
    for match in _COUNT.finditer(sentence):
        if _BOUND.search(sentence, 0, match.start()):
            continue
        written = match["count"]
        numbers = [Decimal(written)] if written.isdigit() else parse_words(written)
        if len(numbers) == 1 and numbers[0] > 1:
            found.append(numbers[0])
            if is_period(match["noun"]):
                found += [numbers[0] * _MONTHS[unit] for unit in meanings(match["noun"]) if unit in _MONTHS]
        elif len(numbers) == 1 and match["noun"].lower() == "year":
            found.append(Decimal(12))
    products = [a * b for index, a in enumerate(found) for b in found[index + 1 :]]
    return tuple(dict.fromkeys((*found, *products)))
