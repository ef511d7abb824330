"""YAML's scalars with exact positions, from PyYAML's event stream: nothing is constructed, no alias expanded."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

# Deeper collections than this are an attack, not data: every value carries the keys that lead to it.
_DEEPEST = 200
_PROPERTIES = lazy_pattern(r"(?:[&!]\S*\s+)+")  # anchor and tag, which PyYAML counts to the scalar


class YamlError(ValueError):
    """Not YAML. `line` counts from 1; 0 where it is not known."""

    def __init__(self, problem: str, line: int = 0) -> None:
        super().__init__(f"{problem} (line {line})" if line else problem)
        self.line = line


class Scalar(Struct, frozen=True):
    """One value: `keys` leads to it (sequences add ""), source[start:end] is how it is written, quotes included.

    style    "" plain, "'" , '"', "|" or ">"
    is_text  False for what YAML reads as a number, date, boolean or null
    """

    keys: tuple[str, ...]
    value: str
    start: int
    end: int
    style: str
    is_text: bool


def scalars(source: str) -> Iterator[Scalar]:
    """All values, in order; keys are not among them. Raises YamlError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    resolver: Any = yaml.resolver.Resolver()
    resolver.yaml_implicit_resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    path: list[list[str | None]] = []  # per open collection: [kind, key]; key None: a key comes next
    try:
        for event in yaml.parse(source, Loader=loader):
            if isinstance(event, yaml.CollectionStartEvent):
                if len(path) == _DEEPEST:
                    raise YamlError(f"nested more than {_DEEPEST} deep")
                path.append(["map" if isinstance(event, yaml.MappingStartEvent) else "list", None])
            elif isinstance(event, yaml.CollectionEndEvent):
                path.pop()
                _step(path, None)
            elif isinstance(event, yaml.AliasEvent):
                _step(path, event.anchor)
            elif isinstance(event, yaml.ScalarEvent):
                if path and path[-1][0] == "map" and path[-1][1] is None:
                    path[-1][1] = event.value
                    continue
                tag = event.tag or resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
                yield _scalar(source, event, tuple(key or "" for _, key in path), tag)
                _step(path, None)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML"
        raise YamlError(str(problem), mark.line + 1 if mark else 0) from None


def _scalar(source: str, event: Any, keys: tuple[str, ...], tag: str) -> Scalar:
    start, end = event.start_mark.index, event.end_mark.index
    if event.anchor or event.tag:
        properties = _PROPERTIES.match(source, start, end)
        start = properties.end() if properties else end
    is_text = tag == "tag:yaml.org,2002:str" or not tag.startswith("tag:yaml.org,2002:")
    return Scalar(keys, event.value, start, end, event.style or "", is_text)


def _step(path: list[list[str | None]], key: str | None) -> None:
    """A node ended: in a mapping, a key is followed by its value and a value by the next key."""
    if path and path[-1][0] == "map":
        path[-1][1] = key or "?" if path[-1][1] is None else None
