"""NAM102: a former name in a shape that leaves a doubt: reordered, misspelt, in somebody else's mouth."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.glossary import LabelKind
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every likely or possible former name."""
    for name in case.names:
        former = name.stale and name.kind is not LabelKind.DEPRECATED and not name.vocabulary
        if former and name.certainty is not Certainty.CERTAIN:
            yield case.finding(rule, name.mention, **name.told)
