"""One of these, not both, in one document (Vale's `consistency`): adviser or advisor, sign-up or signup."""

from collections.abc import Iterator, Mapping

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.search import EXCEPTIONS, IGNORECASE, NONWORD, SCOPE_OPTION, Hit, hits

SCOPE = "document"
FIELDS = ("other",)
OPTIONS = {
    "either": Option("either", "pairs of words, a document says one of: {adviser: advisor}", required=True),
    "exceptions": EXCEPTIONS,
    "ignorecase": IGNORECASE,
    "nonword": NONWORD,
    "scope": SCOPE_OPTION,
}


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding a pair where both are said, at the first of those said less often; of equals the later one."""
    either = rule.options["either"]
    assert isinstance(either, Mapping)  # as OPTIONS has it
    for pair in either.items():
        said = [list(hits(case.document, rule, (word,))) for word in pair]
        if all(said):
            odd = _odd(case, said)
            hit = said[odd][0]
            yield case.finding_at(
                rule, hit.segment, hit.start, hit.end, certainty=Certainty.CERTAIN,
                values={"other": " ".join(said[1 - odd][0].match[0].split())},
            )  # fmt: skip


def _odd(case: Case, said: list[list[Hit]]) -> int:
    """Which of the two is out of step with the document."""
    if len(said[0]) != len(said[1]):
        return 0 if len(said[0]) < len(said[1]) else 1
    order = {id(segment): index for index, segment in enumerate(case.document.segments)}
    first = [(order[id(hits[0].segment)], hits[0].start) for hits in said]
    return 0 if first[0] > first[1] else 1
