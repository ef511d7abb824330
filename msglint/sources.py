"""Which bytes to read: paths, folders and standard input become files, in the order they are shown."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
import os
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.ignores import Patterns, ignored, outer_levels, patterns_of
from msglint.text.showing import shown, visible


class SourceFile(Struct, frozen=True):
    """One file to check.

    path   as shown to people: relative to the working directory, with forward slashes
    file   what to open; None where `data` came on standard input
    named  whether the user named it (else it was met in a folder)
    """

    path: str
    file: str | None = None
    named: bool = False
    data: bytes | None = None

    def read(self) -> bytes:
        """The bytes. Raises ReadError where the operating system will not give them."""
        if self.data is not None:
            return self.data
        try:
            with open(self.file or self.path, "rb", buffering=0) as file:
                return file.read()
        except OSError as error:
            raise ReadError(self.path, error.strerror or str(error)) from error

    def size(self) -> int:
        """How many bytes there are; 0 where the operating system will not tell."""
        if self.data is not None:
            return len(self.data)
        try:
            return os.stat(self.file or self.path).st_size
        except OSError:
            return 0


class Walk(Struct, frozen=True):
    """What was found: `files` by their path, and `problems` with what was named.

    skipped   absolute paths of files without a reader that were met in folders
    pictures  how many of these are pictures, which want a program that is not installed
    """

    files: tuple[SourceFile, ...]
    skipped: tuple[str, ...] = ()
    excluded: int = 0
    problems: tuple[str, ...] = ()
    pictures: int = 0

    def and_input(self, source: SourceFile) -> "Walk":
        """With what came on standard input, in its place."""
        files = sorted((*self.files, source), key=lambda file: file.path)
        return replace(self, files=tuple(files))

    def without(self, pictures: Sequence[SourceFile]) -> "Walk":
        """With these, some of its files, skipped."""
        skipped = (*self.skipped, *(file.file or file.path for file in pictures))
        files = tuple(file for file in self.files if file not in pictures)
        return replace(self, files=files, skipped=skipped, pictures=len(pictures))


def collect(
    paths: Iterable[str],
    exclude: Patterns,
    has_reader: Callable[[str], bool],
    own: Collection[str] = (),
    is_report: Callable[[str], bool] = lambda file: False,
) -> Walk:
    """Every file below `paths` that has a reader, each once, sorted by path.

    `has_reader` tells from a file's name whether its format can be read. What is named but missing or without a
    reader is a problem; `exclude` holds for named files too, since hooks name them. `own` are absolute paths of files
    and folders that steer msglint (glossary, settings, rule packs) and of what it is about to write: they name what is
    stale and are no documents, nor is what `is_report` recognises as written by an earlier run.
    """
    found: dict[str, SourceFile] = {}
    ways: dict[str, str] = {}
    excluded = 0
    skipped = []
    problems = []
    for path in paths:
        named = not os.path.isdir(path)
        if not named and not os.access(path, os.R_OK | os.X_OK):
            problems.append(f"{visible(shown(path))}: this folder may not be opened")
        for file in [os.path.abspath(path)] if named else _walk(os.path.abspath(path), exclude):
            if exclude.match(file) or _is_one_of(file, own) or is_report(file):
                excluded += 1
            elif not named and has_reader(file):
                if file not in found:
                    found[file] = SourceFile(_shown(file, ways), file)
            elif not os.path.exists(file):
                problems.append(f"{visible(shown(file))}: no such file or folder")
            elif not os.path.isfile(file):  # reading it might never end
                problems.append(f"{visible(shown(file))}: a pipe or device, no file; hand it in by `-` instead")
            elif not has_reader(file):
                if named:
                    problems.append(_unreadable_format(file))
                else:
                    skipped.append(file)
            else:
                found[file] = SourceFile(shown(file), file, named)
    files = sorted(found.values(), key=lambda source: source.path)
    return Walk(tuple(files), tuple(skipped), excluded, tuple(problems))


def _shown(file: str, ways: dict[str, str]) -> str:
    """As `shown` has it; the way to a folder is looked for once for all that is in it."""
    folder, name = os.path.split(file)
    way = ways.get(folder) or ways.setdefault(folder, shown(folder))
    return name if way == "." else f"{way}/{name}"


def _is_one_of(file: str, own: Collection[str]) -> bool:
    return any(file == path or file.startswith(path + os.sep) for path in own)


def _unreadable_format(file: str) -> str:
    suffix = os.path.splitext(file)[1]
    what = f"no reader for {suffix} files" if suffix else "no reader for files without a suffix"
    return f"{visible(shown(file))}: {what}; leave it out, or name it under `exclude` in msglint.yaml"


def _walk(root: str, exclude: Patterns) -> Iterator[str]:
    """Every regular file below a folder, but for hidden folders, what git ignores and what is excluded.

    Linked folders come last, and only where they lead to what was not walked yet, so that no loop is walked twice.
    """
    outer = outer_levels(root)
    # A folder that git ignores, yet somebody named it, is meant.
    levels = () if ignored(outer, root, is_folder=True) else outer
    pending: list[tuple[str, tuple[Patterns, ...]]] = [(root, levels)]
    links: list[tuple[str, tuple[Patterns, ...]]] = []
    walked: set[str] = set()
    while pending or links:
        is_link = not pending
        folder, levels = links.pop(0) if is_link else pending.pop()
        real = os.path.realpath(folder)
        if real in walked or (is_link and _contains(real, root)):
            continue
        walked.add(real)
        levels = (*levels, patterns_of(Path(folder, ".gitignore"), folder))
        for entry in _entries(folder):
            if _passed_over(entry, levels, exclude):
                continue
            if entry.is_dir():
                (links if entry.is_symlink() else pending).append((entry.path, levels))
            elif entry.is_file():
                yield entry.path


def _entries(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:  # a folder that may not be opened is nobody's document
        return []


def _passed_over(entry: os.DirEntry[str], levels: tuple[Patterns, ...], exclude: Patterns) -> bool:
    is_folder = entry.is_dir()
    if is_folder and entry.name.startswith("."):
        return True
    if entry.name.startswith(("~$", "._")):  # lock files of Office, resource forks of macOS
        return True
    if is_folder and exclude.verdict(entry.path, is_folder=True):
        return True
    return ignored(levels, entry.path, is_folder)


def _contains(folder: str, inner: str) -> bool:
    return os.path.realpath(inner).startswith(folder.rstrip(os.sep) + os.sep)
