"""The checks of rules."""

from collections.abc import Iterator, Mapping
from types import ModuleType

from msglint import registry
from msglint.model.judgement import Rule


def checks_of(rules: Mapping[str, Rule], scope: str) -> Iterator[tuple[ModuleType, Rule]]:
    """Each rule's check where it judges in that scope: "document", "run" or "glossary"."""
    for rule in rules.values():
        check = registry.load("msglint.checks", rule.check)
        if scope == check.SCOPE:
            yield check, rule
