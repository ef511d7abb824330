"""How many of something a sentence speaks of, so that a total can be told from a price."""

from decimal import Decimal
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.money.numbers import numeral_pattern, parse_words
from msglint.money.units import is_period, meanings

_NOUN = (
    r"(?P<noun>people|persons?|guests?|heads?|covers?|users?|seats?|licen[cs]es?|members?|delegates?|colleagues|employees|"
    r"adults|days?|nights?|weeks?|months?|years?|hours?|GB|gigabytes?|tables?|units?|pieces?|boxes|trays?|orders?|"
    r"of (?:them|these|those|our|the)|"
    r"(?-i:[A-Z])\w+)"
)
_COUNT = lazy_pattern(
    rf"(?<![\w.,£$€-])(?P<count>\d{{1,4}}|{numeral_pattern()})(?:\s*[x×]\s*|[\s-]+(?:\w+\s)?)"
    rf"(?:{_NOUN})\b(?!\s*(?:or more|minimum))",
    re.IGNORECASE,
)
_FOR = lazy_pattern(
    rf"\bfor (?P<count>\d{{1,3}}|{numeral_pattern()})\b(?!\s*(?:or more|minimum|[-–]|%|[.,]\d))", re.IGNORECASE
)
_BOUND = lazy_pattern(
    r"\b(?:at least|min(?:imum|\.)?(?: of)?|up to|from|over|more than|minimum order:?)\s*\Z", re.IGNORECASE
)
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
    for match in _FOR.finditer(sentence):
        numbers = [Decimal(match["count"])] if match["count"].isdigit() else parse_words(match["count"])
        found += [number for number in numbers if len(numbers) == 1 and number > 1]
    products = [a * b for index, a in enumerate(found) for b in found[index + 1 :]]
    return tuple(dict.fromkeys((*found, *products)))


def spans(sentence: str) -> dict[str, Decimal]:
    """How long the sentence speaks of, by unit: {"month": 12}."""
    found = {}
    for match in _COUNT.finditer(sentence):
        if match["count"].isdigit() and is_period(match["noun"]) and not _BOUND.search(sentence, 0, match.start()):
            found.update(dict.fromkeys(meanings(match["noun"]), Decimal(match["count"])))
    return found
