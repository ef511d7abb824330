"""Patterns that keep files out of a walk: .gitignore files, nested, .git/info/exclude, and `exclude` of the settings.

Semantics are those of gitignore(5); the patterns themselves are pathspec's.
"""

from collections.abc import Iterable
from functools import cached_property
import os
from pathlib import Path
from typing import Protocol

from msgspec import Struct


class _Answer(Protocol):
    @property
    def include(self) -> bool | None: ...


class _Spec(Protocol):
    def check_file(self, file: str) -> _Answer: ...


def compile_patterns(lines: Iterable[str]) -> _Spec:
    """Gitignore patterns, the last one that matches decides. Raises ValueError for one that means nothing ("!")."""
    import pathspec  # 28 ms, and many runs need none

    spec: _Spec = pathspec.GitIgnoreSpec.from_lines(lines)
    return spec


class Patterns(Struct, frozen=True, dict=True):
    """Gitignore patterns relative to `folder` (an absolute path)."""

    folder: str
    lines: tuple[str, ...]

    @cached_property
    def _spec(self) -> _Spec:
        return compile_patterns(self.lines)

    def verdict(self, path: str, is_folder: bool = False) -> bool | None:
        """True: ignored, False: expressly kept ("!…"), None: not spoken of. `path` is absolute."""
        prefix = self.folder.rstrip(os.sep) + os.sep
        if not self.lines or not path.startswith(prefix):
            return None
        relative = path[len(prefix) :].replace(os.sep, "/")
        return self._spec.check_file(relative + "/" if is_folder else relative).include

    def match(self, path: str) -> bool:
        """Whether a file of that absolute path is one of those meant."""
        return bool(self.verdict(path))


def ignored(levels: Iterable[Patterns], path: str, is_folder: bool) -> bool:
    """Whether nested ignore files, outermost first, ignore a path: the innermost that speaks of it decides."""
    for patterns in reversed(tuple(levels)):
        verdict = patterns.verdict(path, is_folder)
        if verdict is not None:
            return verdict
    return False


def patterns_of(file: Path, folder: str) -> Patterns:
    """The patterns a file holds, relative to `folder`, without lines git cannot use; none where there is no file."""
    try:
        # Names in a .gitignore are bytes to git: surrogateescape matches what the operating system returns for them.
        text = file.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return Patterns(folder, ())
    return Patterns(folder, tuple(line for line in text.splitlines() if _means_something(line)))


def _means_something(line: str) -> bool:
    if not line.strip() or line.startswith("#"):
        return False
    try:
        compile_patterns([line])
    except ValueError:
        return False
    return True


def outer_levels(folder: str) -> tuple[Patterns, ...]:
    """What is ignored in `folder` by the files above it, up to the root of its git repository; () outside of any."""
    above = Path(folder)
    chain: list[Patterns] = []
    while True:
        if above != Path(folder):
            chain.append(patterns_of(above / ".gitignore", str(above)))
        if (above / ".git").exists():
            chain.append(patterns_of(_git_folder(above) / "info" / "exclude", str(above)))
            return tuple(reversed(chain))
        if above.parent == above:
            return ()
        above = above.parent


def _git_folder(root: Path) -> Path:
    """The folder that holds `info/`; `.git` may be a file that names it, as in worktrees: gitrepository-layout(5)."""
    dot_git = root / ".git"
    try:
        own = root / dot_git.read_text(encoding="utf-8").removeprefix("gitdir:").strip()
        common = own / "commondir"
        return own / common.read_text(encoding="utf-8").strip() if common.exists() else own
    except (OSError, UnicodeDecodeError):
        return dot_git
