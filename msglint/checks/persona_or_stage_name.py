"""AUD502: a persona or funnel stage under another name than the one both teams share."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.judgement import Finding, Rule

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every stale, deprecated or misspelt name of a persona or stage."""
    for name in case.names:
        if name.vocabulary and (name.stale or name.slip):
            yield case.finding(rule, name.mention, **name.told)
