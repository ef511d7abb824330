"""msglint.yaml and pyproject.toml as one kind of tree: text, lists and mappings, each with its line."""

from pathlib import Path
import re
from typing import Any

from msgspec import Struct

from msglint.errors import ConfigError, Problem
from msglint.text.showing import shown

_DEEPEST = 6
"""Settings are three deep; anything far beyond is an attack by aliases, not a setting."""


class Node(Struct, frozen=True):
    """A value and its line (None where it is not known). Scalars of YAML stay text, so that region NO is Norway."""

    content: "str | list[Node] | dict[str, Node]"
    line: int | None = None


def read_yaml(path: Path) -> Node:
    """The tree of a YAML file; an empty mapping for an empty one. Raises ConfigError."""
    import yaml

    text = _text(path)
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)  # not CSafeLoader: deep nesting overflows its stack
    except RecursionError as error:
        raise ConfigError(Problem(shown(path), "nested deeper than any setting is")) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        said = getattr(error, "problem", None) or "cannot be read"
        if line and "\t" in text.splitlines()[min(line, len(text.splitlines())) - 1]:
            said += "; YAML is indented by spaces, this line holds a tab"
        raise ConfigError(Problem(shown(path), f"not YAML: {said}", line, column)) from error
    return _of_yaml(root, shown(path)) if root is not None else Node({}, 1)


def _of_yaml(node: Any, path: str, depth: int = 0) -> Node:
    line = node.start_mark.line + 1
    if depth > _DEEPEST:
        raise ConfigError(Problem(path, "nested deeper than any setting is", line))
    if node.id == "scalar":
        return Node(node.value, line)
    if node.id == "sequence":
        return Node([_of_yaml(item, path, depth + 1) for item in node.value], line)
    mapping: dict[str, Node] = {}
    for key, value in node.value:
        at = key.start_mark.line + 1
        if key.id != "scalar":
            raise ConfigError(Problem(path, "a key must be plain text", at))
        if key.value in mapping:
            raise ConfigError(Problem(path, f"“{key.value}” is set twice; keep one", at, key=key.value))
        # A value's own line may be the one below its key's; people look for the key.
        mapping[key.value] = Node(_of_yaml(value, path, depth + 1).content, at)
    return Node(mapping, line)


def read_toml(path: Path) -> Node | None:
    """The tree below [tool.msglint]; None where the file has no such table. Raises ConfigError."""
    import tomllib

    text = _text(path)
    try:
        tool = tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError as error:
        if "msglint" not in text:
            return None  # somebody else's trouble
        raise ConfigError(Problem(shown(path), f"not TOML: {error}")) from error
    if not isinstance(tool, dict) or "msglint" not in tool:
        return None
    header = re.search(r"^\s*\[+\s*tool\s*\.\s*msglint\b", text, re.MULTILINE)
    return _of_toml(tool["msglint"], text, header.end() if header else 0)


def _of_toml(value: object, text: str, after: int) -> Node:
    """tomllib keeps no positions: a key is looked for from its table's header on."""
    line = text.count("\n", 0, after) + 1
    if isinstance(value, dict):
        return Node({key: _of_toml(item, text, _offset_of(key, text, after)) for key, item in value.items()}, line)
    if isinstance(value, list):
        return Node([_of_toml(item, text, after) for item in value], line)
    return Node(value if isinstance(value, str) else str(value).lower(), line)


def _offset_of(key: str, text: str, after: int) -> int:
    name = re.escape(key)
    match = re.compile(
        rf"^\s*(?:[\w.\"'-]+\.)?[\"']?{name}[\"']?\s*=|^\s*\[+[^\]\n]*\b{name}\b|[{{,]\s*[\"']?{name}[\"']?\s*=", re.M
    ).search(text, after)
    return match.end() if match else after


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(Problem(shown(path), f"cannot be read: {error.strerror}")) from error
    except UnicodeDecodeError as error:
        raise ConfigError(Problem(shown(path), "not UTF-8; save it as UTF-8")) from error
