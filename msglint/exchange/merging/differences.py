"""One thing in which two versions of an entry differ, and what taking theirs makes of ours."""

from collections.abc import Callable

from msgspec import Struct

from msglint.agreement.plain import Data, Fields, listed, mapped, placed
from msglint.glossary.keys import SHAPES

_ORDER = tuple(SHAPES["entry"].keys)


class Difference(Struct, frozen=True):
    """`said` in words, with ours and theirs.

    fills  nothing is written of it here, so that nothing is lost by taking theirs
    take   our entry's fields with theirs taken; None where that cannot be done, and `cure` says what can
    """

    said: str
    fills: bool = False
    take: Callable[[Fields], Fields] | None = None
    cure: str = ""


def with_key(fields: Fields, key: str, value: Data) -> Fields:
    """An entry's fields with a key, where it usually stands."""
    return placed(fields, key, value, _ORDER[: _ORDER.index(key)])


def with_inner(fields: Fields, outer: str, key: str, value: Data) -> Fields:
    """An entry's fields with a key of one of its mappings."""
    held = fields.get(outer)
    return with_key(fields, outer, {**(held if isinstance(held, dict) else {}), key: value})


def with_item(fields: Fields, key: str, value: Data) -> Fields:
    """An entry's fields with one more item of a list."""
    there = listed(fields.get(key))
    return with_key(fields, key, [*there, value] if there else value)


def with_label(fields: Fields, kind: str, text: str, path: tuple[str, ...], value: Data) -> Fields:
    """An entry's fields with something more said of one of its labels."""
    items = listed(fields.get(kind))
    changed = [_labelled(item, path, value) if mapped(item).get("term") == text else item for item in items]
    return with_key(fields, kind, changed if isinstance(fields.get(kind), list) else changed[0])


def without_label(fields: Fields, kind: str, text: str) -> Fields:
    """An entry's fields without one of its labels."""
    items = [item for item in listed(fields.get(kind)) if mapped(item).get("term") != text]
    return {**fields, kind: items} if items else {key: value for key, value in fields.items() if key != kind}


def _labelled(item: Data, path: tuple[str, ...], value: Data) -> Fields:
    label = mapped(item)
    if len(path) == 1:
        return {**label, path[0]: value}
    held = label.get(path[0])
    return {**label, path[0]: {**(held if isinstance(held, dict) else {}), path[1]: value}}


def shown(data: Data) -> str:
    """Data in words: “a”, or “a”, “b”."""
    if isinstance(data, dict):
        return ", ".join(f"{key}: {shown(value)}" for key, value in data.items())
    return ", ".join(f"“{each}”" if isinstance(each, str) else shown(each) for each in listed(data))


def replaced(name: str, ours: Data | None, theirs: Data) -> str:
    """ "definition: “a” here, “b” there"."""
    if not ours:
        return f"{name}: {shown(theirs)}"
    return f"{name}: {shown(ours)} here, {shown(theirs)} there"
