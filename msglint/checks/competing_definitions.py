"""DEF402: one term, defined in two ways; also one that the glossary does not know."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from msglint.checks import Case
from msglint.facts.competing import Told, odd_ones, told_of
from msglint.glossary.standing import applies
from msglint.model.judgement import Finding, Rule, Saying, Stance
from msglint.text.showing import place

SCOPE = "run"
FIELDS = ("term", "other", "where")


def say(case: Case, rule: Rule) -> Iterator[Saying]:
    """The definitions that a document gives; the value is a Told."""
    for statement in case.statements:
        if statement.kind != "definition" or statement.stance is not Stance.OURS:
            continue
        if statement.entry is not None and not applies(statement.entry, case.circumstances):
            continue
        told = told_of(statement)
        if told is not None:
            values = {"term": told.defined.term, "other": "{other}", "where": "{where}"}
            mention = replace(statement.mentions[0], entry=statement.entry)
            finding = case.finding(rule, mention, certainty=statement.certainty, values=values)
            yield Saying(told.defined.key, told, finding)


def judge(sayings: Sequence[Saying], rule: Rule) -> Iterator[Finding]:
    """One finding for every definition that cannot stand beside the one it is held against."""
    by_term: dict[str, list[tuple[Told, Saying]]] = defaultdict(list)
    for saying in sayings:
        if isinstance(saying.value, Told):
            by_term[saying.subject].append((saying.value, saying))
    for said in by_term.values():
        for odd, reference, fault in odd_ones([(told, saying.blamed) for told, saying in said]):
            other, finding = said[reference], said[odd][1].finding
            message = finding.message.replace("{other}", " ".join(other[0].defined.text.split()).rstrip("."))
            message = message.replace("{where}", place(other[1].finding.location))
            yield replace(finding, message=message, certainty=min(fault.certainty, finding.certainty))
