"""NAM105: a current name in the right words and another case."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.judgement import Finding, Rule

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every current name whose case alone is not the glossary's."""
    for name in case.names:
        if name.miscased:
            yield case.finding(rule, name.mention, **name.told)
