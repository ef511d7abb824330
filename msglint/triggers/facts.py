"""Quantities said of a fact by its own full name, "first response within a day", without its entry's (DEF403)."""

from collections.abc import Sequence

from msglint.model.glossary import Glossary
from msglint.model.judgement import Rule
from msglint.text.skim import Skim
from msglint.triggers import Trigger

CHECKS = ("fact_mismatch",)
FINDERS = ("quantities",)


def trigger(rules: Sequence[Rule], glossary: Glossary) -> Trigger | None:
    """The first word of the name of a fact that has a number, and a second word."""
    names = {fact.name.casefold() for entry in glossary.measured for fact in entry.facts if fact.number is not None}
    first = tuple(sorted({name.split()[0] for name in names if len(name.split()) > 1}))
    if not first:
        return None

    def may_tell(skim: Skim) -> bool:
        return any(word in skim.lowered for word in first)

    return may_tell
