"""The hook, run by the real pre-commit in scratch repositories: what is staged is what is judged."""

import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest
import yaml

from msglint.starting.files import documents_pattern

ROOT = Path(__file__).parents[2]
HOOK = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
SCRIPTS = str(Path(sys.executable).parent)
PATH = os.pathsep.join([SCRIPTS, os.environ.get("PATH", "")])

GLOSSARY = "terms:\n  - term: Meals for Teams\n    superseded: Business Lunch\n"
STALE = "Ask about our Business Lunch.\n"
RIGHT = "Ask about our Meals for Teams.\n"

needs_programs = pytest.mark.skipif(
    not (shutil.which("pre-commit", path=PATH) and shutil.which("msglint", path=PATH) and shutil.which("git")),
    reason="pre-commit, git or the program msglint is not installed",
)


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    environment = {
        **os.environ,
        "PATH": PATH,
        "PRE_COMMIT_HOME": os.path.abspath(".git/pre-commit-home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PYTHONUTF8": "1",
        **{f"GIT_{who}_{what}": "someone@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    for inherited in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):  # set where the tests run inside a hook
        environment.pop(inherited, None)
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a glossary and the hook, committed."""
    monkeypatch.chdir(tmp_path)
    # As in .pre-commit-hooks.yaml, but from the environment of the tests: nothing is downloaded.
    hook = {**HOOK, "language": "system"}
    write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
    write("glossary.yaml", GLOSSARY)
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Begin"]):
        done = run("git", *command)
        assert done.returncode == 0, done.stderr
    return tmp_path


@needs_programs
def test_a_stale_name_blocks_the_commit_until_it_is_mended(repository: Path) -> None:
    assert run("pre-commit", "install").returncode == 0
    write("flyers/jüne 1.md", STALE)
    run("git", "add", ".")
    blocked = run("git", "commit", "-m", "Add a flyer")
    assert blocked.returncode == 1
    assert "flyers/jüne 1.md:1:15 NAM101" in blocked.stdout + blocked.stderr
    write("flyers/jüne 1.md", RIGHT)
    run("git", "add", ".")
    passed = run("git", "commit", "-m", "Add a flyer")
    assert passed.returncode == 0, passed.stdout + passed.stderr


@needs_programs
@pytest.mark.parametrize(("staged", "unstaged", "status"), [(STALE, RIGHT, 1), (RIGHT, STALE, 0)])
def test_what_is_staged_is_what_is_judged(repository: Path, staged: str, unstaged: str, status: int) -> None:
    write("flyer.md", staged)
    run("git", "add", "flyer.md")
    write("flyer.md", unstaged)
    assert run("pre-commit", "run").returncode == status
    assert Path("flyer.md").read_text(encoding="utf-8") == unstaged


@needs_programs
def test_files_of_other_kinds_are_not_handed_on(repository: Path) -> None:
    write("tool.py", "'Business Lunch'\n")
    run("git", "add", ".")
    done = run("pre-commit", "run", "--all-files")
    assert done.returncode == 0, done.stdout


@needs_programs
def test_excluded_files_are_passed_over_though_they_are_named(repository: Path) -> None:
    write("msglint.yaml", "exclude: [legal/**]\n")
    write("legal/terms.md", STALE)
    run("git", "add", ".")
    done = run("pre-commit", "run")
    assert done.returncode == 0, done.stdout


def test_the_hook_is_handed_what_can_be_read_and_nothing_else() -> None:
    assert HOOK["files"] == documents_pattern(), "write this line into .pre-commit-hooks.yaml"


@needs_programs
@pytest.mark.skipif(not os.environ.get("MSGLINT_TRY_REPO"), reason="installs from the network: set MSGLINT_TRY_REPO=1")
def test_the_hook_installs_as_users_install_it(repository: Path) -> None:
    write("flyer.md", STALE)
    run("git", "add", ".")
    done = run("pre-commit", "try-repo", str(ROOT), "msglint", "--files", "flyer.md")
    assert "flyer.md:1:15 NAM101" in done.stdout
