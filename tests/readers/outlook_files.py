"""Writes Outlook messages for tests: compound files ([MS-CFB]) of any tree of streams."""

from collections.abc import Mapping
import struct
from typing import Any

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _SMALL_SECTOR = 512, 64
_SMALL = 4096  # streams below this size stand in the small sectors of the root's own stream
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5


class _Sectors:
    """Sectors of one size, and for each the number of the next one of its stream."""

    def __init__(self, size: int) -> None:
        self.size, self.data, self.next = size, b"", list[int]()

    def store(self, data: bytes) -> int:
        """Where the stream begins."""
        start = len(self.next)
        self.data += data + bytes(-len(data) % self.size)
        self.next += range(start + 1, len(self.data) // self.size + 1)
        if not data:
            return _END
        self.next[-1] = _END
        return start


def compound(tree: Tree) -> bytes:
    """The compound file of that tree: names -> contents or storages."""
    entries: list[list[Any]] = []
    large, small = _Sectors(_SECTOR), _Sectors(_SMALL_SECTOR)
    _add(entries, large, small, "Root Entry", tree)
    entries[0][4:] = [large.store(small.data), len(small.data)]
    small_table = _table(small.next, len(small.next))
    small_start = large.store(small_table)
    start = large.store(b"".join(_entry(*entry) for entry in entries))
    tables = 1
    while tables * _SECTOR // 4 < len(large.next) + tables:
        tables += 1
    first = len(large.next)
    fat = _table([*large.next, *[_FAT] * tables], tables * _SECTOR // 4)
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, start, 0, _SMALL, small_start, len(small_table) // _SECTOR, _END, 0,
    ) + struct.pack("<109I", *[first + at for at in range(tables)], *[_FREE] * (109 - tables))  # fmt: skip
    return header + large.data + fat


def _table(numbers: list[int], length: int) -> bytes:
    """A table of sector numbers that fills whole sectors."""
    length += -length % (_SECTOR // 4)
    return struct.pack(f"<{length}I", *numbers, *[_FREE] * (length - len(numbers)))


def _add(entries: list[list[Any]], large: _Sectors, small: _Sectors, name: str, content: "bytes | Tree") -> int:
    """Add an entry and all below it; its number. Siblings are chained to the right."""
    number = len(entries)
    if isinstance(content, bytes):
        start = (small if len(content) < _SMALL else large).store(content)
        entries.append([name, _STREAM, _FREE, _FREE, start, len(content)])
        return number
    entries.append([name, _STORAGE if number else _ROOT, _FREE, _FREE, 0, 0])
    before: int | None = None
    for inner in sorted(content, key=lambda key: (len(key), key.upper())):
        added = _add(entries, large, small, inner, content[inner])
        if before is None:
            entries[number][3] = added
        else:
            entries[before][2] = added
        before = added
    return number


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII16xIQQIQ", written, len(written), kind, 1, _FREE, right, child, 0, 0, 0, start, size)


def message(embedded: bool = False, code_page: int = 0, **properties: "str | bytes") -> dict[str, "bytes | Tree"]:
    """A message's tree; properties by their number in hexadecimal: p0037="Subject". Text is stored as UTF-16."""
    entries = struct.pack("<HHIii", 3, 0x3FDE, 6, code_page, 0) if code_page else b""
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(24 if embedded else 32) + entries}
    for name, value in properties.items():
        kind, data = ("001F", value.encode("utf-16-le")) if isinstance(value, str) else ("0102", value)
        tree[f"__substg1.0_{name[1:]}{kind}"] = data
    return tree


def attached(tree: dict[str, "bytes | Tree"], *files: tuple[str, "bytes | Tree"]) -> bytes:
    """The message of that tree with files (or embedded messages) attached."""
    return compound(with_attached(tree, *files))


def with_attached(tree: dict[str, "bytes | Tree"], *files: tuple[str, "bytes | Tree"]) -> dict[str, "bytes | Tree"]:
    """The tree of a message with files attached."""
    for number, (name, content) in enumerate(files):
        data = "__substg1.0_37010102" if isinstance(content, bytes) else "__substg1.0_3701000D"
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": bytes(8),
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            data: content,
        }
    return tree
