"""The glossary as it was at a commit of the git repository it is kept in, with all files that it included then."""

from collections.abc import Iterator
from datetime import date, timedelta
import os
from pathlib import Path
import tempfile

from msglint.changed.git import Git, root_of
from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import load_glossary
from msglint.model.glossary import Glossary

_YAML = frozenset((".yaml", ".yml"))


class History:
    """The versions of the glossary in `file`, relative to the repository's work tree `root`."""

    def __init__(self, root: str, file: str) -> None:
        self._git = Git(root)
        self._file = file
        self._suffixes = _YAML | {os.path.splitext(file)[1].lower()}

    @classmethod
    def of(cls, file: Path) -> "History | None":
        """The history of a file; None where it is in no repository."""
        real = os.path.realpath(file)
        root = root_of(os.path.dirname(real))
        return cls(root, os.path.relpath(real, root).replace(os.sep, "/")) if root else None

    def commit(self, revision: str) -> str | None:
        """The commit that a revision means (a tag, a branch, HEAD~3); None where git knows none."""
        return self._git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")

    def last_before(self, day: date) -> str | None:
        """The last commit before a day began, in local time; None where there was none yet."""
        if self.commit("HEAD") is None:
            return None
        return self._git.ask("rev-list", "-1", f"--before={day.isoformat()}T00:00:00", "HEAD") or None

    def last_on(self, day: date) -> str | None:
        """The last commit of a day or before it."""
        return self.last_before(day + timedelta(days=1)) if day < date.max else self.commit("HEAD")

    def commits(self, most: int) -> list[str]:
        """The last commits before now, the latest first."""
        if self.commit("HEAD") is None:
            return []
        return self._git.run("rev-list", f"-{most}", "HEAD").decode().split()

    def glossary(self, commit: str, called: str) -> Glossary | None:
        """The glossary at a commit, which was `called` so; None where there was none. Raises GlossaryError."""
        blobs = dict(self._blobs(commit))
        if self._file not in blobs:
            return None
        with tempfile.TemporaryDirectory(prefix="msglint-") as folder:
            for path, content in zip(blobs, self._contents(list(blobs.values())), strict=True):
                file = Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
            try:
                return load_glossary(Path(folder, self._file))
            except GlossaryError as error:
                raise GlossaryError([_placed(problem, Path(folder), called) for problem in error.problems]) from error

    def _blobs(self, commit: str) -> Iterator[tuple[str, str]]:
        """Path and object of each file that may be a part of a glossary."""
        for line in self._git.run("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
            about, _, name = line.partition(b"\t")
            path = os.fsdecode(name)
            mode, _, rest = about.decode().partition(" ")
            if mode.startswith("100") and os.path.splitext(path)[1].lower() in self._suffixes:
                yield path, rest.split()[-1]

    def _contents(self, objects: list[str]) -> Iterator[bytes]:
        """The contents of objects, in one run of git: https://git-scm.com/docs/git-cat-file#_batch_output"""
        answer = self._git.run("cat-file", "--batch", input="".join(f"{each}\n" for each in objects).encode())
        at = 0
        for _ in objects:
            end = answer.index(b"\n", at)
            size = int(answer[at:end].split()[-1])
            yield answer[end + 1 : end + 1 + size]
            at = end + size + 2


def _placed(problem: Problem, folder: Path, called: str) -> Problem:
    """The problem at the file as it is called in the repository, not in the folder it was put into."""
    where = f"{folder.as_posix()}/"
    message = f"{problem.message} (at {called})"
    return Problem(
        problem.path.removeprefix(where), message.replace(where, ""), problem.line, problem.column, problem.key
    )
