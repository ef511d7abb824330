"""Nodes -> plain data: what is written, without how. A mapping is a dict, a list a list, all else folded text."""

from typing import TypeAlias

from msglint.agreement.tree import Kind, Node

Data: TypeAlias = str | list["Data"] | dict[str, "Data"]
Fields: TypeAlias = dict[str, Data]
"""A mapping's data. The order of its keys is that in which they are written."""

MERGE = "<<"


def plain(node: Node) -> Data:
    """The data of a node: aliases followed, white space folded; what `<<` brings in behind a mapping's own keys."""
    if node.target is not None:
        return plain(node.target)
    if node.kind is Kind.SCALAR:
        return " ".join(node.value.split())
    if node.kind is Kind.LIST:
        return [plain(item) for item in node.items]
    own: Fields = {key.value: plain(value) for key, value in node.pairs() if not is_merge(key)}
    return {**own, **{key: value for key, value in inherited(node).items() if key not in own}}


def inherited(node: Node) -> Fields:
    """What `<<` brings into a mapping; of several the first to say a key wins, as the loader has it."""
    found: Fields = {}
    for key, value in node.pairs():
        if not is_merge(key):
            continue
        target = value.target or value
        for each in target.items if target.kind is Kind.LIST else [target]:
            merged = plain(each)
            if isinstance(merged, dict):
                found = {**merged, **found}
    return found


def is_merge(key: Node) -> bool:
    """Whether a key is YAML's `<<`, which in quotes is a key like others."""
    return key.value == MERGE and not key.style


def listed(data: Data | None) -> list[Data]:
    """A list, where one value may stand for a list of one."""
    if data is None:
        return []
    return data if isinstance(data, list) else [data]


def mapped(data: Data, bare: str = "term") -> Fields:
    """A mapping, where a plain text may stand for the one key `bare`."""
    if isinstance(data, dict):
        return dict(data)
    if isinstance(data, str):
        return {bare: data}
    raise TypeError(f"a list is neither a mapping nor a text: {data}")


def placed(fields: Fields, key: str, value: Data, after: tuple[str, ...]) -> Fields:
    """The fields with `key` set: where it stands, else behind the last of `after` that is there, else last."""
    if key in fields or not (there := [name for name in fields if name in after]):
        return {**fields, key: value}
    found: Fields = {}
    for name, content in fields.items():
        found[name] = content
        if name == there[-1]:
            found[key] = value
    return found
