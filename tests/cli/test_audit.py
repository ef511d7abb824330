"""`msglint audit`: the summary, the files, the exit status, and Ctrl-C."""

import json
import os
from pathlib import Path
import signal
import subprocess
import sys

from openpyxl import load_workbook
import pytest

from msglint.audit.history.trend import trends
from msglint.cli._audit_summary import summary
from tests.audit.audits import big_audit
from tests.cli.conftest import Msglint


def test_findings_do_not_make_it_fail(run: Msglint) -> None:
    result = run("audit")
    assert result.exit_code == 0
    assert result.stdout.startswith("Alignment 50 of 100")
    assert "2 documents as of" in result.stdout
    assert "1 finding (1 error)" in result.stdout
    assert "stale.md" in result.stdout
    assert "lucy@example.com" in result.stdout
    assert "\x1b" not in result.output


def test_large_numbers_are_written_alike_everywhere(tmp_path: Path) -> None:
    audit = big_audit(tmp_path, 4000)
    told = summary(audit, [], color=False, columns=100)
    owners = {group.key or "no owner": f"{group.findings:,}" for group in audit.owners}
    rows = [line.split() for line in told.splitlines()]
    assert any("," in number for number in owners.values())
    assert {name: row[-2] for row in rows for name in owners if row[: len(name.split())] == name.split()} == owners


def test_fail_on_makes_it_fail(run: Msglint) -> None:
    assert run("audit", "--fail-on", "error").exit_code == 1
    assert run("audit", "right.md", "--fail-on", "note").exit_code == 0


def test_what_was_asked_for_and_is_not_there_is_told(run: Msglint) -> None:
    result = run("audit", "right.md", "gone.md")
    assert result.exit_code == 2
    assert "gone.md: no such file or folder" in result.stderr
    assert "Alignment 100 of 100" in result.stdout


def test_what_is_not_read_is_listed(run: Msglint) -> None:
    for name in ("a.psd", "b.psd", "c.indd"):
        Path(name).touch()
    Path("empty.md").touch()
    Path("broken.docx").write_bytes(b"PK\x03\x04broken")
    result = run("audit", "--html", "audit.html")
    assert result.exit_code == 0
    assert "Without a reader: 3 files (.psd 2, .indd 1)" in result.stdout
    assert "Without text: 1 document" in result.stdout
    assert "broken.docx: " in result.stdout
    page = Path("audit.html").read_text(encoding="utf-8")
    for name in ("a.psd", "c.indd", "empty.md", "broken.docx"):
        assert name in page


def test_everything_from_possible_on_is_shown_and_all_health_of_the_glossary(run: Msglint) -> None:
    Path("glossary.yaml").write_text(
        "terms:\n"
        "  - {term: Meals for Teams, superseded: Business Lunch, match: {not: [business lunch break]}}\n"
        "  - {term: Spring Offer, type: offer, discount: 10%, code: SPRING10, valid_through: 2026-06-12}\n",
        encoding="utf-8",
    )
    Path("offer.md").write_text("Use the code SPRING10.\n", encoding="utf-8")
    Path("loose.md").write_text("A business_lunch field.\n", encoding="utf-8")
    run("audit", "--as-of", "2026-06-10", "--output", "found.json", "--quiet")
    found = json.loads(Path("found.json").read_text(encoding="utf-8"))["findings"]
    by_rule = {finding["rule"]: finding["path"] for finding in found}
    assert by_rule["OFR306"] == "offer.md"
    assert by_rule["GLO804"] == "glossary.yaml", "the exception that nothing needs"
    assert "possible" in {finding["certainty"] for finding in found}


def test_what_audits_write_is_not_audited(run: Msglint) -> None:
    run("audit", "--html", "first.html", "--xlsx", "first.xlsx", "--csv", "first.csv")
    result = run("audit", "--html", "second.html", "--xlsx", "second.xlsx", "--csv", "second.csv")
    assert "2 documents as of" in result.stdout
    assert "second.html, second.xlsx, second.csv" in result.stdout


def test_the_trend_of_a_history(run: Msglint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    Path("desk").mkdir()
    for name, text in (("a", "Business Lunch"), ("b", "Our business lunch today."), ("c", "Meals for Teams")):
        Path("desk", f"{name}.md").write_text(f"{text}\n", encoding="utf-8")
    keep = ("audit", "desk", "--history", "h.sqlite", "--quiet", "--as-of")
    assert run(*keep, "2026-04-01").exit_code == 0
    Path("desk/a.md").write_text("Meals for Teams\n", encoding="utf-8")
    assert run(*keep, "2026-05-01").exit_code == 0
    Path("desk/a.md").write_text("Business Lunch\n", encoding="utf-8")
    Path("desk/b.md").rename("desk/renamed.md")
    Path("desk/c.md").write_text("Business Lunches for two.\n", encoding="utf-8")
    assert run(*keep, "2026-06-01", "--html", "audit.html").exit_code == 0
    shown = run("audit", "trend", "--history", "h.sqlite")
    assert shown.exit_code == 0
    rows = [line.split() for line in shown.stdout.splitlines()]
    assert ["2026-05-01", "66", "1", "0", "1", "0", "3"] in rows
    assert ["2026-06-01", "0", "3", "1", "0", "1", "3"] in rows
    assert ["lucy@example.com", "66", "0", "3", "1", "0", "1"] in rows
    assert "Came back: 1 finding\n  desk/a.md: NAM101" in shown.stdout
    (series,) = json.loads(run("audit", "trend", "--history", "h.sqlite", "--format", "json").stdout)["series"]
    assert [each["path"] for each in series["new"]] == ["desk/c.md"]
    assert series["entries"][0] == {
        "key": "meals-for-teams", "name": "Meals for Teams", "findings": 3, "new": 1, "mended": 0, "returned": 1,
        "score": 0.0, "before": 66.67,
    }  # fmt: skip
    assert "As of 2026-06-01, against 2026-05-01" in Path("audit.html").read_text(encoding="utf-8")


def test_limits_hold_for_each_document(run: Msglint) -> None:
    slow = "".join(f"Our business lunch number {n} costs £{n}.\n\n" for n in range(200_000))
    Path("slow.md").write_text(slow, encoding="utf-8")
    result = run("audit", "--timeout", "1", "--limit-memory", "2000", "--no-cache")
    assert result.exit_code == 0
    assert "slow.md: This file cannot be read: takes longer than 1 seconds" in result.stdout
    assert "2 documents as of" in result.stdout
    assert run("audit", "--timeout", "0").exit_code == 2


def test_a_folder_named_trend_is_written_with_its_way(run: Msglint) -> None:
    Path("trend").mkdir()
    Path("trend/a.md").write_text("Business Lunch\n", encoding="utf-8")
    assert "1 document as of" in run("audit", "./trend").stdout
    assert "Missing option '--history'" in run("audit", "trend").stderr
    assert "`msglint audit trend`" in run("audit", "--help").stdout


def test_a_file_that_is_no_history_ends_the_audit_before_it_begins(run: Msglint) -> None:
    result = run("audit", "--history", "stale.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "stale.md: is no history of audits, and was left as it is: name another file" in result.stderr


def test_no_two_reports_are_one_file(run: Msglint) -> None:
    result = run("audit", "--html", "a.html", "--xlsx", "./a.html")
    assert result.exit_code == 2
    assert "2 reports cannot be one file, a.html." in result.stderr
    assert not Path("a.html").exists()


def test_quiet_writes_the_page_and_nothing_else(run: Msglint) -> None:
    result = run("audit", "--html", "audit.html", "--quiet")
    assert result.stdout == ""
    assert Path("audit.html").stat().st_size > 10_000


def test_a_page_that_cannot_be_written_is_told_after_the_summary(run: Msglint) -> None:
    result = run("audit", "--html", "nowhere/audit.html", "--xlsx", "nowhere/audit.xlsx", "--csv", "audit.csv")
    assert result.exit_code == 2
    for name in ("nowhere/audit.html", "nowhere/audit.xlsx"):
        assert f"{name}: cannot be written" in result.stderr
    assert Path("audit.csv").exists()
    assert "Alignment 50 of 100" in result.stdout


def test_where_nothing_is_wrong_or_nothing_is_there(run: Msglint) -> None:
    assert "Nothing to mend." in run("audit", "right.md").stdout
    Path("void").mkdir()
    result = run("audit", "void")
    assert "Nothing was read: is this the right folder?" in result.stdout
    assert result.exit_code == 0
    Path("void/broken.docx").write_bytes(b"PK\x03\x04broken")
    unread = run("audit", "void").stdout
    assert "No alignment score: no document was read" in unread
    assert "broken.docx: This file cannot be read" in unread
    assert "right folder" not in unread


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl-C to a whole console, the tests' own among it")
def test_ctrl_c_keeps_what_was_done(folder: Path) -> None:
    for number in range(3):
        (folder / f"a{number}.md").write_text("Business Lunch\n", encoding="utf-8")
    stop_at_b = (
        "import os, signal, sys\n"
        "from msglint.sources import SourceFile\n"
        "read = SourceFile.read\n"
        "def interrupted(self):\n"
        "    if self.path.endswith('b.md'):\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "    return read(self)\n"
        "SourceFile.read = interrupted\n"
        "from msglint.cli import main\n"
        "files = '--html audit.html --csv a.csv --xlsx a.xlsx --history h.sqlite'.split()\n"
        "sys.argv = ['msglint', 'audit', *files, '--no-cache', '--jobs', '1']\n"
        "main()\n"
    )
    (folder / "b.md").write_text("Business Lunch\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", stop_at_b], cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 128 + signal.SIGINT
    assert "interrupted: this is what 3 of 6 documents came to" in done.stderr
    assert "Interrupted: 3 of 6 documents read" in done.stdout
    for name in ("audit.html", "a.csv"):
        assert "This audit was interrupted" in (folder / name).read_text(encoding="utf-8")
    (trend,) = trends(str(folder / "h.sqlite"))
    assert [point.partial for point in trend.points] == ["interrupted after 3 of 6 documents"]
    assert "it covers 3 of 6 documents" in load_workbook(folder / "a.xlsx")["Totals"]["A2"].value
