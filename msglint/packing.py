"""Our own data as bytes, and back. What is unpacked cannot run code, whoever wrote it: it may hold plain values,
msglint's own Structs, named tuples and enumerations, and nothing else.
"""

from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
import importlib
import io
import pickle
from typing import TypeVar

from msgspec import Struct

from msglint.uncollected import uncollected

_PROTOCOL = 5
_DAMAGE = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError, TypeError, ArithmeticError)
_PLAIN = {(each.__module__, each.__name__): each for each in (date, timedelta, Decimal)}

T = TypeVar("T")


def pack(value: object) -> bytes:
    """The value as bytes."""
    return pickle.dumps(value, _PROTOCOL)


def unpack(packed: bytes, kind: type[T]) -> T:
    """What was packed. Raises ValueError for bytes that do not hold such a value."""
    try:
        with uncollected():
            found = _Unpickler(io.BytesIO(packed)).load()
    except _DAMAGE as error:
        raise ValueError(f"no {kind.__name__}: {error}") from error
    if not isinstance(found, kind):
        raise ValueError(f"no {kind.__name__} but a {type(found).__name__}")
    return found


class _Unpickler(pickle.Unpickler):
    """https://docs.python.org/3/library/pickle.html#restricting-globals"""

    def find_class(self, module: str, name: str) -> object:
        return _allowed(module, name)


@cache
def _allowed(module: str, name: str) -> object:
    if plain := _PLAIN.get((module, name)):
        return plain
    if module.startswith("msglint.") and name.isidentifier():
        found = getattr(importlib.import_module(module), name)
        if isinstance(found, type) and (issubclass(found, Struct | Enum) or _is_named_tuple(found)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is nothing that we keep")


def _is_named_tuple(found: type) -> bool:
    return issubclass(found, tuple) and hasattr(found, "_fields")
