"""A repository whose commits are checked by the real pre-commit, with the hooks as .pre-commit-hooks.yaml has them."""

from collections.abc import Iterable
import os
from pathlib import Path
import shutil
import subprocess
import sys
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

GLOSSARY = "terms:\n  - term: Meals for Teams\n    superseded: Business Lunch\n"
STALE = "Ask about our Business Lunch.\n"
RIGHT = "Ask about our Meals for Teams.\n"

needs_programs = pytest.mark.skipif(
    not (shutil.which("pre-commit", path=PATH) and shutil.which("msglint", path=PATH) and shutil.which("git")),
    reason="pre-commit, git or the program msglint is not installed",
)


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    """Run a program in the working directory; nobody's settings of git are in force."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
        "PATH": PATH,
        "PRE_COMMIT_HOME": os.path.abspath(".git/pre-commit-home"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PYTHONUTF8": "1",
        **{f"GIT_{who}_{what}": "someone@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


def git(*arguments: str) -> None:
    done = run("git", *arguments)
    assert done.returncode == 0, done.stdout + done.stderr


def commit(message: str = "Change something") -> tuple[int, str]:
    """Stage everything and commit: the exit status, and all that was said."""
    git("add", "--all")
    done = run("git", "commit", "-q", "-m", message)
    return done.returncode, done.stdout + done.stderr


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def configure(**arguments: Iterable[str]) -> None:
    """Write pre-commit's settings: the hooks named (`_` for `-`) with these `args`, from the tests' environment."""
    hooks: list[dict[str, Any]] = []
    for name, args in arguments.items():
        # As it is published, but for the language: nothing is downloaded.
        hooks.append({**HOOKS[name.replace("_", "-")], "language": "system", "args": list(args)})
    write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]}))


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a glossary and the hook for documents, committed, and checked from now on."""
    monkeypatch.chdir(tmp_path)
    configure(msglint=[])
    write("glossary.yaml", GLOSSARY)
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-q", "-m", "Begin")
    installed = run("pre-commit", "install")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return tmp_path
