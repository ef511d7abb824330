"""PRC206: a right amount that says the wrong thing of tax."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.money import telling
from msglint.money.judging import Judged, judged
from msglint.money.tax import opposite

SCOPE = "document"
FIELDS = telling.FIELDS


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding, from the amount to the words about tax, where they contradict the decided price."""
    for one in judged(case.statements, case.glossary, case.circumstances):
        if one.tax is not None:
            start = one.amount.figure[0]
            end = max(one.amount.figure[1], one.amount.taxed[1] if one.amount.taxed else 0)
            yield case.finding_at(
                rule, one.mention.segment, start, end, entry=one.entry, certainty=one.certainty,
                suggestion=_mended(one, start, end), fix="unsafe", values=telling.values(one),
                since=telling.since(one),
            )  # fmt: skip


def _mended(one: Judged, start: int, end: int) -> str | None:
    if one.amount.taxed is None:
        return None
    text = one.mention.segment.text
    words = opposite(text[one.amount.taxed[0] : end])
    return None if words is None else " ".join((text[start : one.amount.taxed[0]] + words).split())
