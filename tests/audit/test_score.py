"""The alignment score: what raises it, what does not, and what has none."""

from pathlib import Path

import pytest

from msglint.audit.model import Score
from msglint.audit.score import losses, score, weight
from msglint.audit.telling import counts, shown_score, statements
from msglint.model.document import Location
from msglint.model.judgement import Finding
from msglint.model.scale import Certainty, Severity
from tests.audit.audits import audit_of_texts

RIGHT = "Offer the Quiet Cabin first."
WRONG = "Offer the Silent Coach first."
PRICED = "The Quiet Cabin is £49 a night."
MISPRICED = "The Quiet Cabin is £44 a night."


def percent(folder: Path, *texts: str) -> float | None:
    return audit_of_texts(folder, {f"{number}.md": text for number, text in enumerate(texts)}).score.percent


def finding(severity: Severity, certainty: Certainty, entry: str | None = "quiet-cabin") -> Finding:
    return Finding("NAM101", "x", severity, certainty, "", Location("a.md"), "x", entry=entry)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([RIGHT], 100),
        ([WRONG], 0),
        ([RIGHT, WRONG], 50),
        ([RIGHT, "Tea is served at four."], 100),
        ([f"{PRICED} {PRICED} {MISPRICED}"], 0),
        ([WRONG, f"{RIGHT} Then the Harbour Tour."], 100 * 2 / 3),
        (["The Quiet Cabin was formerly called Silent Coach."], 100),
    ],
)
def test_it_is_the_share_of_statements_that_agree(tmp_path: Path, texts: list[str], expected: float) -> None:
    assert percent(tmp_path, *texts) == pytest.approx(expected)


def test_what_speaks_of_nothing_in_the_glossary_has_none(tmp_path: Path) -> None:
    assert percent(tmp_path, "Tea is served at four.") is None
    assert percent(tmp_path) is None
    assert shown_score(Score()) == "–"


@pytest.mark.parametrize("more", [RIGHT * 100, "Tea is served at four. " * 100, WRONG])
def test_repeating_what_a_document_says_changes_nothing(tmp_path: Path, more: str) -> None:
    assert percent(tmp_path, RIGHT, f"{WRONG} {more}") == percent(tmp_path, RIGHT, WRONG)


def test_what_customers_read_weighs_more(tmp_path: Path) -> None:
    def read_by(audience: str, text: str) -> str:
        return f"---\nmsglint: {{audience: {audience}}}\n---\n\n{text}\n"

    assert percent(tmp_path, read_by("customer", WRONG), read_by("internal", RIGHT)) == pytest.approx(25)
    assert percent(tmp_path, read_by("customer", RIGHT), read_by("internal", WRONG)) == pytest.approx(75)


@pytest.mark.parametrize(
    ("audience", "expected"),
    [("customer", 3), ("Partner", 2), ("internal", 1), ("sales", 1), ("press", 3), (None, 2)],
)
def test_who_reads_it_weighs(audience: str | None, expected: float) -> None:
    assert weight(audience) == expected


@pytest.mark.parametrize(
    ("severity", "certainty", "expected"),
    [
        (Severity.ERROR, Certainty.CERTAIN, 1),
        (Severity.ERROR, Certainty.POSSIBLE, 0.25),
        (Severity.WARNING, Certainty.LIKELY, 0.375),
        (Severity.NOTE, Certainty.CERTAIN, 0),
    ],
)
def test_a_statement_loses_as_the_finding_is_bad_and_sure(
    severity: Severity, certainty: Certainty, expected: float
) -> None:
    assert losses(["quiet-cabin"], [finding(severity, certainty)]) == {"quiet-cabin": expected}


def test_the_worst_finding_decides_and_what_is_of_no_entry_does_not_count() -> None:
    found = [
        finding(Severity.WARNING, Certainty.LIKELY),
        finding(Severity.ERROR, Certainty.CERTAIN),
        finding(Severity.ERROR, Certainty.CERTAIN, entry=None),
        finding(Severity.ERROR, Certainty.CERTAIN, entry="deck-pass"),
    ]
    assert losses(["quiet-cabin", "harbour-tour"], found) == {"quiet-cabin": 1, "harbour-tour": 0, "deck-pass": 1}


def test_a_hundred_is_shown_only_where_nothing_is_wrong() -> None:
    almost = score([(0.0, 3.0)] * 999 + [(0.25, 1.0)])
    assert shown_score(almost) == "99"
    assert statements(almost) == "999 of 1,000 statements agree with the glossary"
    assert statements(score([(0.0, 1.0)])) == "1 of 1 statement agrees with the glossary"


def test_findings_are_counted_in_words() -> None:
    found = [finding(Severity.ERROR, Certainty.CERTAIN)] * 2 + [finding(Severity.NOTE, Certainty.CERTAIN)]
    assert counts(found) == "3 findings (2 errors, 1 note)"
    assert counts([]) == "nothing found"
