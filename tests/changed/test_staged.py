"""In hooks, what is staged is what is judged: git's own hooks, and pre-commit's environment."""

from pathlib import Path
import subprocess
import sys

import pytest

from tests.changed.conftest import Git
from tests.cli.conftest import Msglint

OLD = "Ask about our Business Lunch today.\n"
NEW = "Order Business Lunch by noon.\n"


def hook(*arguments: str) -> None:
    """Let git run msglint before each commit."""
    file = Path(".git/hooks/pre-commit")
    file.parent.mkdir(exist_ok=True)
    words = [sys.executable, "-m", "msglint", "check", *arguments, "--format", "concise"]
    file.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in words) + "\n", encoding="utf-8")
    file.chmod(0o755)


def commit(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["git", "commit", "-m", "next", *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_a_stale_name_in_a_change_blocks_the_commit_until_it_is_mended(git: Git) -> None:
    hook("--changed")
    write("stale.md", OLD + "\n" + NEW)
    git("add", ".")
    done = commit()
    assert done.returncode == 1
    assert "stale.md:3:7 NAM101" in done.stdout + done.stderr
    assert "stale.md:1" not in done.stdout + done.stderr
    write("stale.md", OLD + "\n" + NEW.replace("Business Lunch", "Meals for Teams"))
    git("add", ".")
    assert commit().returncode == 0


def test_what_is_not_staged_blocks_nothing(git: Git) -> None:
    hook("--changed")
    write("right.md", "Ask about Meals for Teams now.\n")
    git("add", "right.md")
    write("right.md", NEW)
    write("stale.md", OLD + "\n" + NEW)
    write("untracked.md", NEW)
    assert commit().returncode == 0


_TO_GIT_A_STAGE = pytest.param(
    "1:1 call.md", marks=pytest.mark.skipif(sys.platform == "win32", reason="Windows has no colons in names")
)


@pytest.mark.parametrize("name", ["right.md", _TO_GIT_A_STAGE])
def test_what_is_staged_blocks_though_the_file_was_mended_since(git: Git, name: str) -> None:
    hook("--changed")
    write(name, "One.\n\n" + NEW)
    git("add", name)
    write(name, "Ask about Meals for Teams now.\n")
    done = commit()
    assert done.returncode == 1
    assert f"{name}:3:7 NAM101" in done.stdout + done.stderr


def test_a_commit_of_everything_or_of_one_file_has_an_index_of_its_own(git: Git) -> None:
    hook("--changed")
    write("right.md", NEW)
    assert commit("-a").returncode == 1
    assert commit("right.md").returncode == 1
    write("stale.md", "Mended.\n")
    assert commit("stale.md").returncode == 0


def test_the_first_commit(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("fresh").mkdir()
    monkeypatch.chdir("fresh")
    git("init", "-q")
    hook("--changed")
    write("new.md", NEW)
    git("add", ".")
    assert commit().returncode == 1


def test_a_file_staged_in_part_is_not_corrected(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("right.md", NEW)
    git("add", "right.md")
    write("right.md", NEW + "\nMore.\n")
    write("whole.md", NEW)
    git("add", "whole.md")
    monkeypatch.setenv("PRE_COMMIT", "1")
    result = run("check", "--changed", "--fix", "--format", "concise")
    assert result.exit_code == 2
    assert "right.md: is staged in part, so it was not corrected" in result.stderr
    assert Path("right.md").read_text(encoding="utf-8") == NEW + "\nMore.\n"
    assert Path("whole.md").read_text(encoding="utf-8") == NEW.replace("Business Lunch", "Meals for Teams")
    assert result.stdout.startswith("right.md:1:7 NAM101")


def test_pre_commit_between_two_commits(run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    write("stale.md", OLD + "\n" + NEW)
    git("commit", "-qam", "second")
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert run("check", "--changed").exit_code == 0
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "HEAD~1")
    assert run("check", "--changed", "--format", "concise").stdout.startswith("stale.md:3:7")


def test_an_index_of_a_hook_speaks_of_no_other_repository(
    run: Msglint, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("other").mkdir()
    monkeypatch.chdir("other")
    git("init", "-q")
    write("theirs.md", NEW)
    git("add", ".")
    monkeypatch.chdir("..")
    monkeypatch.setenv("GIT_INDEX_FILE", str(Path(".git/index").absolute()))
    monkeypatch.setenv("GIT_DIR", str(Path(".git").absolute()))
    result = run("check", "other", "--changed", "--format", "concise")
    assert result.stdout.startswith("other/theirs.md:1:7")
