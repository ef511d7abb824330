"""DEF403: another bound or number than the one decided: 24 hours, where 4 business hours were agreed."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.facts.figures import mismatches, said_of
from msglint.facts.measures import corrected
from msglint.glossary.standing import applies
from msglint.model.judgement import Finding, Rule

SCOPE = "document"
FIELDS = ("term", "type", "fact", "decided", "agreed")


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every quantity that names another bound than its fact."""
    for one in mismatches(case.statements):
        mention = one.statement.mentions[0]
        entry = one.statement.entry
        if entry is None or not applies(entry, case.circumstances):
            continue
        yield case.finding_at(
            rule, mention.segment, mention.start, mention.end, certainty=one.certainty, entry=entry,
            suggestion=corrected(one.claim.fact, one.claim.quantity, mention.segment.text), fix="unsafe",
            values=said_of(entry, one.claim.fact),
        )  # fmt: skip
