"""Any of the digest's data as JSON: Structs by their fields, days as YYYY-MM-DD, amounts as text."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
import json

from msgspec import Struct


def as_json(data: object) -> str:
    """The data, with the version of these shapes in front."""
    values = plain(data)
    assert isinstance(values, dict)
    return json.dumps({"version": 1, **values}, ensure_ascii=False, indent=2) + "\n"


def by_lines(data: Struct) -> Iterator[str]:
    """The same for large data, piece by piece: an item of a list a line, and what is empty left out."""
    yield '{"version": 1'
    for name in data.__struct_fields__:
        value = getattr(data, name)
        if isinstance(value, tuple | list):
            lines = ",\n".join(_line(item) for item in value)
            yield f',\n"{name}": [\n{lines}\n]'
        else:
            yield f',\n"{name}": {_line(value)}'
    yield "}\n"


def _line(value: object) -> str:
    return json.dumps(_filled(plain(value)), ensure_ascii=False)


def _filled(value: object) -> object:
    """Without keys that have no value."""
    if isinstance(value, dict):
        return {key: _filled(each) for key, each in value.items() if each not in (None, "", [])}
    return [_filled(each) for each in value] if isinstance(value, list) else value


def plain(value: object) -> object:
    """What JSON knows, of what the digest's data are made of."""
    if value is None or type(value) is str:  # what most are
        return value
    if isinstance(value, Struct):
        return {name: plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
