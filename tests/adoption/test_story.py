"""A repository with 2,000 old findings adopts msglint as docs/adopt.md tells, and no new one gets in."""

from pathlib import Path

import pytest

from tests.adoption.old_company import write
from tests.hook.conftest import commit, git, needs_programs, run

CHANGED = "team 0/md of 2019/no 0.md"
COMPANY = (
    "--organization=Fern & Fig", "--name=Meals for Teams", "--old-name=Business Lunch", "--since=2026-03-01",
    "--owner=lucy@example.com", "--hook", "--ci=github",
)  # fmt: skip


def msglint(*arguments: str, status: int = 0) -> str:
    done = run("msglint", *arguments)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@needs_programs
def test_two_thousand_old_findings_hold_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    findings = write(tmp_path, documents=890)
    assert findings > 2000
    git("add", ".")
    git("commit", "-q", "-m", "What we have")

    msglint("init", "--yes", *COMPANY)
    assert f"{findings:,} findings ({findings:,} errors)" in msglint("check", status=1)
    assert f"{findings:,} findings known from now on" in msglint("baseline", "create")
    with open("msglint.yaml", "a", encoding="utf-8") as settings:
        settings.write("baseline: msglint-baseline.txt\n")
    assert f"no findings; {findings:,} known from the baseline" in msglint("check")
    assert run("pre-commit", "install").returncode == 0
    status, said = commit("Adopt msglint")
    assert status == 0, said

    _the_next_one_is_blocked_and_mended(Path(CHANGED))
    assert f"no findings; {findings:,} known from the baseline" in msglint("check")
    assert run("git", "diff", "--shortstat", "HEAD~1").stdout.strip() == "1 file changed, 2 insertions(+)"


def _the_next_one_is_blocked_and_mended(document: Path) -> None:
    with document.open("a", encoding="utf-8", newline="") as text:
        text.write("\nYour Business Lunches are ready.\n")
    status, said = commit("Write a line")
    assert status == 1
    assert f"{document.as_posix()}:10:6 NAM101 “Business Lunches” was renamed “Meals for Teams” on 2026-03-01." in said
    assert "`msglint explain NAM101` says why it matters" in said
    assert "Callers ask for the name on the flyer" in " ".join(msglint("explain", "NAM101").split())
    assert "`msglint check --fix` mends 1 of them" in said
    msglint("check", "--fix")
    assert document.read_text(encoding="utf-8").endswith("\nYour Meals for Teams are ready.\n")
    status, said = commit("Write a line")
    assert status == 0, said


@needs_programs
def test_without_a_baseline_only_changed_lines_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    write(tmp_path, documents=40)
    git("add", ".")
    git("commit", "-q", "-m", "What we have")
    msglint("init", "--yes", *COMPANY)
    git("switch", "-q", "-c", "proposal")
    with open(CHANGED, "a", encoding="utf-8") as text:
        text.write("\nYour Business Lunches are ready.\n")
    assert commit("Write a line")[0] == 0  # no hook is installed
    said = msglint("check", "--changed-since", "main", status=1)
    assert f"{CHANGED}:10:6 NAM101" in said
    assert "1 finding (1 error)" in said
