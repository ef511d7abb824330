"""Verdicts as bytes, and back."""

from functools import lru_cache

from msgspec.structs import replace

from msglint import packing
from msglint.engine import Verdict

_SHORT = 512
"""Bytes of a verdict without findings; of those there are few different ones."""


def pack(verdict: Verdict) -> bytes:
    """The verdict without its path, so that files in which nothing is said come to the same bytes."""
    return packing.pack(replace(verdict, path=""))


def unpack(packed: bytes, path: str) -> Verdict:
    """The verdict of the file of that path. Raises ValueError for bytes that do not hold one."""
    return replace((_unpacked_once if len(packed) < _SHORT else _unpacked)(packed), path=path)


def _unpacked(packed: bytes) -> Verdict:
    return packing.unpack(packed, Verdict)


_unpacked_once = lru_cache(maxsize=256)(_unpacked)
