"""GLO803: an entry whose review is overdue."""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.health import finding
from msglint.glossary.health.agreement import review_troubles
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Rule

SCOPE = "glossary"


def judge(glossary: Glossary, rule: Rule, as_of: date) -> Iterator[Finding]:
    """A finding at each entry that nobody has looked at for longer than its `review_every`.

    The rule's message gets {problem}, {said}, {owner} and {ask}.
    """
    for trouble in review_troubles(glossary, as_of):
        yield finding(trouble, rule)
