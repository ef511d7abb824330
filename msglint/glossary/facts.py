"""Facts: `name: [<|<=|=|>=|>] number [to number] unit`, or plain text."""

from decimal import Decimal
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

_RELATIONS = {"<": "<", "<=": "<=", "≤": "<=", "=": "=", ">=": ">=", "≥": ">=", ">": ">"}
_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,15}(?:\.[0-9]{1,9})?"
# A unit is words, "%" or "°C": figures or a clause after the number make it a sentence, which is kept as plain text.
_FACT = lazy_pattern(
    rf"(?P<relation>[<>=≤≥]{{1,2}})?\s*(?P<number>{_NUMBER})(?:\s*(?:to|-|–)\s*(?P<to>{_NUMBER}))?"
    r"(?:\s*(?P<unit>[%°€£$]|[%°]?[^\W\d_][^\d.,;:!?()]*))?"
)
_MOST_WORDS = 5


class Measure(Struct, frozen=True):
    """What a fact says; only `text` where it is no number. `relation` is None where none is written."""

    text: str
    relation: str | None = None
    number: Decimal | None = None
    to: Decimal | None = None
    unit: str | None = None


def parse_fact(text: str) -> Measure:
    """Read a fact. Raises ValueError for a comparison without a number, or a range that runs backwards."""
    match = _FACT.fullmatch(text)
    unit = match["unit"].strip() if match and match["unit"] else None
    if match is None or (unit and len(unit.split()) > _MOST_WORDS):
        if re.match(r"[<>=≤≥]", text) and not re.match(rf"(?:{'|'.join(_RELATIONS)})\s*(?:{_NUMBER})(?![\d,])", text):
            raise ValueError("after <, <=, =, >= or > comes a number like 99.9, then its unit: >= 60 points")
        return Measure(text)
    relation = match["relation"]
    if relation and relation not in _RELATIONS:
        raise ValueError("a comparison is one of <, <=, =, >=, >")
    number, to = _decimal(match["number"]), _decimal(match["to"]) if match["to"] else None
    if to is not None and to < number:
        raise ValueError("a range goes from the smaller number to the larger")
    return Measure(text, _RELATIONS[relation] if relation else None, number, to, unit)


def _decimal(figures: str) -> Decimal:
    return Decimal(figures.replace(",", ""))
