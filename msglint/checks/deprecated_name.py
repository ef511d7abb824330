"""NAM103: a name that must never be used."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.glossary import LabelKind
from msglint.model.judgement import Finding, Rule

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every deprecated name, with its own certainty."""
    for name in case.names:
        if name.stale and name.kind is LabelKind.DEPRECATED and not name.vocabulary:
            yield case.finding(rule, name.mention, **name.told)
