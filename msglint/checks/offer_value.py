"""OFR304: an offer takes off more or less than is said."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.offers.judging import Fault, judged
from msglint.offers.showing import FIELDS as FIELDS
from msglint.offers.showing import span, suggestion, values

SCOPE = "document"
_INSTEAD = ("OFR305", "PRC201", "PRC202", "PRC203", "PRC204")
"""What the decided value says better than arithmetic, or the price without the offer."""


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every wrong value, at its figure."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.VALUE:
            yield case.finding_at(
                rule, one.mention.segment, *span(one), entry=one.offer, certainty=one.certainty,
                suggestion=suggestion(one, case.circumstances.language), fix="unsafe",
                values=values(one.offer), instead_of=_INSTEAD,
            )  # fmt: skip
