"""Splicing text in quoted-printable (RFC 2045, 6.7): only touched lines are written anew, and none gets too long."""

from collections.abc import Sequence

from msglint.lazy_pattern import lazy_pattern

_LONGEST = 76
_SOFT_BREAK = lazy_pattern(rb"=[ \t]*(?:\r\n|\n|\r)\Z")
_UNIT = lazy_pattern(rb"=[0-9A-Fa-f]{2}|[^\r\n]")
_LINE = lazy_pattern(rb"([^\r\n]*)(\r\n|\n|\r|\Z)")

Replacement = tuple[int, int, bytes]
"""Raw bytes [start, end) and the octets to put in their place."""


def spliced(raw: bytes, replacements: Sequence[Replacement]) -> bytes:
    """The raw body with these replacements, which are in order and do not overlap."""
    out = bytearray()
    touched: list[int] = []  # bytes of `out` that lie in lines to be looked at
    position = 0
    for start, end, octets in replacements:
        if soft := _SOFT_BREAK.search(raw, start, end):
            end = soft.start()
        out += raw[position:start]
        touched.append(len(out))
        out += _quoted(octets)
        touched.append(len(out))
        position = end
    out += raw[position:]
    return _wrapped(bytes(out), touched)


def _quoted(octets: bytes) -> bytes:
    return b"".join(bytes((octet,)) if 32 <= octet < 127 and octet != 61 else b"=%02X" % octet for octet in octets)


def _wrapped(raw: bytes, touched: Sequence[int]) -> bytes:
    """The lines that hold those bytes, broken softly where they are longer than 76 characters."""
    line_break = b"\r\n" if b"\r\n" in raw else b"\n"
    out, position = [], 0
    for at in touched:
        begin = max(raw.rfind(b"\n", 0, at), raw.rfind(b"\r", 0, at)) + 1
        if begin < position:
            continue
        line = _LINE.match(raw, begin)
        out.append(raw[position:begin])
        position = begin if line is None else line.end(1)
        out.append(_broken(raw[begin:position], line_break))
    return b"".join([*out, raw[position:]])


def _broken(line: bytes, line_break: bytes) -> bytes:
    if len(line) <= _LONGEST:
        return line[:-1] + b"=%02X" % line[-1] if line[-1:] in (b" ", b"\t") else line
    out, width = [], 0
    for unit in _UNIT.findall(line):
        if width + len(unit) > _LONGEST - 1:
            out.append(b"=" + line_break)
            width = 0
        out.append(unit)
        width += len(unit)
    return b"".join(out)
