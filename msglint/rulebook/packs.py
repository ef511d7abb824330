"""Pack files -> whole packs, examples and all. All mistakes of all packs come as one ConfigError."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msglint.errors import ConfigError, Problem
from msglint.model.judgement import Rule
from msglint.rulebook.load import PackFile, files_in, pack_files
from msglint.rulebook.nodes import Notes
from msglint.rulebook.pack import Pack
from msglint.rulebook.reading import read_pack


def load_packs(paths: Sequence[Path] = ()) -> tuple[Pack, ...]:
    """Whole packs, examples and all: those of `paths`, without any the built-in ones. Raises ConfigError."""
    if not paths:
        return read_packs(pack_files())
    own = read_packs(files_in(paths))
    # Their codes must not be taken by built-in rules either.
    read_packs(pack_files(paths))
    return own


def read_packs(files: Iterable[PackFile]) -> tuple[Pack, ...]:
    """The packs in these files. Raises ConfigError with the mistakes of all of them, codes used twice among them."""
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
