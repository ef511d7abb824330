"""From a settings file to Settings: every key validated, all errors in one run."""

from pathlib import Path
from typing import Any

from msgspec.structs import replace

from msglint.config.keys import KEYS
from msglint.config.reader import Reader
from msglint.config.settings import Settings
from msglint.config.tree import Node, read_toml, read_yaml
from msglint.errors import ConfigError
from msglint.text.showing import shown


def settings_in(path: Path) -> Settings | None:
    """The settings of that file; None where it is TOML without [tool.msglint]. Raises ConfigError."""
    tree = read_toml(path) if path.suffix == ".toml" else read_yaml(path)
    return _settings(path, tree) if tree else None


def _settings(path: Path, tree: Node) -> Settings:
    reader = Reader(shown(path), str(path.absolute().parent))
    values: dict[str, Any] = {}
    for key, node in reader.mapping(tree, "", KEYS).items():
        values |= KEYS[key].read(reader, node)
        reader.place(key, node)
    if reader.problems:
        raise ConfigError(reader.problems)
    return replace(Settings(path=reader.path, origins=reader.origins), **values)
