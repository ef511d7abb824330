"""At most or at least so often: how many times something may be said (Vale's `occurrence`)."""

from collections.abc import Iterator, Mapping
from typing import cast

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.scopes import groups
from msglint.rulebook.search import EXCEPTIONS, IGNORECASE, NONWORD, Hit, hits_in, scope_of, words_of

SCOPE = "document"
FIELDS = ("count", "min", "max")
OPTIONS = {
    "token": Option("pattern", "what is counted", required=True),
    "max": Option("count", "at most so often"),
    "min": Option("count", "at least so often"),
    "exceptions": EXCEPTIONS,
    "ignorecase": IGNORECASE,
    "nonword": NONWORD,
    "scope": Option("scope", "within what: text (a block), sentence, heading …, document", default=("text",)),
}
ONE_OF = ("max", "min")
"""At least one of these must be written."""


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for each block, sentence or document that says it too often (at the first too many) or too seldom."""
    most, least = cast("int | None", rule.options.get("max")), cast("int | None", rule.options.get("min"))
    for group in groups(case.document, scope_of(rule)):
        found = [hit for stretch in group for hit in hits_in(stretch, rule, words_of(rule, "token"))]
        found = list({(id(hit.segment), hit.start): hit for hit in found}.values())
        values = {"count": len(found), "min": least, "max": most}
        if most is not None and len(found) > most:
            yield _at(case, rule, found[most], values)
        elif least is not None and len(found) < least:
            # There is no place to show what is missing: the beginning of what was searched is shown.
            words = hits_in(group[0], rule, (r"\S+",), excepting=False)
            yield from (_at(case, rule, hit, values) for hit in [next(words, None)] if hit)


def _at(case: Case, rule: Rule, hit: Hit, values: Mapping[str, object]) -> Finding:
    return case.finding_at(rule, hit.segment, hit.start, hit.end, certainty=Certainty.CERTAIN, values=values)
