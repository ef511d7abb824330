"""NAM105: a current name in the right words and another case."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.glossary.standing import Standing
from msglint.matching.naming import names
from msglint.model.judgement import Finding, Rule, Stance, Variation
from msglint.model.scale import Certainty

SCOPE = "document"


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every current name whose case alone is not the glossary's."""
    for name in names(case.statements, case.circumstances):
        miscased = Variation.CASE in name.mention.variations and not name.slip and name.kind.current
        identifier = Variation.IDENTIFIER in name.mention.variations
        if miscased and not identifier and name.standing is Standing.RIGHT and name.stance is not Stance.PAST:
            yield case.finding(
                rule, name.mention, certainty=name.certainty, suggestion=name.suggestion,
                fix="safe" if name.certainty is Certainty.CERTAIN else "unsafe", **name.values(),
            )  # fmt: skip
