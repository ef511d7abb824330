"""PRC204: an amount for another unit than the product is sold by."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.money import telling
from msglint.money.judging import Fault, judged

SCOPE = "document"
FIELDS = telling.FIELDS


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding, at the amount and its unit, for every unit that is not the decided one. Nothing is converted."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.UNIT:
            yield case.finding_at(
                rule, one.mention.segment, *telling.place(one), entry=one.entry, certainty=one.certainty,
                suggestion=telling.unit_suggestion(one), fix="unsafe", values=telling.values(one),
                since=telling.since(one),
            )  # fmt: skip
