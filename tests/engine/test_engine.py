"""The pipeline, on texts, files and a glossary made by hand."""

from datetime import date
from pathlib import Path
import pickle

from msgspec.structs import replace
import pytest

from msglint.config.settings import FileIgnores, Settings
from msglint.engine import Standard, judge_file, judge_files, judge_text
from msglint.engine.report import report_of
from msglint.glossary.lexicon import compile_lexicon
from msglint.ignores import Patterns
from msglint.model.document import Location
from msglint.model.glossary import Entry, Glossary, Label, LabelKind, Origin
from msglint.model.judgement import Circumstances, Excerpt, Finding, Rule
from msglint.model.scale import Certainty, Severity
from msglint.sources import SourceFile
from msglint.text.reading_order import in_order

ORIGIN = Origin("glossary.yaml", 2, 5)
ENTRY = Entry(
    "meals-for-teams",
    (
        Label("Meals for Teams", LabelKind.PREFERRED, ORIGIN),
        Label("Business Lunch", LabelKind.SUPERSEDED, ORIGIN),
    ),
    ORIGIN,
)
GLOSSARY = Glossary("glossary.yaml", (ENTRY,), "digest", files=("glossary.yaml",))


def rule(code: str, check: str, message: str = "{said}") -> Rule:
    return Rule(code, check.replace("_", "-"), check, Severity.ERROR, message, "why", "pack.yaml")


RULES = {
    "NAM101": rule("NAM101", "superseded_name"),
    "NAM102": rule("NAM102", "superseded_variant"),
    "READ001": rule("READ001", "unreadable", "cannot be read: {reason}"),
}


@pytest.fixture
def standard() -> Standard:
    return Standard(GLOSSARY, compile_lexicon(GLOSSARY), RULES, Circumstances(date(2026, 6, 10)))


def said(findings: tuple[Finding, ...], code: str = "NAM") -> list[str]:
    return [finding.said for finding in findings if finding.rule.startswith(code)]


def judge(text: str, format: str = "md") -> tuple[Finding, ...]:
    return judge_text(text, format, GLOSSARY, RULES, Circumstances(date(2026, 6, 10)))


def test_a_text_is_judged_in_reading_order() -> None:
    findings = judge("# Business Lunch\n\nA buisness lunch, then a Business Lunch.\n")
    assert said(findings) == ["Business Lunch", "buisness lunch", "Business Lunch"]
    assert [finding.location.line for finding in findings] == [1, 3, 3]


def test_the_format_says_what_is_prose() -> None:
    assert said(judge("`Business Lunch`", "md"), "NAM101") == []
    assert said(judge("`Business Lunch`", "txt"), "NAM101") == ["Business Lunch"]


def test_a_text_may_be_unreadable_too() -> None:
    assert [finding.rule for finding in judge("no zip", "docx")] == ["READ001"]


def test_certainty_is_a_bound(standard: Standard) -> None:
    file = SourceFile("a.md", data=b"A buisness lunch, then a Business Lunch.")
    assert said(judge_file(file, standard).findings) == ["buisness lunch", "Business Lunch"]
    certain = replace(standard, min_certainty=Certainty.CERTAIN)
    assert said(judge_file(file, certain).findings) == ["Business Lunch"]


def test_rules_may_rest_in_some_files(standard: Standard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ignores = FileIgnores(Patterns(str(tmp_path), ("legal/**",)), ("NAM",))
    resting = replace(standard, settings=Settings(per_file_ignores=(ignores,)))
    files = [SourceFile(f"{folder}/a.md", data=b"Business Lunch") for folder in ("flyers", "legal")]
    assert [len(said(verdict.findings)) for verdict in judge_files(files, resting)] == [1, 0]


def test_a_file_that_cannot_be_read_is_a_finding(standard: Standard) -> None:
    verdict = judge_file(SourceFile("gone.md"), standard)
    assert verdict.unreadable
    (finding,) = verdict.findings
    assert (finding.rule, finding.location, finding.message) == (
        "READ001",
        Location("gone.md"),
        "cannot be read: No such file or directory",
    )


@pytest.mark.parametrize(
    ("text", "spoken_of"),
    [
        ("Order two Business Lunches.", {"meals-for-teams"}),
        ("Order Meals for Teams.", {"meals-for-teams"}),
        ("Meals for Teams was formerly called Business Lunch.", {"meals-for-teams"}),
        ("The business launch went well.", set()),
        ("It was formerly called Business Lunch.", set()),
    ],
)
def test_a_verdict_tells_which_entries_the_document_speaks_of(
    standard: Standard, text: str, spoken_of: set[str]
) -> None:
    verdict = judge_file(SourceFile("a.md", data=text.encode()), standard)
    assert verdict.entries == spoken_of
    assert verdict.judged_as == standard.given


def test_verdicts_and_what_they_need_can_travel_between_processes(standard: Standard) -> None:
    file = SourceFile("a.md", data=b"Business Lunch")
    verdict = judge_file(*pickle.loads(pickle.dumps((file, standard))))
    assert pickle.loads(pickle.dumps(verdict)) == verdict


def test_a_report_counts_what_was_read_and_keeps_the_words_around_findings(standard: Standard) -> None:
    files = [SourceFile("b.md", data=b"Business Lunch"), SourceFile("a.md", data=b"Tea"), SourceFile("gone.md")]
    report = report_of(tuple(judge_files(files, standard)), standard, skipped=3)
    assert (report.documents, report.unreadable, report.skipped) == (2, 1, 3)
    assert [finding.excerpt for finding in report.findings if finding.said] == [Excerpt("Business Lunch", 0, 14, 1)]


def test_findings_are_sorted_by_path_reading_order_and_code_and_said_once() -> None:
    def finding(path: str, order: tuple[int, int], code: str) -> Finding:
        return Finding(code, code, Severity.ERROR, Certainty.CERTAIN, "", Location(path), "x", order=order)

    slides = [
        finding("b.md", (0, 0), "NAM101"),
        finding("a.pptx", (10, 0), "NAM101"),
        finding("a.pptx", (2, 7), "NAM101"),
        finding("a.pptx", (2, 3), "PRC201"),
        finding("a.pptx", (2, 3), "NAM101"),
    ]
    assert in_order([*slides, *slides]) == (slides[4], slides[3], slides[2], slides[1], slides[0])
