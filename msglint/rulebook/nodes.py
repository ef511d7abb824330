"""YAML text -> nodes with their places: nothing is constructed, so every scalar stays the text that was written."""

from dataclasses import dataclass, field
from typing import Any

from msglint.errors import Problem

Node = Any
"""A composed yaml.Node; PyYAML is imported only where a pack is read."""

_DEEPEST = 12
"""Packs are five deep, token patterns two more; anything beyond is a slip or an attack."""


@dataclass
class Notes:
    """The problems of one pack, `path` as shown to people, collected so that all come in one run."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def note(self, node: Node, message: str, key: str | None = None) -> None:
        """Something is wrong at a node; without one, with the file as a whole."""
        mark = getattr(node, "start_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        self.problems.append(Problem(self.path, message, line, column, key))


def compose(data: bytes, notes: Notes) -> Node | None:
    """The root node of one YAML document; None (and noted) where it is not YAML or holds a key twice."""
    import yaml

    try:
        text = data.decode("utf-8-sig")
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except UnicodeDecodeError as error:
        notes.note(None, f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8")
        return None
    except yaml.YAMLError as error:
        notes.problems.append(_syntax_problem(notes.path, text, error))
        return None
    except RecursionError:
        notes.note(None, f"nested deeper than the {_DEEPEST} levels of any pack")
        return None
    if root is None:
        notes.note(None, "the pack is empty; it needs `about:` and `rules:`")
        return None
    before = len(notes.problems)
    _inspect(root, notes, set(), 0)
    return root if len(notes.problems) == before else None


def _syntax_problem(path: str, text: str, error: Any) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    if mark is None:
        position = getattr(error, "position", None)
        before = text[:position] if isinstance(position, int) else ""
        return Problem(path, f"not YAML: {said}", before.count("\n") + 1)
    lines = text.splitlines() or [""]
    if "\t" in lines[min(mark.line, len(lines) - 1)]:
        said += "; this line holds a tab: YAML is indented by spaces"
    return Problem(path, f"not YAML: {said}", mark.line + 1, mark.column + 1)


def _inspect(node: Node, notes: Notes, seen: set[int], depth: int) -> None:
    """Note keys written twice, aliases (one could hold itself) and nesting without end."""
    if node.id == "scalar":
        return
    if id(node) in seen:
        notes.note(node, "anchors and aliases (&name, *name) are not read in rule packs; write the values out")
        return
    seen.add(id(node))
    if depth > _DEEPEST:
        notes.note(node, f"nested deeper than the {_DEEPEST} levels of any pack")
        return
    if node.id == "sequence":
        for item in node.value:
            _inspect(item, notes, seen, depth + 1)
        return
    keys: set[str] = set()
    for key, value in node.value:
        if key.id != "scalar":
            notes.note(key, "a key must be plain text")
        elif key.value in keys:
            notes.note(key, f"“{key.value}” is written twice; keep one", key.value)
        else:
            keys.add(key.value)
        _inspect(value, notes, seen, depth + 1)
