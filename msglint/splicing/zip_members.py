"""Members of a zip exchanged; all others are copied as they lie there, compressed bytes, order and dates included.

APPNOTE.TXT, 4.3: local headers and data, then the central directory, then its end record. Of an exchanged member the
sizes and the checksum change, and where it had a data descriptor, that is gone and its flag with it.
"""

from collections.abc import Mapping
import io
import struct
import zipfile
import zlib

from msgspec import Struct

from msglint.splicing.plan import RefusedError

_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16
_FLAGS, _CRC, _PACKED, _SIZE = 2, 5, 6, 7  # of a local header; a central one has one more field before each
_DESCRIPTOR = 1 << 3
_LEVELS = {0: 6, 1: 9, 2: 3, 3: 1}  # bits 1 and 2 of the flags: normal, maximum, fast, super fast
_ZIP64 = 1  # 4.5.3
_AGAIN = "save it again with your office program"


class _Member(Struct, frozen=True):
    """Where a member's local part begins now, and what has to change in its headers (None: nothing)."""

    start: int
    sizes: tuple[int, int, int] | None


def exchanged(data: bytes, members: Mapping[str, bytes]) -> bytes:
    """The zip `data` with new contents for these members. Raises RefusedError where its structure is not plain."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.header_offset)
        directory = archive.start_dir
    if len({info.filename for info in infos}) < len(infos):
        raise RefusedError(f"two parts of the file have the same name: {_AGAIN}")
    out = [data[: infos[0].header_offset]]
    moved: dict[int, _Member] = {}
    position = infos[0].header_offset
    stops = [*(info.header_offset for info in infos[1:]), directory]
    for info, stop in zip(infos, stops, strict=True):
        raw, sizes = data[info.header_offset : stop], None
        if info.filename in members:
            raw, sizes = _local(raw, info, members[info.filename])
        moved[info.header_offset] = _Member(position, sizes)
        out.append(raw)
        position += len(raw)
    return b"".join([*out, _end(data, directory, moved, position)])


def _local(raw: bytes, info: zipfile.ZipInfo, content: bytes) -> tuple[bytes, tuple[int, int, int]]:
    """A member's local header and data anew, and its checksum and sizes, packed and not."""
    fields = list(_LOCAL.unpack_from(raw))
    if info.compress_type == zipfile.ZIP_DEFLATED:
        squeeze = zlib.compressobj(_LEVELS[info.flag_bits >> 1 & 3], zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = squeeze.compress(content) + squeeze.flush()
    elif info.compress_type == zipfile.ZIP_STORED:
        packed = content
    else:
        raise RefusedError(f"{info.filename} is compressed in an unusual way: {_AGAIN}")
    sizes = zlib.crc32(content), len(packed), len(content)
    name = raw[_LOCAL.size : _LOCAL.size + fields[9]]
    extra = _without_zip64(raw[_LOCAL.size + fields[9] : _LOCAL.size + fields[9] + fields[10]])
    fields[_FLAGS] &= ~_DESCRIPTOR
    fields[_CRC + 1 : _SIZE + 2] = sizes
    fields[10] = len(extra)
    return _LOCAL.pack(*fields) + name + extra + packed, sizes


def _without_zip64(extra: bytes) -> bytes:
    """An extra field without sizes of 64 bits, which would no longer be true."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind != _ZIP64:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept + extra[at:]


def _end(data: bytes, directory: int, moved: Mapping[int, _Member], start: int) -> bytes:
    """The central directory, which begins at `start` now, and all that follows it. Raises RefusedError."""
    end = data.rfind(b"PK\x05\x06")
    fields = list(_END.unpack_from(data, end))
    if fields[6] != directory or fields[3] != len(moved):
        raise RefusedError(f"the file is packed in an unusual way: {_AGAIN}")
    out, at = [], directory
    for _ in range(fields[3]):
        entry = list(_CENTRAL.unpack_from(data, at))
        name_end = at + _CENTRAL.size + entry[10]
        extra_end = name_end + entry[11]
        stop = extra_end + entry[12]
        name, extra, comment = data[at + _CENTRAL.size : name_end], data[name_end:extra_end], data[extra_end:stop]
        if entry[16] not in moved:
            raise RefusedError(f"the file is packed in an unusual way: {_AGAIN}")
        member = moved[entry[16]]
        if member.sizes:
            extra = _without_zip64(extra)
            entry[_FLAGS + 1] &= ~_DESCRIPTOR
            entry[_CRC + 2 : _SIZE + 3] = member.sizes
            entry[11] = len(extra)
        entry[16] = member.start
        out.append(_CENTRAL.pack(*entry) + name + extra + comment)
        at = stop
    central = b"".join(out)
    between = data[directory + fields[5] : end]
    fields[5:7] = len(central), start
    return central + between + _END.pack(*fields) + data[end + _END.size :]
