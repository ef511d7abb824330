"""glossary.yaml -> Glossary: the one place where its files are opened.

Everything wrong in all files of a glossary is raised at once. Nothing here judges whether what is written makes sense
together: that is GLO801's work.
"""

from collections.abc import Iterator, Mapping
import hashlib
import os
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct, field
import yaml

from msglint.errors import GlossaryError, Problem
from msglint.glossary.entries import Defaults, entry_of
from msglint.glossary.identity import identified
from msglint.glossary.includes import included_files
from msglint.glossary.nodes import compose, decode
from msglint.glossary.reading import Reading
from msglint.glossary.records import Record, read_record
from msglint.glossary.unchanged import add_file
from msglint.model.glossary import Entry, Glossary, Origin
from msglint.uncollected import uncollected

_SMALLEST = "the smallest glossary is two lines: `terms:` and below it `  - term: Meals for Teams`"


def load_glossary(path: Path, instead: Mapping[str, bytes] = MappingProxyType({})) -> Glossary:
    """Read a glossary and all files it includes. Raises GlossaryError with everything that is wrong in any of them.

    Paths are shown as `path` is given, with forward slashes; included files relative to it. `instead` holds, by path
    as shown, what is taken for the bytes of files that are about to be changed.
    """
    loading = _Loading(instead=instead)
    with uncollected():
        loading.file(path, Defaults(), ())
    return loading.glossary(path.as_posix())


def parse_glossary(text: str, path: str, first_line: int = 1) -> Glossary:
    """Read a glossary from its text, as if written in `path` from line `first_line` on.

    `include` is followed where `path` is a file. Raises GlossaryError.
    """
    loading = _Loading()
    with uncollected():
        loading.text(text, Reading(path, first_line), Defaults(), (Path(path),))
    return loading.glossary(path)


def glossary_from_node(node: yaml.Node, path: str) -> Glossary:
    """Read a glossary from a node of another YAML file (a rule pack's `glossary:`), whose marks count in `path`.

    The digest is made of what the entries say. Raises GlossaryError.
    """
    loading = _Loading()
    loading.root(node, Reading(path), Defaults(), (Path(path),))
    loading.digest.update(repr(loading.entries).encode("utf-8", "surrogatepass"))
    return loading.glossary(path)


class _Loading(Struct):
    """One run: what was read so far and what was wrong."""

    entries: list[tuple[Entry, Origin]] = field(default_factory=list)  # each with the place of its id
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    patterns: list[tuple[str, str]] = field(default_factory=list)  # of `include`, with the file they are written in
    read: set[Path] = field(default_factory=set)
    first: Record | None = None
    defaults: Defaults = field(default_factory=Defaults)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    instead: Mapping[str, bytes] = field(default_factory=dict)

    def glossary(self, path: str) -> Glossary:
        """The glossary of all that was read. Raises GlossaryError."""
        ids = identified(self.entries, self.problems)
        if self.problems:
            raise GlossaryError(sorted(self.problems, key=self._reading_order))
        return Glossary(
            path,
            tuple(ids.values()),
            self.digest.hexdigest(),
            organization=self.first.get("organization") if self.first else None,
            language=self.defaults.language,
            currency=self.defaults.currency,
            files=tuple(self.files) or (path,),
            includes=tuple(self.patterns),
        )

    def _reading_order(self, problem: Problem) -> tuple[int, int, int]:
        place = self.files.index(problem.path) if problem.path in self.files else len(self.files)
        return (place, problem.line or 0, problem.column or 0)

    def file(self, path: Path, defaults: Defaults, trail: tuple[Path, ...]) -> None:
        """Read a file; `trail` are the files that are being read, outermost first."""
        reading = Reading(path.as_posix())
        try:
            data = self.instead[reading.path] if reading.path in self.instead else path.read_bytes()
            self.read.add(path.resolve())
        except (OSError, ValueError) as error:
            self.problems.append(Problem(reading.path, _unreadable(path, error)))
            return
        self.files.append(reading.path)
        add_file(self.digest, data)
        text = decode(data, reading)
        if text is None:
            self.problems += reading.problems
        else:
            self.parse(text, reading, defaults, (*trail, path))

    def text(self, text: str, reading: Reading, defaults: Defaults, trail: tuple[Path, ...]) -> None:
        """Read a text that came without a file."""
        self.digest.update(text.encode("utf-8", "surrogatepass"))
        self.parse(text, reading, defaults, trail)

    def parse(self, text: str, reading: Reading, defaults: Defaults, trail: tuple[Path, ...]) -> None:
        node = compose(text, reading)
        if node is not None:
            self.root(node, reading, defaults, trail)
            return
        if not reading.problems:
            reading.problems.append(Problem(reading.path, f"the glossary is empty; {_SMALLEST}", reading.first_line, 1))
        self.problems += reading.problems

    def root(self, node: yaml.Node, reading: Reading, defaults: Defaults, trail: tuple[Path, ...]) -> None:
        """Read a file's root node: its entries, then the files it includes."""
        record = read_record(node, "glossary", reading)
        includes: list[Path] = []
        if record is not None:
            defaults = defaults.overridden(record.get("defaults"))
            if self.first is None:
                self.first, self.defaults = record, defaults
            if "terms" not in record and "include" not in record:
                reading.complain(node, "terms", f"is missing; {_SMALLEST}")
            self.entries += _entries(record, defaults, reading)
            includes = list(self._includes(record, reading, trail))
        self.problems += reading.problems
        for path in includes:
            if path.resolve() not in self.read:
                self.file(path, defaults, trail)

    def _includes(self, record: Record, reading: Reading, trail: tuple[Path, ...]) -> Iterator[Path]:
        being_read = {path.resolve(): index for index, path in enumerate(trail)}
        for value in record.all("include"):
            self.patterns.append((value.content, trail[-1].as_posix()))
            found = included_files(value.content, trail[-1]) if _is_file(trail[-1]) else []
            if not found:
                reading.complain(value.node, "include", f"“{value.content}” is no file {_beside(trail[-1])}")
            for path in found:
                index = being_read.get(path.resolve())
                if index is None:
                    yield path
                elif len(found) == 1:
                    chain = " → ".join(step.as_posix() for step in (*trail[index:], path))
                    reading.complain(value.node, "include", f"goes round in a circle: {chain}; remove one of them")


def _entries(record: Record, defaults: Defaults, reading: Reading) -> Iterator[tuple[Entry, Origin]]:
    for written in (value.content for value in record.all("terms")):
        entry = entry_of(written, defaults, reading)
        if entry is not None:
            identity = written.value("id") or written.value("term")
            yield entry, reading.origin(identity.node)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except ValueError:  # a NUL character in the name
        return False


def _beside(path: Path) -> str:
    folder = path.parent.as_posix()
    return "here" if folder == "." else f"in {folder}, where {path.name} is"


def _unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file; name the glossary with --glossary FILE"
    if os.path.isdir(path):
        return "this is a folder; name the glossary file in it"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"
