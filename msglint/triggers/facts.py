"""Quantities said of a fact by its own full name, "first response within a day", without its entry's (DEF403)."""

from collections.abc import Iterator, Sequence

from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.occurrences import occurrences
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = ("fact_mismatch",)
FINDERS = ("quantities",)

_STRETCH = lazy_pattern(r"[^\n;:]*")


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None:
    """The first word of the name of a fact that has a number, and a number behind it."""
    names = {fact.name.casefold() for entry in glossary.measured for fact in entry.facts if fact.number is not None}
    first = tuple(sorted({name.split()[0] for name in names if len(name.split()) > 1}))
    if not first:
        return None

    def calls(skim: Skim) -> Iterator[int | None]:
        text = skim.lowered
        for word in first:
            if len(text) != len(skim.text) and word in text:  # folded letters are more: the places are others
                yield None
            for at in occurrences(word, text):
                stretch = _STRETCH.match(text, at)
                if stretch and _may_count(stretch[0]):
                    yield at

    return calls


def _may_count(stretch: str) -> bool:
    """Whether there may be a quantity in it."""
    from msglint.facts.quantities import may_be_in

    return may_be_in(stretch)
