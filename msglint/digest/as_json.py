"""Any of the digest's data as JSON: dataclasses by their fields, days as YYYY-MM-DD, amounts as text."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
import json


def as_json(data: object) -> str:
    """The data, with the version of these shapes in front."""
    values = plain(data)
    assert isinstance(values, dict)
    return json.dumps({"version": 1, **values}, ensure_ascii=False, indent=2) + "\n"


def plain(value: object) -> object:
    """What JSON knows, of what the digest's data are made of."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, Decimal) else value
