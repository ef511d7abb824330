"""XDC701: one name, two prices, and the glossary has none to tell which is right."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule, Saying
from msglint.money.conflicts import Stated, odd_ones, unpriced
from msglint.text.showing import place

SCOPE = "run"
FIELDS = ("name", "other", "where")


def say(case: Case, rule: Rule) -> Iterator[Saying]:
    """The prices that a document gives to names without a price in the glossary; the value is a Stated."""
    for statement, stated in unpriced(case.statements, case.circumstances):
        assert statement.entry is not None
        mention = replace(statement.mentions[0], entry=statement.entry)
        values = {"name": statement.entry.preferred.text, "other": "{other}", "where": "{where}"}
        finding = case.finding(rule, mention, certainty=statement.certainty, values=values)
        yield Saying(statement.entry.id, stated, finding)


def judge(sayings: Sequence[Saying], rule: Rule) -> Iterator[Finding]:
    """One finding for every price that is odd among those of its name; it names the place of the other."""
    by_name: dict[str, list[tuple[Stated, Saying]]] = defaultdict(list)
    for saying in sayings:
        if isinstance(saying.value, Stated):
            by_name[saying.subject].append((saying.value, saying))
    for said in by_name.values():
        for odd, reference in odd_ones([(stated, saying.blamed) for stated, saying in said]):
            other, finding = said[reference], said[odd][1].finding
            message = finding.message.replace("{other}", other[0].shown).replace(
                "{where}", place(other[1].finding.location)
            )
            yield replace(finding, message=message)
