"""GLO801: a glossary that contradicts itself.

One label on two entries, right here and stale there; renames in a circle or a chain; prices that overlap or leave a
gap; offers about nothing, or beyond their item's life.
"""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.health import finding
from msglint.glossary.health.contradictions import contradictions
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Rule

SCOPE = "glossary"


def judge(glossary: Glossary, rule: Rule, as_of: date) -> Iterator[Finding]:
    """A finding at the glossary's own line for each contradiction as of that day.

    The rule's message gets {problem}, {said}, {owner} and {ask}.
    """
    for trouble in contradictions(glossary, as_of):
        yield finding(trouble, rule)
