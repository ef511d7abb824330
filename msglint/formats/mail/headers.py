"""The header of a mail or of one of its parts (RFC 5322, MIME), with the place of each field."""

from collections.abc import Mapping
from functools import cached_property
import re

from msgspec import Struct

from msglint.errors import ReadError
from msglint.formats.decoding import decode
from msglint.formats.mail.transfer import codec_of
from msglint.lazy_pattern import lazy_pattern

_FIELD = lazy_pattern(rb"([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:(?:\r\n|\n|\r)[ \t][^\r\n]*)*)(?:\r\n|\n|\r|\Z)")
_END = lazy_pattern(rb"[ \t]*(?:\r\n|\n|\r)")
_FOLD = lazy_pattern(r"(?:\r\n|\n|\r)(?=[ \t])")
_LONGEST = 16_000
"""Bytes of a field that are read. RFC 5322 allows lines of 998; the standard library is slow on megabytes."""


class Headers(Struct, frozen=True, dict=True):
    """`fields` maps a name in lower case to the raw value's span [start, end) in the file; the first of a name counts.

    `body` is where the body begins.
    """

    data: bytes
    fields: Mapping[str, tuple[int, int]]
    body: int

    @classmethod
    def read(cls, data: bytes, start: int, end: int) -> "Headers":
        """The header that begins at `start`; what follows the first line that is no field is the body."""
        fields: dict[str, tuple[int, int]] = {}
        at = start
        while at < end and (field := _FIELD.match(data, at, end)):
            fields.setdefault(field[1].decode("ascii").lower(), field.span(2))
            at = field.end()
        blank = _END.match(data, at, end)
        return cls(data, fields, blank.end() if blank else at)

    def raw(self, name: str) -> str:
        """A field's value unfolded, its encoded words as they stand; "" where there is none."""
        if name not in self.fields:
            return ""
        start, end = self.fields[name]
        octets = self.data[start : min(end, start + _LONGEST)]
        try:
            text = decode(name, octets).text
        except ReadError:
            text = octets.decode("ascii", "replace")
        return _FOLD.sub("", text).strip()

    def text(self, name: str) -> str:
        """A field's value as people read it: encoded words (RFC 2047) decoded."""
        from email.errors import HeaderParseError
        from email.header import decode_header

        raw = self.raw(name)
        if "=?" not in raw:
            return raw
        try:
            found = decode_header(raw)
        except (HeaderParseError, ValueError):
            return raw
        return "".join(
            part if isinstance(part, str) else part.decode(codec_of(charset) or "ascii", "replace")
            for part, charset in found
        ).strip()

    @cached_property
    def kind(self) -> str:
        """The content type, "text/plain" where none is said."""
        from email.message import Message

        message = Message()
        message["Content-Type"] = self.raw("content-type") or "text/plain"
        return message.get_content_type()

    @property
    def encoding(self) -> str:
        """The transfer encoding, in lower case."""
        return self.raw("content-transfer-encoding").lower() or "7bit"

    @property
    def attached(self) -> bool:
        return self.raw("content-disposition").lower().startswith("attachment")

    def parameter(self, name: str, field: str = "content-type") -> str | None:
        """A parameter of a field ("charset"), RFC 2231's and 2047's encodings decoded."""
        from email.message import Message
        from email.utils import collapse_rfc2231_value

        message = Message()
        message[field] = self.text(field)
        try:
            value = message.get_param(name, header=field)
        except (ValueError, LookupError):  # a damaged RFC 2231 continuation
            return None
        return None if value is None or value == "" else collapse_rfc2231_value(value).strip()

    @property
    def filename(self) -> str | None:
        """What the part is called, without folders."""
        name = self.parameter("filename", "content-disposition") or self.parameter("name")
        return " ".join(re.split(r"[/\\]", name)[-1].split())[-120:] or None if name else None
