"""From a settings file to Settings: every key validated, all errors in one run."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from msglint.config.keys import KEYS
from msglint.config.reader import Reader
from msglint.config.settings import Settings
from msglint.config.tree import Node, read_toml, read_yaml
from msglint.errors import ConfigError
from msglint.text.showing import shown

YAML_NAME = "msglint.yaml"
TOML_NAME = "pyproject.toml"


def find_upward(name: str) -> Path | None:
    """The nearest file of that name in the working directory or above."""
    return next((folder / name for folder in _here_and_above() if (folder / name).is_file()), None)


def load_settings(path: Path | None = None) -> Settings:
    """The settings of that file, else of the nearest msglint.yaml or pyproject.toml with a [tool.msglint], upward.

    In one folder msglint.yaml comes first. Without any file: the defaults. Raises ConfigError with all that is wrong.
    """
    if path is not None:
        tree = read_toml(path) if path.suffix == ".toml" else read_yaml(path)
        return _settings(path, tree or Node({}))
    for folder in _here_and_above():
        if (folder / YAML_NAME).is_file():
            return _settings(folder / YAML_NAME, read_yaml(folder / YAML_NAME))
        if (folder / TOML_NAME).is_file() and (tree := read_toml(folder / TOML_NAME)):
            return _settings(folder / TOML_NAME, tree)
    return Settings()


def _here_and_above() -> Iterator[Path]:
    here = Path.cwd()
    yield from (here, *here.parents)


def _settings(path: Path, tree: Node) -> Settings:
    reader = Reader(shown(path), str(path.absolute().parent))
    values: dict[str, Any] = {}
    origins = {}
    for key, node in reader.mapping(tree, "", KEYS).items():
        values |= KEYS[key].read(reader, node)
        origins[key] = f"{reader.path}:{node.line}"
    if reader.problems:
        raise ConfigError(reader.problems)
    return replace(Settings(path=reader.path, origins=origins), **values)
