"""What one document may take: one that is slow or huge is unreadable, and the others are judged."""

from datetime import date
import sys

import pytest

from msglint import limits
from msglint.engine import Standard, Verdict
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.judgement import Circumstances
from msglint.rulebook.load import load_rules
from msglint.running.most import Most
from msglint.running.run import judge_all
from msglint.sources import SourceFile

HUGE = "".join(
    f"Our business lunch number {n} costs £{n}, as the busines lunch {n * 7} did.\n\n" for n in range(150_000)
)
TEXTS = {"a.md": "Business Lunch\n", "huge.md": HUGE, "z.md": "Business Lunch\n"}


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Standard:
    file = tmp_path_factory.mktemp("desk") / "glossary.yaml"
    file.write_text("terms:\n  - {term: Meals for Teams, superseded: Business Lunch}\n", encoding="utf-8")
    glossary = load_glossary(file)
    return Standard(glossary, compile_lexicon(glossary), load_rules([]), Circumstances(date(2026, 6, 10)))


def verdicts(standard: Standard, most: Most, texts: dict[str, str]) -> dict[str, Verdict]:
    files = [SourceFile(path, data=text.encode()) for path, text in texts.items()]
    return {verdict.path: verdict for verdict in judge_all(files, standard, jobs=2, most=most)}


def test_what_keeps_within_limits_is_judged(standard: Standard) -> None:
    small = {"a.md": "Business Lunch\n", "b.md": "Meals for Teams\n"}
    found = verdicts(standard, Most(memory=512 << 20, seconds=60), small)
    assert [len(verdict.findings) for verdict in found.values()] == [1, 0]
    assert found == verdicts(standard, Most(), small)


def test_a_slow_document_is_given_up_and_the_others_are_judged(standard: Standard) -> None:
    found = verdicts(standard, Most(seconds=1), TEXTS)
    assert [verdict.unreadable for verdict in found.values()] == [False, True, False]
    assert "takes longer than 1 seconds: give it more by --timeout" in found["huge.md"].findings[0].message
    assert [found[path].findings[0].rule for path in ("a.md", "z.md")] == ["NAM101", "NAM101"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit a process's memory")
def test_a_huge_document_is_given_up_and_the_others_are_judged(
    standard: Standard, capfd: pytest.CaptureFixture[str]
) -> None:
    found = verdicts(standard, Most(memory=64 << 20), TEXTS)
    assert [verdict.unreadable for verdict in found.values()] == [False, True, False]
    assert "seems to need more than 64 MB: give it more by --limit-memory" in found["huge.md"].findings[0].message
    assert capfd.readouterr().err == ""


def test_the_child_that_reads_pdfs_is_given_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_chosen", None)
    before = limits.in_force()
    Most(seconds=7).begin()
    assert limits.in_force() == limits.Limits(before.memory, 7, 7, before.ocr_pages)
