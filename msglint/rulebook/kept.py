"""Compiled rules kept between runs, as JSON: a file that anybody may have written must not be able to run code."""

from collections.abc import Mapping, Sequence
import hashlib
from pathlib import Path
from typing import Any, Protocol

from msgspec import json

from msglint import __version__, registry
from msglint.keeping import keep
from msglint.model.judgement import Rule
from msglint.model.scale import Severity

FILE_NAMES = "rules-*.json"
"""All that is ever kept, and what was not written to its end."""
_LAYOUT = "1"
"""Raise it when what is written changes its shape."""


class File(Protocol):
    """What a pack file is to this module."""

    @property
    def path(self) -> str: ...
    @property
    def data(self) -> bytes: ...


def fetch(folder: Path | None, files: Sequence[File]) -> dict[str, Rule] | None:
    """The rules compiled from exactly these files by exactly this msglint; None where they are not kept."""
    if folder is None:
        return None
    try:
        kept = json.decode((folder / _name(files)).read_bytes())
        return {values["code"]: _rule(values) for values in kept}
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None  # missing, damaged or not ours: compiled anew


def store(folder: Path | None, files: Sequence[File], rules: Mapping[str, Rule]) -> None:
    """Keep the rules; a folder that cannot be written is no error, the next run compiles again."""
    if folder is None:
        return
    keep(folder / _name(files), json.encode(list(rules.values())))


def _name(files: Sequence[File]) -> str:
    digest = hashlib.sha256("\0".join((_LAYOUT, __version__, *registry.names("msglint.checks"))).encode())
    for file in files:
        digest.update(f"\0{file.path}\0{len(file.data)}\0".encode())
        digest.update(file.data)
    return f"rules-{digest.hexdigest()[:32]}.json"


def _rule(values: dict[str, Any]) -> Rule:
    values["severity"] = Severity(values["severity"])
    values["options"] = {name: _frozen(value) for name, value in values["options"].items()}
    values["valid"] = values["invalid"] = ()
    return Rule(**values)


def _frozen(value: object) -> object:
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return value
