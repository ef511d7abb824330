"""Rule packs -> Rules: the built-in packs and a team's own. All mistakes of all packs come as one ConfigError."""

from collections.abc import Sequence
import os
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Rule
from msglint.rulebook import kept

_SUFFIXES = (".yaml", ".yml")


class PackFile(Struct, frozen=True):
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
    from msglint.rulebook.packs import read_packs  # 100 ms with all it needs; kept rules need none of it

    loaded = {rule.code: rule for pack in read_packs(files) for rule in pack.rules}
    if examples:
        return loaded
    bare = {code: replace(rule, valid=(), invalid=()) for code, rule in loaded.items()}
    kept.store(cache, files, bare)
    return bare


def pack_files(extra: Sequence[Path] = ()) -> tuple[PackFile, ...]:
    """The built-in packs and those of `extra`, each file once. Raises ConfigError."""
    folder = builtin_folder()
    if not folder.is_dir():
        raise ConfigError(Problem("rules", "the built-in rule packs are missing; install msglint again"))
    shown = {path: f"rules/{path.relative_to(folder).as_posix()}" for path in _packs_in(folder)}
    files = {path.resolve(): PackFile(name, path.read_bytes()) for path, name in shown.items()}
    own = {Path(file.path).resolve(): file for file in files_in(extra)}
    return (*files.values(), *(file for path, file in own.items() if path not in files))


def files_in(paths: Sequence[Path]) -> list[PackFile]:
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
