"""Small reports to format."""

from datetime import date

from msgspec.structs import replace

from msglint.model.document import Document, Location, Piece, Segment
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Certainty, Severity
from msglint.text.excerpts import excerpt_of

FINDING = Finding(
    rule="NAM101",
    name="superseded-name",
    severity=Severity.ERROR,
    certainty=Certainty.CERTAIN,
    message="“Business Lunch” is now “Meals for Teams”.",
    location=Location("flyers/june.md", 1, 15, 1, 29),
    said="Business Lunch",
    suggestion="Meals for Teams",
    fix="safe",
    entry="meals-for-teams",
    owner="lucy@example.com",
    fingerprint="3a7f",
)


def document(text: str, path: str = "flyers/june.md") -> Document:
    return Document(path, "md", (Segment(text, pieces=(Piece(0, len(text), 0, len(text)),)),), {"": text})


def report(*findings: Finding, text: str = "Ask about our Business Lunch today.", **counts: object) -> Report:
    """A report of findings in documents that hold that text; a finding that has an excerpt keeps it."""
    shown = tuple(
        replace(each, excerpt=each.excerpt or excerpt_of(each, document(text, each.location.path))) for each in findings
    )
    return replace(Report(shown, date(2026, 6, 10), documents=1), **counts)


def found(text: str, said: str, line: int = 1) -> Finding:
    """A finding at the first place of `said` in that line of `text`."""
    column = text.split("\n")[line - 1].index(said) + 1
    location = Location("flyers/june.md", line, column, line, column + len(said))
    return replace(FINDING, said=said, location=location, order=(0, text.index(said)))
