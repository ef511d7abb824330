"""Running git: in a repository, undisturbed by what its users have configured, with errors that name the cure."""

from functools import cache
import os
from pathlib import Path
from typing import NamedTuple

from msglint.errors import ConfigError, Problem

_QUIET = ("-c", "core.safecrlf=false", "-c", "core.quotePath=false")
_OUR_OWN = ("GIT_DIFF_OPTS", "GIT_EXTERNAL_DIFF", "GIT_PAGER", "GIT_LITERAL_PATHSPECS")
"""Variables that would change what git says."""
_REFUSED = 128
"""git's exit status when it cannot do what it was asked to; it says why."""


class Git:
    """Runs git in the repository whose work tree is `root` (an absolute path without links)."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._environment = _environment(root)

    def run(self, *arguments: str, input: bytes = b"") -> bytes:
        """What git prints. Raises ConfigError with git's own words where it fails."""
        done = self._started(arguments, input)
        if done.returncode:
            raise self._refusal(done)
        return done.stdout

    def ask(self, *arguments: str) -> str | None:
        """The one line that git prints; None where it says no. Raises ConfigError where it cannot tell."""
        done = self._started(arguments)
        if done.returncode >= _REFUSED:
            raise self._refusal(done)
        return None if done.returncode else done.stdout.decode("utf-8", "replace").strip()

    def blob(self, *names: str) -> bytes | None:
        """A file as it would be checked out; None where git cannot give it (a filter of its own failed, say)."""
        done = self._started(("cat-file", "--filters", *names))
        return None if done.returncode else done.stdout

    def _started(self, arguments: tuple[str, ...], input: bytes = b"") -> "_Done":
        return _run([_program(), "-C", self.root, *_QUIET, *arguments], input, self._environment)

    def _refusal(self, done: "_Done") -> ConfigError:
        said = done.stderr.decode("utf-8", "replace").strip() or f"git failed with status {done.returncode}"
        return ConfigError(Problem(self.root, f"git cannot tell what has changed here: {said}"))


@cache
def root_of(folder: str) -> str | None:
    """The work tree that a folder (an absolute path without links) is in: the nearest one above; None in none."""
    if os.path.exists(os.path.join(folder, ".git")):  # a file in worktrees and submodules
        return folder
    above = os.path.dirname(folder)
    return None if above == folder else root_of(above)


@cache
def _program() -> str:
    import shutil

    found = shutil.which("git")  # looked up here: Windows would look into the working directory first
    if found is None:
        raise ConfigError(Problem("git", "is not installed, or not on the PATH; --changed and --changed-since need it"))
    return found


def _environment(root: str) -> dict[str, str]:
    """Ours, without what would change git's words, nor in a repository that is not the hook's what the hook's means."""
    environment = {name: value for name, value in os.environ.items() if name not in _OUR_OWN}
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    if root_of(os.path.realpath(Path.cwd())) != root:
        for name in _local_variables():
            environment.pop(name, None)
    return environment


@cache
def _local_variables() -> tuple[str, ...]:
    """GIT_DIR, GIT_INDEX_FILE and the like, which speak of one repository."""
    return tuple(_run([_program(), "rev-parse", "--local-env-vars"]).stdout.decode().split())


class _Done(NamedTuple):
    """What a process came to."""

    returncode: int
    stdout: bytes
    stderr: bytes


def _run(arguments: list[str], input: bytes = b"", environment: dict[str, str] | None = None) -> _Done:
    import subprocess  # and what it needs; few runs ask git

    done = subprocess.run(arguments, input=input, capture_output=True, env=environment, check=False)
    return _Done(done.returncode, done.stdout, done.stderr)
