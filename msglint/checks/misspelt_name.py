"""NAM104: a current name written wrongly: a slip of the keyboard, another number, other hyphens, a known slip."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.judgement import Finding, Rule

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every slip in a current name, with its own certainty."""
    for name in case.names:
        if name.slip and not name.vocabulary:
            yield case.finding(rule, name.mention, **name.told)
