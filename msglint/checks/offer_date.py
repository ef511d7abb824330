"""OFR303: an offer begins or ends on another day than is said."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.offers.judging import Fault, judged
from msglint.offers.showing import FIELDS as FIELDS
from msglint.offers.showing import suggestion, values

SCOPE = "document"


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every wrong end of a window, at the day."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.DATE:
            yield case.finding_at(
                rule, one.mention.segment, one.mention.start, one.mention.end, entry=one.offer,
                certainty=one.certainty, suggestion=suggestion(one), fix="unsafe", values=values(one.offer),
            )  # fmt: skip
