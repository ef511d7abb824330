"""Never say this: words or patterns that must not occur (Vale's `existence`)."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty
from msglint.rulebook.options import Option
from msglint.rulebook.search import EXCEPTIONS, IGNORECASE, NONWORD, SCOPE_OPTION, hits, words_of

SCOPE = "document"
FIELDS = ()
OPTIONS = {
    "tokens": Option("patterns", "the words or patterns that must not occur", required=True),
    "exceptions": EXCEPTIONS,
    "ignorecase": IGNORECASE,
    "nonword": NONWORD,
    "scope": SCOPE_OPTION,
}


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding for every occurrence."""
    for hit in hits(case.document, rule, words_of(rule, "tokens")):
        yield case.finding_at(rule, hit.segment, hit.start, hit.end, certainty=Certainty.CERTAIN)
