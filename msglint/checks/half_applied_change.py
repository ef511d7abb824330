"""PRC203: name and price changed on one day, and only one of them was moved."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.matching.naming import Name
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.money import telling
from msglint.money.judging import Fault, Judged, judged

SCOPE = "document"
FIELDS = telling.FIELDS
_AT_NAME = ("NAM101", "NAM102")
_AT_PRICE = ("PRC202",)


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding at the stale side, in place of what other rules say there."""
    said = {id(name.mention): name for name in case.names}
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.half is None:
            continue
        if one.fault is Fault.SUPERSEDED:
            told = telling.told(one, case.circumstances.language)
            yield case.finding_at(
                rule, one.mention.segment, *telling.place(one), entry=one.entry, instead_of=_AT_PRICE, **told
            )
        elif one.claim.named is not None and (name := said.get(id(one.claim.named))) and name.stale:
            yield _at_name(case, rule, one, name)


def _at_name(case: Case, rule: Rule, one: Judged, name: Name) -> Finding:
    certainty = min(one.certainty, name.certainty)
    safe = certainty is Certainty.CERTAIN  # the price has moved already: with the name the change is whole
    return case.finding(
        rule, name.mention, certainty=certainty, severity=name.severity, suggestion=name.suggestion,
        fix="safe" if safe else "unsafe", values=telling.values(one), instead_of=_AT_NAME, since=one.half,
    )  # fmt: skip
