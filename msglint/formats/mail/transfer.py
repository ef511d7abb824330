"""Content-Transfer-Encoding and charset of one MIME part (RFC 2045), with the way back to the raw bytes."""

from array import array
import codecs
from contextlib import suppress

from msgspec import Struct

from msglint.formats.decoding import decode
from msglint.lazy_pattern import lazy_pattern

# RFC 2045, 6.7: =XX is an octet, = at a line's end (blanks behind it may have been added on the way) a soft break.
_QUOTED = lazy_pattern(rb"=(?:([0-9A-Fa-f]{2})|[ \t]*(?:\r\n|\n|\r|\Z))")
# What mails declare, and what they are written in: https://encoding.spec.whatwg.org/#names-and-labels
_WIDER = {"iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}
_MOST_DAMAGED = 0.1
"""Of all characters beyond ASCII: with so few that cannot be decoded the charset is right, and they are lost."""
_VERBATIM = ("", "7bit", "8bit", "binary")
_NO_BASE64 = lazy_pattern(rb"[^A-Za-z0-9+/]")


class DecodedPart(Struct, frozen=True):
    """A part's text as people read it.

    charset   the Python codec the octets were decoded by; with ", damaged" or ", marked" (by a byte order mark) behind
              it the characters cannot be led back to their bytes
    encoding  the transfer encoding, in lower case: "7bit", "quoted-printable", "base64"
    """

    text: str
    charset: str
    encoding: str
    _raw: bytes

    def raw_offsets(self) -> "array[int] | None":
        """Where each character begins in the raw bytes, and as last one where they end; None where that cannot be
        told: base64, and charsets whose characters do not have bytes of their own."""
        if self.encoding == "base64":
            return None
        starts = _character_starts(self.text, octets_of(self._raw, self.encoding), self.charset)
        if starts is None or self.encoding != "quoted-printable":
            return starts
        raw = _octet_starts(self._raw)
        return array("Q", [raw[start] for start in starts])


def octets_of(raw: bytes, encoding: str) -> bytes:
    """The octets that a raw body stands for. Bytes that its encoding does not allow are passed over, as mail programs
    do."""
    encoding = encoding.strip().lower()
    if encoding == "quoted-printable":
        return _unquoted(raw)
    if encoding == "base64":
        import base64
        import binascii

        letters = _NO_BASE64.sub(b"", raw)
        try:
            return base64.b64decode(letters[: len(letters) // 4 * 4 + 4] + b"==")
        except binascii.Error:  # one letter too many
            return base64.b64decode(letters[: len(letters) // 4 * 4])
    return raw


def decode_part(path: str, raw: bytes, encoding: str = "7bit", charset: str | None = None) -> DecodedPart:
    """Decode a text part. Raises ReadError (that names `path`) where its charset is not declared, or wrongly, and
    cannot be told."""
    encoding = encoding.strip().lower()
    octets = octets_of(raw, encoding)
    text, codec = _text(path, octets, charset)
    return DecodedPart(text, codec, "7bit" if encoding in _VERBATIM else encoding, raw)


def _text(path: str, octets: bytes, charset: str | None) -> tuple[str, str]:
    codec = codec_of(charset)
    if codec:
        with suppress(UnicodeDecodeError, LookupError):  # LookupError: a codec that makes no text ("hex")
            return octets.decode(codec), codec
        with suppress(LookupError):
            text = octets.decode(codec, "replace")
            if text.count("\ufffd") <= _MOST_DAMAGED * sum(not character.isascii() for character in text):
                return text, f"{codec}, damaged"
    decoded = decode(path, octets)
    return decoded.text, f"{decoded.encoding}, marked" if decoded.mark else decoded.encoding


def codec_of(charset: str | None) -> str | None:
    """The Python codec of a MIME charset; None where there is none of that name."""
    try:
        name = codecs.lookup((charset or "").strip().strip("'\"")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    return _WIDER.get(name, name)


def _unquoted(raw: bytes) -> bytes:
    return _QUOTED.sub(lambda match: bytes.fromhex(match[1].decode("ascii")) if match[1] else b"", raw)


def _octet_starts(raw: bytes) -> "array[int]":
    """Where each octet of quoted-printable begins in the raw bytes, and their end as last one."""
    starts = array("Q")
    at = 0
    for match in _QUOTED.finditer(raw):
        starts.extend(range(at, match.start()))
        if match[1]:
            starts.append(match.start())
        at = match.end()
    starts.extend(range(at, len(raw) + 1))
    return starts


def _character_starts(text: str, octets: bytes, charset: str) -> "array[int] | None":
    if "," in charset:
        return None
    if len(text) == len(octets):
        return array("Q", range(len(octets) + 1))
    if charset != "utf-8":
        return None
    starts = array("Q", (at for at, octet in enumerate(octets) if octet & 0xC0 != 0x80))
    starts.append(len(octets))
    return starts if len(starts) == len(text) + 1 else None
