"""Which settings hold: those of a file, the nearest one by default. What reads it is imported where there is one."""

from collections.abc import Iterator
from pathlib import Path

from msglint.config.settings import Settings
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
        return _read(path) or Settings(path=shown(path))
    for folder in _here_and_above():
        for name in (YAML_NAME, TOML_NAME):
            if (folder / name).is_file() and (settings := _read(folder / name)):
                return settings
    return Settings()


def _read(path: Path) -> Settings | None:
    from msglint.config.file import settings_in

    return settings_in(path)


def _here_and_above() -> Iterator[Path]:
    here = Path.cwd()
    yield from (here, *here.parents)
