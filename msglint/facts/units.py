"""Units of measure: which are the same, which convert exactly, and which are only of one kind. The table is data."""

from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec import Struct

from msglint.facts.stems import stem

_DATA = Path(__file__).parent / "data" / "units.txt"
_OFFICE = frozenset(("business", "working", "work", "office", "weekday"))
"""Words that keep weekends out: a business day is a working day (glossary-format.md, "Facts")."""


class Unit(Struct, frozen=True):
    """`scale` is what it converts within ("time:clock"), `size` how many of the scale's smallest unit it is."""

    name: str
    scale: str
    size: Decimal

    @property
    def kind(self) -> str:
        """What it may be held against: "time", "share" …; a unit outside the table is a kind of its own."""
        return self.scale.partition(":")[0]


NUMBER = Unit("", "", Decimal(1))
"""The unit of a bare number."""


def unit_of(words: str) -> Unit:
    """The unit that words stand for: "business days", "%", "GB". NUMBER for none, one of its own for unknown words."""
    parts = words.casefold().replace("per cent", "percent").replace("-", " ").split()
    if not parts:
        return NUMBER
    office = any(part in _OFFICE for part in parts[:-1])
    known = _table().get(f"{'business ' if office else ''}{parts[-1]}")
    if known is None and parts[-1] in _OFFICE_DAYS:
        known = _table().get(f"business {parts[-1]}")
    return known or Unit(stem(parts[-1]), stem(parts[-1]), Decimal(1))


def is_unit(word: str) -> bool:
    """Whether a word is a form of a unit in the table."""
    return word.casefold() in _table() or word.casefold() in _OFFICE_DAYS


_OFFICE_DAYS = frozenset(("workday", "workdays", "weekday", "weekdays"))


@cache
def _table() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, scale, size, forms = (part.strip() for part in line.split("|"))
            unit = Unit(name, scale, Decimal(size))
            prefix = "business " if name.startswith("business ") else ""
            table.update({f"{prefix}{form}": unit for form in forms.split()})
    return table
