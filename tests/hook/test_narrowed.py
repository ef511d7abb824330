"""Hooks that show only what is new: on changed lines, or not in the baseline."""

from pathlib import Path

from tests.hook.conftest import STALE, commit, configure, git, needs_programs, run, write

pytestmark = needs_programs


def old_findings() -> None:
    write("flyer.md", STALE + "\nOne line.\n")
    git("add", ".")
    git("commit", "-q", "--no-verify", "-m", "Write what is stale")


def test_only_changed_lines_where_it_is_asked_for(repository: Path) -> None:
    configure(msglint=["--changed"])
    old_findings()
    write("flyer.md", STALE + "\nAnother line.\n")
    status, said = commit()
    assert status == 0, said
    write("flyer.md", STALE + "\nAnother Business Lunch.\n")
    status, said = commit()
    assert status == 1
    assert "flyer.md:3:9 NAM101" in said
    assert "flyer.md:1:15" not in said


def test_changed_lines_of_what_is_staged(repository: Path) -> None:
    configure(msglint=["--changed"])
    old_findings()
    write("flyer.md", STALE + "\nAnother line.\n")
    git("add", ".")
    write("flyer.md", STALE + "\nAnother Business Lunch.\n")
    done = run("git", "commit", "-q", "-m", "Change a line")
    assert done.returncode == 0, done.stderr


def test_a_renamed_file_is_not_new(repository: Path) -> None:
    configure(msglint=["--changed"])
    old_findings()
    Path("flyer.md").rename("leaflet.md")
    status, said = commit()
    assert status == 0, said


def test_without_what_the_baseline_knows(repository: Path) -> None:
    configure(msglint=["--baseline", "msglint-baseline.txt"])
    old_findings()
    assert run("msglint", "baseline", "create").returncode == 0
    status, said = commit("Adopt msglint")  # the baseline is handed on to the hook, and is no document
    assert status == 0, said
    write("flyer.md", "A line above.\n" + STALE)
    status, said = commit()
    assert status == 0, said
    write("flyer.md", "A line above.\n" + STALE + "Your Business Lunch is ready.\n")
    status, said = commit()
    assert status == 1
    assert "flyer.md:3:6 NAM101" in said
    assert "1 known from the baseline" in said


def test_the_baseline_of_the_settings(repository: Path) -> None:
    old_findings()
    write("msglint.yaml", "baseline: msglint-baseline.txt\n")
    assert run("msglint", "baseline", "create").returncode == 0
    write("flyer.md", STALE + "\nAnother line.\n")
    status, said = commit("Adopt msglint")
    assert status == 0, said
