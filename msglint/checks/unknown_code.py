"""OFR307: a code that no offer of the glossary has."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.glossary import EntryType
from msglint.model.judgement import Finding, Mention, Rule
from msglint.offers.codes import Code

SCOPE = "document"
FIELDS = ("meant",)


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every such code; the nearest of ours is suggested where one is near."""
    for mention in case.mentions:
        code = mention.value
        if mention.kind == "code" and isinstance(code, Code) and not code.offers and not _is_name(mention, case):
            meant = f"; the nearest is {code.near}" if code.near else ""
            yield case.finding(rule, mention, suggestion=code.near, fix="unsafe", values={"meant": meant})


def _is_name(mention: Mention, case: Case) -> bool:
    """Whether the name of something else stands at the same place: "Use MODEL X100"."""
    return any(
        other.kind == "name"
        and other.entry is not None
        and other.entry.type is not EntryType.OFFER
        and other.segment is mention.segment
        and other.start < mention.end
        and mention.start < other.end
        for other in case.mentions
    )
