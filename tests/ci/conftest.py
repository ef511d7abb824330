"""A scratch company on a server: a repository to fetch from, and checkouts as CI makes them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent
ZIZMOR = ("--offline", "--no-progress", "--config", str(Path(__file__).with_name("zizmor.yml")))
GLOSSARY = "terms:\n  - term: Meals for Teams\n    superseded: Business Lunch\n"
OLD = "Ask about our Business Lunch.\n"
NEW = "Your Business Lunch is ready.\n"

needs_bash = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("git") and (PROGRAMS / "msglint").exists()) or sys.platform == "win32",
    reason="bash, git or the program msglint is not installed",
)


def execute(command: list[str], folder: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a program; nobody's settings of git or of a CI are in force but `more`."""
    names = ("GIT_", "GITHUB_", "CI_", "INPUT_", "PRE_COMMIT")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(names)}
    environment |= {
        f"GIT_{who}_{what}": "x@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "PYTHONUTF8": "1",
        "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}",
    }
    return subprocess.run(
        command, cwd=folder, env=environment | more, capture_output=True, text=True, encoding="utf-8", check=False
    )


@dataclass(frozen=True)
class Server:
    """A repository at `origin`, written from `work`, checked out into `checkout`."""

    origin: Path
    work: Path
    checkout: Path
    temporary: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    def git(self, *arguments: str, at: Path | None = None) -> str:
        done = execute(["git", *arguments], at or self.work)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, **texts: str) -> str:
        """Write and commit files, `_` standing for `.`; the commit."""
        for name, text in texts.items():
            (self.work / name.replace("_", ".")).write_text(text, encoding="utf-8")
        self.git("add", "--all")
        self.git("commit", "-q", "-m", "Change something")
        return self.git("rev-parse", "HEAD")

    def push(self, *references: str) -> None:
        self.git("push", "-q", "--force", "origin", *references)

    def check_out(self, reference: str, depth: int = 1) -> None:
        """As actions/checkout does it: one commit of one reference, HEAD detached; all of it where the depth is 0."""
        self.git("init", "-q", str(self.checkout), at=self.origin)
        self.git("remote", "add", "origin", self.origin.as_uri(), at=self.checkout)
        shallow = [f"--depth={depth}"] if depth else ["+refs/heads/*:refs/remotes/origin/*"]
        self.git("fetch", "-q", "--no-tags", "origin", *shallow, reference, at=self.checkout)
        commit = self.git("rev-parse", reference, at=self.origin)
        self.git("checkout", "-q", "--detach", commit, at=self.checkout)


@pytest.fixture
def server(tmp_path: Path) -> Server:
    """With a branch `main` of a few commits, on which a stale name stands in old.md."""
    found = Server(tmp_path / "origin.git", tmp_path / "work", tmp_path / "checkout", tmp_path / "temporary files")
    found.temporary.mkdir()
    found.git("init", "-q", "--bare", "-b", "main", str(found.origin), at=tmp_path)
    # GitHub and GitLab hand out any commit by its name.
    found.git("config", "uploadpack.allowAnySHA1InWant", "true", at=found.origin)
    found.git("clone", "-q", str(found.origin), str(found.work), at=tmp_path)
    found.git("switch", "-q", "-C", "main")
    found.commit(glossary_yaml=GLOSSARY, old_md=OLD)
    for number in range(3):
        found.commit(history_txt=f"Commit {number}.\n")
    found.push("main")
    return found


@pytest.fixture
def proposal(server: Server) -> Server:
    """With a proposal to merge into main, which has moved on since; the merge of both is at refs/pull/1/merge."""
    server.git("switch", "-q", "-c", "proposal", "main~1")
    for number in range(3):
        server.commit(other_md=f"Draft {number}.\n")
    server.commit(old_md=OLD + "\n" + NEW)
    server.git("switch", "-q", "main")
    server.commit(main_md=OLD)
    server.git("switch", "-q", "--detach", "main")
    server.git("merge", "-q", "--no-ff", "-m", "Merge the proposal", "proposal")
    server.push("main", "proposal", "HEAD:refs/pull/1/merge")
    return server


def passes(program: str, *arguments: str) -> None:
    """Hold something to a linter of its own; the test is skipped where that is not installed."""
    found = shutil.which(program, path=str(PROGRAMS)) or shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed: pip install -e '.[test]'")
    done = subprocess.run([found, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
