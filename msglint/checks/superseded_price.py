"""PRC202: a price of the past, told as if it held."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.money import telling
from msglint.money.judging import Fault, judged

SCOPE = "document"
FIELDS = telling.FIELDS


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every price that has ended."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.fault is Fault.SUPERSEDED:
            told = telling.told(one, case.circumstances.language)
            yield case.finding_at(rule, one.mention.segment, *telling.place(one), entry=one.entry, **told)
