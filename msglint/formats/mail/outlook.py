"""Outlook's .msg as a tree of properties ([MS-OXMSG] 2.2, names of properties from [MS-OXPROPS]); no olefile object
leaves this module."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
import io
import struct
from typing import Any

from msgspec import Struct

from msglint.errors import ReadError
from msglint.formats.mail.transfer import codec_of

SUBJECT, BODY, HTML, RTF = 0x0037, 0x1000, 0x1013, 0x1009
MESSAGE_CLASS = 0x001A
_DATA, _NAMES = 0x3701, (0x3707, 0x3704, 0x3001)  # long, short and displayed file name of an attachment
_CODE_PAGES = (0x3FDE, 0x3FFD)  # of the HTML, of the message
_ENTRY = struct.Struct("<HHIi")  # type, property, flags, the value of a number (4 bytes more follow)
_ENTRY_SIZE = 16
# Before the entries: 32 bytes in the file's own message, 24 in an embedded one.
_HEADER, _EMBEDDED_HEADER = 32, 24
# https://learn.microsoft.com/windows/win32/intl/code-page-identifiers, where Python has them under other names
_CODECS = {65001: "utf-8", 1200: "utf-16-le", 20127: "cp1252", 28591: "cp1252", 50220: "iso2022_jp", 20932: "euc_jp"}
_MOST_STORAGES = 3000
"""Recipients, attachments and messages of one file, all told; looking one up takes longer the more there are."""

_Folders = dict[tuple[str, ...], list[tuple[str, ...]]]
"""The storages of a message's attachments, by the storage of the message."""


@contextmanager
def opened(path: str, data: bytes) -> "Iterator[Message]":
    """The message in a file. Raises ReadError where it is none or is damaged, also while it is read."""
    import olefile

    try:
        # Not the bytes themselves: short ones olefile takes for the name of a file.
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            if not ole.exists("__properties_version1.0"):
                raise ReadError(path, "this is no Outlook message: give it the suffix that belongs to it")
            yield Message(ole, _attached(path, ole), ())
    except (OSError, ValueError, IndexError, TypeError, OverflowError, RecursionError, struct.error) as error:
        reason = " ".join(str(error).split())[:100]
        raise ReadError(path, f"this Outlook message is damaged or cut off ({reason}): save it as .msg again") from None


def _attached(path: str, ole: Any) -> _Folders:
    storages = ole.listdir(streams=False, storages=True)
    if len(storages) > _MOST_STORAGES:
        raise ReadError(path, f"this Outlook message has more than {_MOST_STORAGES} parts: save it without attachments")
    found: _Folders = defaultdict(list)
    for storage in sorted(map(tuple, storages)):
        if storage[-1].startswith("__attach_version1.0_"):
            found[storage[:-1]].append(storage)
    return found


class Attachment(Struct, frozen=True):
    """`data`, or the `message` that is embedded; None where it holds neither (a link, an OLE object)."""

    name: str
    data: bytes | None
    message: "Message | None"


class Message:
    """A message: the file's own, or one embedded in it."""

    def __init__(self, ole: Any, attached: _Folders, folder: tuple[str, ...]) -> None:
        self._ole, self._attached, self._folder = ole, attached, folder
        self._codec = self._code_page()

    def text(self, number: int) -> str | None:
        """A property that is text, as people read it."""
        return self._text(self._folder, number)

    def binary(self, number: int) -> bytes | None:
        """A property that is bytes."""
        return self._stream((*self._folder, f"__substg1.0_{number:04X}0102"))

    def html(self) -> tuple[bytes, str] | str | None:
        """The HTML body, as bytes with their codec where it is stored so."""
        found = self.binary(HTML)
        return self.text(HTML) if found is None else (found, self._codec)

    def attachments(self) -> "Iterator[Attachment]":
        """What is attached, in the order of the file."""
        for folder in self._attached.get(self._folder, ()):
            name = next((found for number in _NAMES if (found := self._text(folder, number))), "")
            inner = (*folder, f"__substg1.0_{_DATA:04X}000D")
            embedded = self._ole.exists([*inner, "__properties_version1.0"])
            data = None if embedded else self._stream((*folder, f"__substg1.0_{_DATA:04X}0102"))
            yield Attachment(name, data, Message(self._ole, self._attached, inner) if embedded else None)

    def _text(self, folder: tuple[str, ...], number: int) -> str | None:
        wide = self._stream((*folder, f"__substg1.0_{number:04X}001F"))
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._stream((*folder, f"__substg1.0_{number:04X}001E"))
        return None if narrow is None else narrow.decode(self._codec, "replace").rstrip("\0")

    def _stream(self, name: tuple[str, ...]) -> bytes | None:
        path = list(name)
        if not self._ole.exists(path) or self._ole.get_type(path) != 2:  # 2: STGTY_STREAM
            return None
        with self._ole.openstream(path) as stream:
            found: bytes = stream.read()
        return found

    def _code_page(self) -> str:
        entries = (self._stream((*self._folder, "__properties_version1.0")) or b"")[
            _EMBEDDED_HEADER if self._folder else _HEADER :
        ]
        numbers = {}
        for at in range(0, len(entries) - _ENTRY_SIZE + 1, _ENTRY_SIZE):
            kind, number, _, value = _ENTRY.unpack_from(entries, at)
            if number in _CODE_PAGES and kind == 3:  # PtypInteger32
                numbers[number] = value
        pages = [numbers[number] for number in _CODE_PAGES if number in numbers]
        codecs = (_CODECS.get(page) or codec_of(f"cp{page}") for page in pages)
        return next((codec for codec in codecs if codec), "cp1252")
