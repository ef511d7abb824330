"""Which files have changed, on which lines, and what they held before."""

from collections.abc import Iterable, Mapping
import os
import unicodedata

from msgspec import Struct

from msglint.changed.diff import Record, Span, changed_lines, records
from msglint.changed.git import Git, root_of
from msglint.errors import ConfigError, Problem
from msglint.text.showing import shown, visible

_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=all", "-M",
    "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--inter-hunk-context=0",
)  # fmt: skip


class Change(Struct, frozen=True):
    """What has changed of a file.

    lines  the new and changed ones; None where there are none to tell (a binary file, one that is new)
    old    the file as it was: its absolute path, its content; None where there was none
    """

    lines: tuple[Span, ...] | None = None
    old: "Old | None" = None

    @property
    def is_new(self) -> bool:
        """Whether nothing of it was there before."""
        return self.lines is None and self.old is None

    def touches(self, first: int, last: int) -> bool:
        """Whether one of these lines has changed."""
        return any(start <= last and first <= end for start, end in self.lines or ())


class Old(Struct, frozen=True):
    """A file as it was, fetched when it is asked for."""

    git: Git
    path: str
    inside: str
    blob: str

    def read(self) -> bytes | None:
        """Its bytes, as they would be checked out; None where git cannot give them."""
        return self.git.blob(f"--path={self.inside}", self.blob)


class Reference(Struct, frozen=True):
    """What to compare with: the commit that HEAD and `since` have in common, HEAD itself where that is None.

    staged  whether the index is what has changed, not the files themselves
    """

    since: str | None = None
    staged: bool = False


class Changes(Struct, frozen=True):
    """The changed files by `key` of their path; `staged` has what is in the index of those that differ from it."""

    changed: Mapping[str, Change]
    staged: Mapping[str, bytes]

    @classmethod
    def of(cls, files: Iterable[str], reference: Reference) -> "Changes":
        """What has changed in the repositories that these files are in. Raises ConfigError where git cannot tell."""
        changed: dict[str, Change] = {}
        staged: dict[str, bytes] = {}
        for root in dict.fromkeys(_root(file) for file in files):
            git = Git(root)
            git.run("rev-parse", "--is-inside-work-tree")
            changed |= _changed(git, reference)
            if reference.staged:
                staged |= _partly_staged(git, changed)
        return cls(changed, staged)

    def at(self, file: str) -> Change | None:
        """The change of a file; None where there is none."""
        return self.changed.get(key(file))


def key(file: str) -> str:
    """What tells one file from another: its absolute path without links, composed as git writes it."""
    return unicodedata.normalize("NFC", os.path.normcase(os.path.realpath(file)))


def _root(file: str) -> str:
    """The repository that a file is in; of one that a link leads to out of all of them, the one the link is in."""
    root = root_of(os.path.dirname(os.path.realpath(file))) or root_of(os.path.dirname(os.path.abspath(file)))
    if root is None:
        cure = "leave it out, or run without --changed and --changed-since"
        raise ConfigError(Problem(visible(shown(file)), f"is in no git repository, so nothing tells changes: {cure}"))
    return os.path.realpath(root)


def _changed(git: Git, reference: Reference) -> dict[str, Change]:
    against = [_base(git, reference.since), *(["--cached"] if reference.staged else [])]
    # Only how a line ends is no change of what it says; git takes a last line without a newline for such a one too.
    lines = changed_lines(git.run(*_DIFF, "--patch", "--ignore-cr-at-eol", *against, "--"))
    found = {}
    for record in records(git.run(*_DIFF, "--raw", "-z", "--no-abbrev", *against, "--")):
        found[_file(git, record.path)] = _change(git, record, lines)
    if not reference.staged:
        untracked = git.run("ls-files", "--others", "--exclude-standard", "-z").split(b"\0")
        found |= {_file(git, path): Change() for path in untracked if path}
    return found


def _change(git: Git, record: Record, lines: Mapping[bytes, tuple[Span, ...]]) -> Change:
    if record.status not in ("M", "R"):  # new, of another type, or of a merge that is not settled
        return Change()
    path = os.fsdecode(record.old_path)
    return Change(lines.get(record.path), Old(git, os.path.join(git.root, path), path, record.blob))


def _partly_staged(git: Git, changed: Mapping[str, Change]) -> dict[str, bytes]:
    found = {}
    for path in git.run(*_DIFF, "--name-only", "-z", "--").split(b"\0"):
        file = _file(git, path)
        if path and file in changed and (data := git.blob(f":0:{os.fsdecode(path)}")) is not None:
            found[file] = data
    return found


def _file(git: Git, path: bytes) -> str:
    return key(os.path.join(git.root, os.fsdecode(path)))


def _base(git: Git, since: str | None) -> str:
    """The commit to compare with; before the first one, the empty tree."""
    head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if since is None:
        return head or git.run("hash-object", "-t", "tree", "--stdin").decode().strip()
    shallow = git.ask("rev-parse", "--is-shallow-repository") == "true"
    commit = None if since.startswith("-") else git.ask("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    if commit is None:
        cure = f"`git fetch origin {visible(since)}` may bring it" if not since.startswith("-") else "name another"
        raise ConfigError(Problem("--changed-since", f"“{visible(since)}” is no commit in {shown(git.root)}: {cure}"))
    common = git.ask("merge-base", commit, "HEAD") if head else None
    if common is None:
        why = f"“{visible(since)}” and HEAD have no commit in common in {shown(git.root)}"
        if shallow:
            why += ", of which only the latest commits are here: `git fetch --unshallow` (or --deepen=100) brings the "
            why += "rest; in GitHub's checkout action, write `fetch-depth: 0`"
        raise ConfigError(Problem("--changed-since", why))
    return common
