"""The alignment score: the share of what documents state that agrees with the glossary, from 0 to 100.

A *statement* is one document speaking of one entry: this flyer of Meals for Teams, whatever it says of its name, price,
offer or meaning. Each statement agrees wholly (1) unless findings speak against it; then it agrees as far as

    1 − the greatest of (how bad × how sure) among its findings

and the score of any set of statements is their mean, weighted by who reads the document.

Why so:

- *One document, one entry, one statement.* To repeat the right name a hundred times, or to add pages that say nothing
  of the glossary, changes nothing; nor does one slip that a document repeats count twice. The score only rises when a
  document stops saying something wrong, or when there are more documents that are right.
- *The worst finding decides*, not their number: whoever reads the one wrong price is not helped by nine right ones.
- *What nothing is stated of has no score.* A hundred would praise silence.
- *How sure* is what a finding of that certainty is worth as evidence; *how bad* is the rule's severity; a note
  announces (an offer ends soon, a grace period runs) and takes nothing away. The constants are set by judgement, are
  few, and stand on the page.
- What somebody has silenced counts as right: they looked at it.
- Findings that belong to no entry (a team's own rules on wording) are listed and not counted: there is nothing right
  they could be weighed against.

A copied document counts as often as it is kept, since it is read as often. The score is no measure of reach: it stands
beside the number of findings, which nothing can thin.
"""

from collections.abc import Iterable, Mapping

from msglint.audit.model import Score
from msglint.glossary.scopes import circle
from msglint.model.judgement import Finding
from msglint.model.scale import Certainty, Severity

BAD = {Severity.ERROR: 1.0, Severity.WARNING: 0.5, Severity.NOTE: 0.0}
SURE = {Certainty.CERTAIN: 1.0, Certainty.LIKELY: 0.75, Certainty.POSSIBLE: 0.25}
READERS = {0: 3.0, 1: 2.0, 2: 1.0}
"""By how far inside the company the reader is: customers, partners, colleagues."""
UNKNOWN_READER = 2.0


def weight(audience: str | None) -> float:
    """How much what is said to an audience weighs. Any audience outside the circles (the press) is as a customer."""
    if audience is None:
        return UNKNOWN_READER
    inside = circle(audience)
    return READERS[0 if inside is None else inside]


def loss(finding: Finding) -> float:
    """How far a finding speaks against what was said: from 0 to 1."""
    return BAD[finding.severity] * SURE[finding.certainty]


def losses(entries: Iterable[str], findings: Iterable[Finding]) -> dict[str, float]:
    """How far each entry a document speaks of is misstated; findings name entries that nothing else does."""
    found = dict.fromkeys(sorted(entries), 0.0)
    for finding in findings:
        if finding.entry is not None:
            found[finding.entry] = max(found.get(finding.entry, 0.0), loss(finding))
    return found


def score(statements: Iterable[tuple[float, float]]) -> Score:
    """The score of statements, each as (loss, weight of who reads it)."""
    pairs = list(statements)
    return Score(
        statements=len(pairs),
        right=sum(not lost for lost, _ in pairs),
        weight=sum(weighs for _, weighs in pairs),
        agreeing=sum((1 - lost) * weighs for lost, weighs in pairs),
    )


def score_of_document(losses: Mapping[str, float], audience: str | None) -> Score:
    """A document's own score."""
    return score((lost, weight(audience)) for lost in losses.values())


def burden(findings: Iterable[Finding], audience: str | None) -> float:
    """What findings in a document weigh together: what is sorted by to tell what to do first."""
    return weight(audience) * sum(map(loss, findings))


def rank(finding: Finding, audience: str | None) -> tuple[int, int, float]:
    """A key that sorts findings worst first: the surest, of those the gravest, of those what customers read."""
    return -finding.certainty, -finding.severity, -weight(audience)
