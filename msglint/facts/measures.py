"""A quantity held against a decided fact: the same bound, another, one that is nearly it; how to say the right one."""

from decimal import Decimal
from enum import Enum
import re

from msglint.facts.quantities import Quantity, number_words
from msglint.facts.units import NUMBER, Unit, is_unit, unit_of
from msglint.glossary.forms import plural, singular
from msglint.model.glossary import Fact

# Calendar against clock: nobody means the difference, but it is not the same (ISO 8601).
_NEAR: dict[tuple[str, str], tuple[Decimal | int, Decimal | int]] = {
    ("month", "day"): (28, 31),
    ("month", "week"): (4, Decimal("4.4")),
    ("quarter", "day"): (89, 92),
    ("quarter", "week"): (12, 13),
    ("year", "day"): (365, 366),
    ("year", "week"): (52, 52),
}
_OPPOSITE = {(">", "<"), (">", "<="), (">=", "<"), (">=", "<=")}


class Agreement(Enum):
    SAME = "same"
    OTHER = "other"
    NEAR = "near"  # 30 days and one month, over 60 and at least 60: told only to those who ask for it
    APART = "apart"  # of different kinds: the quantity is of something else


def unit_of_fact(fact: Fact) -> Unit:
    """The unit a fact is decided in."""
    return unit_of(fact.unit or "")


def comparable(fact: Fact, quantity: Quantity) -> bool:
    """Whether both are of one kind: time and time, percent and percent. A score may be said in points or bare."""
    if fact.number is None:
        return False
    decided, said = unit_of_fact(fact), quantity.unit
    if decided is NUMBER:
        return said is NUMBER or said.kind == "point"
    return decided.kind == said.kind and _of_one_order(fact.number, decided, quantity.number, said)


_SECONDS = {"time:clock": 1, "time:calendar": 2_629_746, "time:office": 60, "time:weekdays": 86_400}
"""Seconds in the smallest unit of each scale of time; the month by its mean in the Gregorian calendar."""
_FURTHEST = 400
"""Times further apart than this are not two figures for one thing: an age in years, a ride in minutes."""


def _of_one_order(decided: Decimal, unit: Unit, said: Decimal, other: Unit) -> bool:
    if unit.kind != "time" or not decided or not said:
        return True
    ratio = (decided * unit.size * _SECONDS[unit.scale]) / (said * other.size * _SECONDS[other.scale])
    return 1 / Decimal(_FURTHEST) <= ratio <= _FURTHEST


def agreement(fact: Fact, quantity: Quantity) -> Agreement:
    """Whether the quantity names the decided bound, not merely satisfies it (glossary-format.md, "Facts")."""
    bare = quantity.unit is NUMBER and fact.number is not None  # in a table the unit stands in the header
    if not bare and not comparable(fact, quantity):
        return Agreement.APART
    assert fact.number is not None
    decided = unit_of_fact(fact)
    ends = (fact.number,) if fact.to is None else (fact.number, fact.to)
    said = (quantity.number,) if quantity.to is None else (quantity.number, quantity.to)
    if len(said) == 1 and len(ends) == 2:
        fits = any(_equal(end, decided, said[0], quantity.unit) for end in ends)
    else:
        fits = len(said) == len(ends) and all(
            _equal(end, decided, value, quantity.unit) for end, value in zip(ends, said, strict=True)
        )
    if not fits:
        near = len(said) == 1 and any(_nearly(end, decided, said[0], quantity.unit) for end in ends)
        return Agreement.NEAR if near else Agreement.OTHER
    return _of_bounds(fact.relation, quantity.relation) if fact.to is None else Agreement.SAME


def _of_bounds(decided: str | None, said: str | None) -> Agreement:
    if decided is None or said is None or decided == said:
        return Agreement.SAME
    if (decided, said) in _OPPOSITE or (said, decided) in _OPPOSITE:
        # "in" and "within" tell a place as often as a bound: what contradicts must be said outright.
        return Agreement.NEAR if said == "<=" else Agreement.OTHER
    return Agreement.NEAR


def _equal(decided: Decimal, unit: Unit, said: Decimal, other: Unit) -> bool:
    if NUMBER in (unit, other) or unit.scale != other.scale:
        return decided == said and NUMBER in (unit, other)
    return decided * unit.size == said * other.size


def _nearly(decided: Decimal, unit: Unit, said: Decimal, other: Unit) -> bool:
    for (large, small), (least, most) in _NEAR.items():
        for (a, a_unit), (b, b_unit) in (((decided, unit), (said, other)), ((said, other), (decided, unit))):
            if (a_unit.name, b_unit.name) == (large, small) and a * least <= b <= a * most:
                return True
    return False


def corrected(fact: Fact, quantity: Quantity, text: str) -> str | None:
    """What replaces text[slice(*quantity.figure)] to name the decided bound, in the style it was written in.

    None where a number alone would not mend it: one end of a range, or a bound that runs the wrong way.
    """
    if fact.number is None or (fact.to is None) != (quantity.to is None):
        return None
    if _of_bounds(fact.relation, quantity.relation) is Agreement.OTHER:
        return None
    start, end = quantity.figure
    number_start, number_end = quantity.number_at
    number = _number_like(fact, text[number_start:number_end])
    tail = text[number_end:end]
    if quantity.unit is not NUMBER:
        unit_start, unit_end = quantity.unit_at
        unit = _unit_like(fact, quantity, text[unit_start:unit_end], hyphened=text[number_end:unit_start] == "-")
        gap = text[number_end:unit_start]
        if gap == "-" and " " in unit:
            unit = unit.replace(" ", "-")
        tail = f"{gap}{unit}"
    return f"{number}{tail}"


def _number_like(fact: Fact, written: str) -> str:
    assert fact.number is not None
    ends = [fact.number] if fact.to is None else [fact.number, fact.to]
    in_words = written[0].isalpha() and all(_words(end) for end in ends)
    said = [(_words(end) or "") if in_words else _figures(end, written) for end in ends]
    if len(said) == 1:
        return said[0].capitalize() if written[0].isupper() else said[0]
    between = re.search(r"\s?(?:\bto\b|\band\b|[-–—])\s?", written)
    return (between[0] if between else "–").join(said)


def _figures(number: Decimal, written: str) -> str:
    return f"{number:,f}" if number >= 1000 and ("," in written or number >= 10_000) else f"{number:f}"


def _words(number: Decimal) -> str | None:
    """The number in words, up to ninety-nine."""
    names = {value: word for word, value in number_words().items()}
    if number != int(number) or not 0 < number < 100:
        return None
    whole = int(number)
    return names.get(whole) or f"{names[whole - whole % 10]}-{names[whole % 10]}"


def _unit_like(fact: Fact, quantity: Quantity, written: str, hyphened: bool) -> str:
    """The unit for the decided number: the word that was written where it is the same unit, else the glossary's."""
    decided = unit_of_fact(fact)
    same = decided is NUMBER or decided.name == quantity.unit.name
    unit = written if same else (fact.unit or "")
    if not same and written.casefold().startswith("working") and unit.startswith("business"):
        unit = unit.replace("business", "working", 1)
    *qualifiers, head = unit.split()
    if not head.isalpha() or head.isupper() or (len(head) <= 4 and not head.islower()):
        return unit
    if is_unit(head) and not is_unit(plural(head)):
        return unit  # an abbreviation: 60 g
    largest = fact.to if fact.to is not None else fact.number
    one = hyphened or largest == 1
    if same and not hyphened and one == (quantity.number == 1 and quantity.to is None):
        return unit
    return " ".join((*qualifiers, singular(head) if one else plural(head)))
