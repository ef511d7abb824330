"""OFR302: an offer that is to come, said as if it could be used already."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.offers.judging import Fault, judged
from msglint.offers.showing import FIELDS as FIELDS
from msglint.offers.showing import values

SCOPE = "document"


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding an offer and sentence; in internal documents, which prepare it, none for its name alone."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.NOT_STARTED:
            yield case.finding_at(
                rule, one.mention.segment, one.mention.start, one.mention.end, entry=one.offer,
                certainty=one.certainty, values=values(one.offer),
            )  # fmt: skip
