"""GLO802: a team has not agreed to an entry, or not to the entry as it stands."""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.health import finding
from msglint.glossary.health.agreement import sign_off_troubles
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Rule

SCOPE = "glossary"


def judge(glossary: Glossary, rule: Rule, as_of: date) -> Iterator[Finding]:
    """A finding for each entry and team whose word is owed: at the void sign-off, else at the entry's name.

    The rule's message gets {problem}, {said}, {owner} and {ask}.
    """
    for trouble in sign_off_troubles(glossary, as_of):
        yield finding(trouble, rule)
