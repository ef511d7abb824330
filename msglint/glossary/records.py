"""YAML nodes -> records: every key known, every value read by its kind, all that is wrong noted with its place."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
import yaml

from msglint.glossary.keys import SHAPES, Form, Key
from msglint.glossary.kinds import KINDS
from msglint.glossary.reading import Reading, nearest, shortened

_MOST_MERGES = 20
"""`<<` within `<<`; nodes composed elsewhere may hold themselves."""


class Value(Struct, frozen=True):
    """Something read (None where it could not be), and where it is written."""

    content: Any
    node: yaml.Node


class Record(Struct, frozen=True):
    """A mapping of one shape, read. Keys that could not be understood are missing or hold None."""

    node: yaml.Node
    values: dict[str, Any] = field(default_factory=dict)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    def get(self, key: str) -> Any:
        """The content of a key that takes one value; None where it is not written."""
        value = self.values.get(key)
        return value.content if value is not None else None

    def value(self, key: str) -> Value | None:
        """The value of a key that takes one, with its node."""
        return self.values.get(key)

    def all(self, key: str) -> list[Value]:
        """The understood values of a key that takes many."""
        return [value for value in self.values.get(key, ()) if value.content is not None]

    def texts(self, key: str) -> tuple[str, ...]:
        """The contents of a key that takes many texts."""
        return tuple(value.content for value in self.all(key))


def read_record(node: yaml.Node, shape_name: str, reading: Reading, key: str | None = None) -> Record | None:
    """Read a node as a mapping of that shape, or as its bare scalar; None, and noted, where it is neither."""
    shape = SHAPES[shape_name]
    if isinstance(node, yaml.ScalarNode) and shape.bare:
        value = _read_one(node, shape.keys[shape.bare], shape.bare, reading)
        return Record(node, {shape.bare: value})
    if not isinstance(node, yaml.MappingNode):
        wanted = f"{_article(shape_name)} is a mapping with the keys {', '.join(shape.keys)}"
        reading.complain(node, key, f"found {_found(node)}; {wanted}")
        return None
    record = Record(node)
    for name, key_node, value_node in _pairs(node, reading):
        if name in shape.keys:
            record.values[name] = _read(value_node, shape.keys[name], name, key_node, reading)
        else:
            _refuse(name, key_node, value_node, record, shape_name, reading)
    for name, needed in shape.keys.items():
        if needed.required and name not in record:
            reading.complain(node, name, f"is missing: {_article(shape_name)} needs it")
    return record


def _pairs(node: yaml.MappingNode, reading: Reading, merges: int = 0) -> Iterator[tuple[str, yaml.Node, yaml.Node]]:
    """The keys of a mapping with their nodes; what `<<` merges in comes last, without the keys already there."""
    seen: dict[str, yaml.Node] = {}
    merged: list[yaml.Node] = []
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            reading.complain(key_node, None, f"a key is a word, not {_found(key_node)}")
        elif key_node.value == "<<" and not key_node.style:
            merged += value_node.value if isinstance(value_node, yaml.SequenceNode) else [value_node]
        elif key_node.value in seen:
            line = reading.origin(seen[key_node.value]).line
            reading.complain(key_node, key_node.value, f"written twice, first on line {line}; keep one")
        else:
            seen[key_node.value] = key_node
            yield key_node.value, key_node, value_node
    for other in merged:
        if not isinstance(other, yaml.MappingNode) or merges == _MOST_MERGES:
            reading.complain(other, "<<", f"merges a mapping named by an anchor, not {_found(other)}")
            continue
        for name, key_node, value_node in _pairs(other, reading, merges + 1):
            if name not in seen:
                seen[name] = key_node
                yield name, key_node, value_node


def _read(node: yaml.Node, key: Key, name: str, key_node: yaml.Node, reading: Reading) -> Any:
    """What stands behind a key: a Value, a list of them (many), or a dict (named)."""
    if isinstance(node, yaml.ScalarNode) and not node.value.strip():
        reading.complain(key_node, name, "has no value; write one, or leave the key out")
        return Value(None, node) if key.form is Form.ONE else {} if key.form is Form.NAMED else []
    if key.form is Form.NAMED:
        return _read_named(node, key, name, reading)
    if key.form is Form.MANY:
        items = node.value if isinstance(node, yaml.SequenceNode) else [node]
        return [_read_one(item, key, name, reading) for item in items]
    return _read_one(node, key, name, reading)


def _read_named(node: yaml.Node, key: Key, name: str, reading: Reading) -> dict[str, Value]:
    if not isinstance(node, yaml.MappingNode):
        reading.complain(node, name, f"found {_found(node)}; allowed is a mapping of names to values")
        return {}
    return {free: _read(value, Key(key.takes, ""), free, at, reading) for free, at, value in _pairs(node, reading)}


def _read_one(node: yaml.Node, key: Key, name: str, reading: Reading) -> Value:
    if key.takes in SHAPES:
        return Value(read_record(node, key.takes, reading, name), node)
    if not isinstance(node, yaml.ScalarNode):
        many = ", or a list of them" if key.form is Form.MANY else ""
        reading.complain(node, name, f"found {_found(node)}; allowed is one value ({key.takes}){many}")
        return Value(None, node)
    text = " ".join(node.value.split())
    if not text:
        reading.complain(node, name, f"an empty value; write a {key.takes}, or leave it out")
        return Value(None, node)
    try:
        return Value(KINDS[key.takes].parse(text), node)
    except ValueError as error:
        reading.complain(node, name, f"found “{shortened(text)}”; {error}")
        return Value(None, node)


def _found(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return f"“{shortened(node.value)}”"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def _article(shape_name: str) -> str:
    noun = "sign-off" if shape_name == "sign_off" else shape_name
    if noun in ("defaults", "match", "scope"):
        return f"`{noun}`"
    return f"an {noun}" if noun == "entry" else f"a {noun}"


def _refuse(
    name: str, key_node: yaml.Node, value_node: yaml.Node, record: Record, shape_name: str, reading: Reading
) -> None:
    """Note an unknown key: the nearest known one, where it would be right, what is allowed here."""
    if name[:1].isdigit() and value_node.value == "" and (cut := _cut_by_comma(key_node, record)):
        key, start = cut
        message = (
            f"found “{start},{shortened(name)}”; write {start}.{name} (a decimal point: in braces a comma ends a value)"
        )
        reading.complain(key_node, key, message)
        return
    keys = SHAPES[shape_name].keys
    near = nearest(name, keys)
    homes = [_article(other) for other, candidate in SHAPES.items() if name in candidate.keys]
    home = f"; it belongs to {' or '.join(homes)}" if homes and not near else ""
    stop = "" if near else "."
    reading.complain(
        key_node, name, f"unknown key in {_article(shape_name)}{home}{near}{stop} Allowed are {', '.join(keys)}"
    )


def _cut_by_comma(key_node: yaml.Node, record: Record) -> tuple[str, str] | None:
    """The key and the figures before a comma that cut an amount in two: `{price: 12,50}`."""
    for key, value in record.values.items():
        if isinstance(value, Value) and isinstance(value.node, yaml.ScalarNode) and value.node.value.isdigit():
            end, start = value.node.end_mark, key_node.start_mark
            if (end.line, end.column + 1) == (start.line, start.column):
                return key, value.node.value
    return None
