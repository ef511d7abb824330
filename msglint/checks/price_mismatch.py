"""PRC201: an amount that its product never cost."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.money import telling
from msglint.money.judging import Fault, judged

SCOPE = "document"
FIELDS = telling.FIELDS


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every amount that is no price of its product."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.MISMATCH:
            told = telling.told(one, case.circumstances.language)
            yield case.finding_at(rule, one.mention.segment, *telling.place(one), entry=one.entry, **told)
