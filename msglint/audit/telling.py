"""An audit's numbers in words, the same on a terminal and on the page."""

from collections import Counter
from collections.abc import Iterable

from msglint.audit.model import Score
from msglint.model.judgement import Finding
from msglint.model.scale import Severity
from msglint.text.counting import counted


def shown_score(score: Score) -> str:
    """A whole number, rounded down, so that 100 means that nothing at all is wrong; a dash where there is none."""
    return "–" if score.percent is None else str(int(score.percent))


def statements(score: Score) -> str:
    """ "31 of 48 statements agree with the glossary"."""
    noun, verb = ("statement", "agrees") if score.statements == 1 else ("statements", "agree")
    return f"{score.right:,} of {score.statements:,} {noun} {verb} with the glossary"


def counts(findings: Iterable[Finding]) -> str:
    """ "3 findings (2 errors, 1 warning)", "nothing found"."""
    by_severity = Counter(finding.severity for finding in findings)
    kinds = ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "note"))
    said = [counted(by_severity[kind], noun) for kind, noun in kinds if by_severity[kind]]
    total = by_severity.total()
    return f"{counted(total, 'finding')} ({', '.join(said)})" if total else "nothing found"
