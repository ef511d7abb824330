"""Bytes -> text -> YAML nodes. Every scalar stays the text that was written; nothing is constructed.

Nodes are built from PyYAML's events with a stack of our own: its C composer recurses, and a file of nothing but open
brackets overflows the C stack. Aliases share one node and are counted, not copied.
"""

import codecs
from collections.abc import Iterator
import re
from typing import Any

from msgspec import Struct, field
import yaml

from msglint.errors import Problem
from msglint.glossary.reading import Reading
from msglint.glossary.syntax import explain
from msglint.lazy_pattern import lazy_pattern

_DEEPEST = 40
"""Collections within collections; a glossary needs eight."""
_MOST_EXPANDED = 200_000
"""Nodes that a file with aliases may come to; more, and ten times what is written, is a "billion laughs"."""
_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_UNPRINTABLE = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# YAML 1.1 takes these for line breaks, YAML 1.2 and every editor do not.
_NO_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})


def encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark a file begins with (b"" for none), and the encoding it tells; without one, UTF-8."""
    return next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))


def decode(data: bytes, reading: Reading) -> str | None:
    """The text of a file in UTF-8, or in UTF-16 or UTF-32 with a byte order mark; None, and noted, for other bytes."""
    mark, encoding = encoding_of(data)
    data = data[len(mark) :]
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding)
        line, column = _place(before)
        found = f"byte 0x{data[error.start]:02X}"
        message = f"not {encoding.upper()} ({found} cannot be read): save the file as UTF-8"
        reading.problems.append(Problem(reading.path, message, line, column))
        return None


def compose(text: str, reading: Reading) -> yaml.Node | None:
    """The root node of a YAML text; None, and noted in `reading`, where there is none."""
    text = text.removeprefix("\ufeff")
    if found := _UNPRINTABLE.search(text):
        line, column = _place(text[: found.start()])
        said = "looks like UTF-16 without a byte order mark" if found[0] == "\0" else "no text holds it"
        message = f"not YAML: the character U+{ord(found[0]):04X} stands here ({said}); save the file as UTF-8 text"
        reading.problems.append(Problem(reading.path, message, line + reading.first_line - 1, column))
        return None
    builder = _Builder(reading)
    try:
        for event in events(text):
            if not builder.take(event):
                return None
    except yaml.YAMLError as error:
        message, line, column = explain(error, text)
        reading.problems.append(Problem(reading.path, message, line + reading.first_line, column + 1))
        return None
    return builder.root


def events(text: str) -> Iterator[Any]:
    """PyYAML's events, whose marks count in this text. Raises yaml.YAMLError."""
    return iter(yaml.parse(text.translate(_NO_BREAKS), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def _place(before: str) -> tuple[int, int]:
    """Line and column, from 1, of the character after `before`."""
    line_start = max(before.rfind("\n"), before.rfind("\r")) + 1
    return len(re.findall(r"\r\n|\n|\r", before)) + 1, len(before) - line_start + 1


class _Open(Struct):
    """A collection whose end is still to come; `size` counts its nodes so far, aliases expanded."""

    node: yaml.CollectionNode
    anchor: str | None
    size: int = 1
    key: yaml.Node | None = None


class _Builder(Struct):
    reading: Reading
    root: yaml.Node | None = None
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, tuple[yaml.Node, int] | None] = field(default_factory=dict)
    written: int = 0

    def take(self, event: Any) -> bool:
        """Take the next event. False, and noted, where there is no going on."""
        if isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark  # typed as if only the pure Python loader made marks
            end: Any = event.end_mark
            self._close(yaml.ScalarNode(event.tag or "", event.value, start, end, event.style), 1, event.anchor)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            ended = self.stack.pop()
            ended.node.end_mark = event.end_mark
            self._close(ended.node, ended.size, ended.anchor)
            return bool(self.stack) or self._bounded(ended)
        elif isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            return self._stop(event, "a second YAML document begins here; a glossary is one: remove the `---`")
        return True

    def _open(self, event: Any) -> bool:
        if len(self.stack) == _DEEPEST:
            return self._stop(event, f"lists and mappings nested more than {_DEEPEST} deep; a glossary needs eight")
        kind = yaml.MappingNode if isinstance(event, yaml.MappingStartEvent) else yaml.SequenceNode
        self.stack.append(_Open(kind(event.tag or "", [], event.start_mark, event.end_mark), event.anchor))
        if event.anchor:
            self.anchors[event.anchor] = None
        return True

    def _alias(self, event: Any) -> bool:
        if event.anchor not in self.anchors:
            return self._stop(event, f"`*{event.anchor}` repeats what no `&{event.anchor}` above has named")
        target = self.anchors[event.anchor]
        if target is None:
            return self._stop(event, f"`*{event.anchor}` stands inside what it repeats")
        self._close(target[0], target[1], None)
        return True

    def _close(self, node: yaml.Node, size: int, anchor: str | None) -> None:
        """A node is complete: it goes into the collection that is open."""
        self.written += 1
        if anchor:
            self.anchors[anchor] = (node, size)
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        parent.size += size
        if isinstance(parent.node, yaml.SequenceNode):
            parent.node.value.append(node)
        elif parent.key is None:
            parent.key = node
        else:
            parent.node.value.append((parent.key, node))
            parent.key = None

    def _bounded(self, root: _Open) -> bool:
        if root.size <= max(_MOST_EXPANDED, 10 * self.written):
            return True
        return self._stop(root.node, f"its aliases (`*name`) come to over {_MOST_EXPANDED:,} values; write them out")

    def _stop(self, at: Any, message: str) -> bool:
        self.reading.complain(at, None, f"not a glossary: {message}")
        return False
