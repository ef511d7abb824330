"""OFR301: an offer that is over, said as if it could be used."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.glossary.standing import over_from
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Severity
from msglint.offers.judging import Fault, judged
from msglint.offers.showing import FIELDS as FIELDS
from msglint.offers.showing import values

SCOPE = "document"


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding an offer and sentence. One that gives its own right end misleads nobody; it is a note."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.EXPIRED:
            yield case.finding_at(
                rule, one.mention.segment, one.mention.start, one.mention.end, entry=one.offer,
                certainty=one.certainty, severity=Severity.NOTE if one.told else None, values=values(one.offer),
                since=over_from(one.offer),
            )  # fmt: skip
