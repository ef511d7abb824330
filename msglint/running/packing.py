"""Verdicts as bytes, and back. What is unpacked cannot run code: it may hold msglint's own data and nothing else."""

from dataclasses import is_dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, lru_cache
import importlib
import io
import pickle

from msglint.engine import Verdict

_PROTOCOL = 5
_SHORT = 512
"""Bytes of a verdict without findings; of those there are few different ones."""
_DAMAGE = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, LookupError, TypeError, ArithmeticError)
_PLAIN = {(each.__module__, each.__name__): each for each in (date, timedelta, Decimal)}


def pack(verdict: Verdict) -> bytes:
    """The verdict without its path, so that files in which nothing is said come to the same bytes."""
    return pickle.dumps(replace(verdict, path=""), _PROTOCOL)


def unpack(packed: bytes, path: str) -> Verdict:
    """The verdict of the file of that path. Raises ValueError for bytes that do not hold one."""
    return replace((_unpacked_once if len(packed) < _SHORT else _unpacked)(packed), path=path)


def _unpacked(packed: bytes) -> Verdict:
    try:
        found = _Unpickler(io.BytesIO(packed)).load()
    except _DAMAGE as error:
        raise ValueError(f"no verdict: {error}") from error
    if not isinstance(found, Verdict):
        raise ValueError(f"no verdict but a {type(found).__name__}")
    return found


_unpacked_once = lru_cache(maxsize=256)(_unpacked)


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
        if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is nothing that a verdict holds")
