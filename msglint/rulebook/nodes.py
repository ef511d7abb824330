"""YAML text -> nodes with their places: nothing is constructed, so every scalar stays the text that was written."""

from collections.abc import Iterable
from typing import Any, cast

from msgspec import Struct, field

from msglint.errors import Problem

Node = Any
"""A composed yaml.Node; PyYAML is imported only where a pack is read."""

_DEEPEST = 12
"""Packs are five deep, token patterns two more; anything beyond is a slip or an attack."""


class Notes(Struct):
    """The problems of one pack, `path` as shown to people, collected so that all come in one run."""

    path: str
    problems: list[Problem] = field(default_factory=list)

    def note(self, node: Node, message: str, key: str | None = None) -> None:
        """Something is wrong at a node; without one, with the file as a whole."""
        mark = getattr(node, "start_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
        self.problems.append(Problem(self.path, message, line, column, key))


def compose(data: bytes, notes: Notes) -> Node | None:
    """The root node of one YAML document; None (and noted) where it is not YAML or holds a key twice.

    Built from events on a stack of our own: libyaml's composer recurses, and nothing but open brackets overflows it.
    """
    import yaml

    text, before = "", len(notes.problems)
    try:
        text = data.decode("utf-8-sig")
        root = _built(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), notes)
    except UnicodeDecodeError as error:
        notes.note(None, f"not UTF-8 (byte {error.start + 1}); save the file as UTF-8")
        return None
    except yaml.YAMLError as error:
        notes.problems.append(_syntax_problem(notes.path, text, error))
        return None
    if root is None and len(notes.problems) == before:
        notes.note(None, "the pack is empty; it needs `about:` and `rules:`")
    return root


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


def _built(events: Iterable[Any], notes: Notes) -> Node | None:
    import yaml

    root: Node | None = None
    open_nodes: list[Node] = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            open_nodes.pop()
            continue
        if isinstance(event, yaml.AliasEvent):
            notes.note(event, "anchors and aliases (&name, *name) are not read in rule packs; write the values out")
            return None
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            notes.note(event, "a second YAML document begins here; a rule pack is one: remove the `---`")
            return None
        if not isinstance(event, yaml.NodeEvent):
            continue
        node = _node_of(event)
        if not open_nodes:
            root = node
        elif not _add(open_nodes[-1], node, notes):
            return None
        if node.id != "scalar":
            open_nodes.append(node)
            if len(open_nodes) > _DEEPEST:
                notes.note(node, f"nested deeper than the {_DEEPEST} levels of any pack")
                return None
    return root


def _node_of(event: Any) -> Node:
    import yaml

    if isinstance(event, yaml.ScalarEvent):
        start, end = cast(Any, event.start_mark), cast(Any, event.end_mark)
        return yaml.ScalarNode(event.tag or "", event.value, start, end, event.style or "")
    kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
    return kind(event.tag or "", [], event.start_mark, event.end_mark)


def _add(parent: Node, node: Node, notes: Notes) -> bool:
    """Put a node into its collection; in a mapping a key waits alone, as (key, None), for its value.

    False, and noted, for a key that is no text: nothing after it could be understood.
    """
    if parent.id == "sequence":
        parent.value.append(node)
    elif parent.value and parent.value[-1][1] is None:
        parent.value[-1] = (parent.value[-1][0], node)
    elif node.id != "scalar":
        notes.note(node, "a key must be plain text; put quotes around what begins with a bracket")
        return False
    else:
        if any(key.value == node.value for key, _ in parent.value):
            notes.note(node, f"“{node.value}” is written twice; keep one", node.value)
        parent.value.append((node, None))
    return True
