"""A company whose documents are in a git repository, and msglint run there."""

from collections.abc import Callable
import os
from pathlib import Path
import subprocess

import pytest

from tests.cli.conftest import folder, run

__all__ = ["folder", "git", "run"]

Git = Callable[..., str]


@pytest.fixture
def git(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Git:
    """Run git in the working directory, a repository with one commit; nobody's settings but the tests' are in force."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "PRE_COMMIT"))]:
        monkeypatch.delenv(name)
    home = folder / ".home"
    home.mkdir()
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))

    def git_(*arguments: str) -> str:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    for setting in ("user.name=n", "user.email=n@example.com", "init.defaultBranch=main", "protocol.file.allow=always"):
        git_("config", "--global", *setting.split("="))
    git_("init", "-q")
    Path(".gitignore").write_text(".cache/\n.home/\n", encoding="utf-8")
    git_("add", ".")
    git_("commit", "-qm", "first")
    return git_
