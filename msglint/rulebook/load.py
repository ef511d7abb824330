"""Rule packs -> Rules: the built-in packs and a team's own. All mistakes of all packs come as one ConfigError."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
import os
from pathlib import Path

from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Rule
from msglint.rulebook import kept
from msglint.rulebook.nodes import Notes
from msglint.rulebook.pack import Pack

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class PackFile:
    """A pack's bytes and its path as shown to people."""

    path: str
    data: bytes


def builtin_folder() -> Path:
    """Where the built-in packs are: inside the wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    wheel = package / "_rules"
    return wheel if wheel.is_dir() else package.parent / "rules"


def load_rules(extra: Sequence[Path] = (), cache: Path | None = None, examples: bool = False) -> dict[str, Rule]:
    """All rules by code: the built-in packs' and those of `extra` (files, or folders searched through).

    `cache` is a folder in which compiled rules are kept between runs; one that cannot be read or written is ignored.
    Examples are read along only where they are asked for. Raises ConfigError with everything that is wrong.
    """
    files = pack_files(extra)
    if not examples and (rules := kept.fetch(cache, files)) is not None:
        return rules
    loaded = {rule.code: rule for pack in read_packs(files) for rule in pack.rules}
    if examples:
        return loaded
    bare = {code: replace(rule, valid=(), invalid=()) for code, rule in loaded.items()}
    kept.store(cache, files, bare)
    return bare


def load_packs(paths: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """Whole packs, examples and all: those of `paths`, without any the built-in ones. Raises ConfigError."""
    if not paths:
        return read_packs(pack_files())
    own = read_packs(_found(paths))
    # Their codes must not be taken by built-in rules either.
    read_packs(pack_files(paths))
    return own


def pack_files(extra: Sequence[Path] = ()) -> tuple[PackFile, ...]:
    """The built-in packs and those of `extra`, each file once. Raises ConfigError."""
    folder = builtin_folder()
    if not folder.is_dir():
        raise ConfigError(Problem("rules", "the built-in rule packs are missing; install msglint again"))
    shown = {path: f"rules/{path.relative_to(folder).as_posix()}" for path in _packs_in(folder)}
    files = {path.resolve(): PackFile(name, path.read_bytes()) for path, name in shown.items()}
    own = {Path(file.path).resolve(): file for file in _found(extra)}
    return (*files.values(), *(file for path, file in own.items() if path not in files))


def read_packs(files: Iterable[PackFile]) -> tuple[Pack, ...]:
    """The packs in these files. Raises ConfigError with the mistakes of all of them, codes used twice among them."""
    from msglint.rulebook.reading import read_pack  # 100 ms with all it needs; kept rules need none of it

    problems: list[Problem] = []
    packs = []
    for file in files:
        notes = Notes(file.path, problems)
        pack = read_pack(file.data, notes)
        if pack is not None:
            packs.append(pack)
    problems.extend(_used_twice(packs))
    if problems:
        raise ConfigError(problems)
    return tuple(packs)


def _used_twice(packs: Iterable[Pack]) -> Iterator[Problem]:
    taken: dict[str, Rule] = {}
    for rule in (rule for pack in packs for rule in pack.rules):
        for key, said in ((rule.code, "code"), (rule.name, "name")):
            other = taken.setdefault(key, rule)
            if other is not rule:
                where = f"{other.pack}:{other.line}"
                cure = "change severity in msglint.yaml, or give this rule another one"
                yield Problem(
                    rule.pack, f"the {said} {key} is taken by the rule at {where}; {cure}", rule.line, key=said
                )


def _found(paths: Sequence[Path]) -> list[PackFile]:
    problems = []
    files = []
    for path in paths:
        try:
            packs = _packs_in(path) if path.is_dir() else [path]
            if not packs:
                problems.append(Problem(path.as_posix(), "no rule pack (.yaml) is in this folder"))
            files += [PackFile(pack.as_posix(), pack.read_bytes()) for pack in packs]
        except OSError as error:
            problems.append(Problem(path.as_posix(), f"the rule pack cannot be read: {error.strerror}"))
    if problems:
        raise ConfigError(problems)
    return files


def _packs_in(folder: Path) -> list[Path]:
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [Path(here, name) for name in names if name.endswith(_SUFFIXES) and not name.startswith(".")]
    return sorted(found)
