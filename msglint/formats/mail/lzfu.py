"""Outlook's compressed RTF ("LZFu"), as [MS-OXRTFCP] 2.2 and 3.1 describe it."""

import struct

_DICTIONARY = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
    b"MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_SIZE = 4096  # of the ring of bytes that references point into
_HEADER = struct.Struct("<II4sI")  # packed size without its own four bytes, unpacked size, kind, checksum
_PACKED, _PLAIN = b"LZFu", b"MELA"


def decompressed(data: bytes, most: int) -> bytes:
    """The RTF. Raises ValueError where the data are damaged, or unpack to more than `most` bytes."""
    if len(data) < _HEADER.size:
        raise ValueError("cut off in its header")
    packed, size, kind, _ = _HEADER.unpack_from(data)
    body = data[_HEADER.size : packed + 4]
    if size > most:
        raise ValueError(f"it unpacks to more than {most >> 20} MB")
    if kind == _PLAIN:
        return body[:size]
    if kind != _PACKED:
        raise ValueError("it is packed in an unknown way")
    return _unpacked(body, size)


def _unpacked(body: bytes, size: int) -> bytes:
    out = bytearray()
    ring = bytearray(_DICTIONARY.ljust(_SIZE, b"\0"))
    write = len(_DICTIONARY)
    at = 0
    while at < len(body) and len(out) <= size:
        flags = body[at]
        at += 1
        for bit in range(8):
            is_reference = flags >> bit & 1
            if at + is_reference >= len(body):
                return bytes(out)
            if is_reference:
                reference = body[at] << 8 | body[at + 1]
                at += 2
                read, length = reference >> 4, (reference & 15) + 2
                if read == write:  # the mark of the end
                    return bytes(out)
            else:
                read, length = -1, 1
            for step in range(length):
                byte = body[at] if read < 0 else ring[(read + step) % _SIZE]
                out.append(byte)
                ring[write] = byte
                write = (write + 1) % _SIZE
            at += read < 0
    return bytes(out)
