"""YAML text -> nodes that know where they are written, comments and blank lines left out of them.

The text is one that msglint's own loader has understood: one document, no unknown alias, no bottomless nesting.
"""

from collections.abc import Iterator
from enum import Enum
import re
from typing import Any

from msgspec import Struct, field
import yaml

from msglint.glossary.nodes import events

_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s+(?:#[^\r\n]*\s+)*)?)*")


class Kind(Enum):
    SCALAR = "scalar"
    LIST = "list"
    MAPPING = "mapping"
    ALIAS = "alias"


class Node(Struct, eq=False):
    """A value as written.

    start, end  offsets into the text, of the value with its anchor; the end is one past its last character, so that
                neither comments behind it nor the blank lines after a block of text are its own
    body        where the value begins behind its anchor
    column      of `start`, from 0
    inside      whether it stands in brackets or braces
    flow        whether it is itself written so
    style       of a scalar: "'", '"', "|", ">", or None for plain
    keys        of a mapping: the nodes of its keys, in step with `items`
    target      of an alias: what it repeats
    """

    kind: Kind
    start: int
    end: int
    body: int
    line: int
    column: int
    inside: bool = False
    flow: bool = False
    value: str = ""
    style: str | None = None
    items: list["Node"] = field(default_factory=list)
    keys: list["Node"] = field(default_factory=list)
    target: "Node | None" = None

    def pairs(self) -> Iterator[tuple["Node", "Node"]]:
        """Keys and values of a mapping, as written; `<<` among them."""
        return zip(self.keys, self.items, strict=True)

    def child(self, key: str) -> "Node | None":
        """The value written under a key of this mapping itself."""
        return next((value for name, value in self.pairs() if name.value == key), None)


def tree(text: str) -> Node | None:
    """The root node; None for a text without any."""
    growing = _Growing(text)
    for event in events(text):
        growing.take(event)
    return growing.root


class _Growing(Struct):
    text: str
    root: Node | None = None
    stack: list[Node] = field(default_factory=list)
    key: list[Node | None] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            kind = Kind.MAPPING if isinstance(event, yaml.MappingStartEvent) else Kind.LIST
            node = self._node(kind, event)
            node.flow = bool(event.flow_style)
            self.stack.append(node)
            self.key.append(None)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end(event)
        elif isinstance(event, yaml.ScalarEvent):
            node = self._node(Kind.SCALAR, event)
            node.value, node.style = event.value, event.style or None
            if node.style in ("|", ">"):  # libyaml counts the blank lines after it, too
                node.end = node.start + len(self.text[node.start : node.end].rstrip())
            self._place(node)
        elif isinstance(event, yaml.AliasEvent):
            node = self._node(Kind.ALIAS, event)
            node.value = event.anchor or ""
            node.target = self.anchors[node.value]
            self._place(node)

    def _node(self, kind: Kind, event: Any) -> Node:
        start, end = event.start_mark, event.end_mark
        properties = event.anchor or getattr(event, "tag", None)
        body = _PROPERTIES.match(self.text, start.index) if properties and kind is not Kind.ALIAS else None
        inside = bool(self.stack) and self.stack[-1].flow
        at = body.end() if body else start.index
        node = Node(kind, start.index, end.index, at, start.line + 1, start.column, inside, inside)
        if event.anchor and kind is not Kind.ALIAS:
            self.anchors[event.anchor] = node
        return node

    def _end(self, event: Any) -> None:
        node = self.stack.pop()
        self.key.pop()
        # A block ends where its last value ends; libyaml goes on to whatever comes next.
        node.end = event.end_mark.index if node.flow else node.items[-1].end
        self._place(node)

    def _place(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if parent.kind is Kind.LIST:
            parent.items.append(node)
        elif self.key[-1] is None:
            self.key[-1] = node
        else:
            parent.keys.append(self.key[-1])
            parent.items.append(node)
            self.key[-1] = None
