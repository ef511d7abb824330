"""Bytes -> text, never by silent guess: what cannot be told for certain is an error that names the cure.

In this order: byte order mark, UTF-8, UTF-16 without a mark (told by its NULs), the encoding the file declares,
windows-1252 where every character makes sense in it, charset-normalizer's detection where it is sure of itself.
"""

import codecs
from contextlib import suppress
import re

from msgspec import Struct

from msglint.errors import ReadError
from msglint.lazy_pattern import lazy_pattern

_CURE = "save it as UTF-8"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# First bytes of files that are no text, whatever their name says.
_MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document or an Outlook message"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"{\\rtf", "an RTF document"),
)
# Control characters that text does not hold (tab, line breaks, form feed, SUBSTITUTE, ESCAPE may occur).
_CONTROL = lazy_pattern(r"[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")
_CONTROLS_AS_NUL = bytes(0 if _CONTROL.match(chr(code)) or code == 0x1B else code for code in range(128)) + bytes(
    range(128, 256)
)
"""ESCAPE too, with which some encodings shift."""
# How html (meta), xml, and editors (PEP 263, Vim) declare an encoding, within the first 1024 bytes.
_DECLARED = lazy_pattern(rb"(?:charset|encoding|coding)\s*[=:]\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
# https://encoding.spec.whatwg.org/#names-and-labels: these labels all mean windows-1252.
_MEAN_1252 = {"iso8859-1", "ascii", "cp1252"}


class Decoded(Struct, frozen=True):
    """`text` without its byte order mark; `encoding` a Python codec; `mark` the byte order mark, b"" for none."""

    text: str
    encoding: str
    mark: bytes = b""


def decode(path: str, data: bytes) -> Decoded:
    """Decode a text file; line breaks stay as they are. Raises ReadError where that cannot be done for certain."""
    for mark, marked in _MARKS:
        if data.startswith(mark):
            return _checked(path, Decoded(_strictly(path, data[len(mark) :], marked), marked, mark))
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ReadError(path, f"this is {kind}, not text: give it the suffix that belongs to it")
    if b"\x00" not in data.translate(_CONTROLS_AS_NUL):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode("utf-8"), "utf-8")  # nearly every text
    if b"\x00" in data:
        if encoding := _unmarked_utf16(data):
            return _checked(path, Decoded(_strictly(path, data, encoding), encoding))
        raise _binary(path)
    try:
        return _checked(path, _stateful(data) or Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    found = _declared(data) or _western(data) or _detected(data)
    if found is None:
        raise ReadError(path, f"its encoding is not UTF-8 and cannot be told for certain: {_CURE}")
    return _checked(path, found)


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(path, f"not valid {encoding.upper()} at byte {error.start + 1}: {_CURE}") from None


def _binary(path: str) -> ReadError:
    return ReadError(path, f"this is binary data, not text (or text in an unknown encoding: {_CURE})")


def _checked(path: str, decoded: Decoded) -> Decoded:
    """Refuse what decodes but is no text."""
    sample = decoded.text[:65536]
    if "\x00" in decoded.text or len(_CONTROL.findall(sample)) > 2 + len(sample) // 100:
        raise _binary(path)
    return decoded


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text: nearly every second byte is NUL, and nearly none of the others."""
    sample = data[:65536]
    if len(data) % 2 or len(sample) < 4:
        return None
    half = len(sample) / 2
    even, odd = sample[::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.05 else None


def _codec(data: bytes) -> str | None:
    match = _DECLARED.search(data[:1024])
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    return "cp1252" if name in _MEAN_1252 else name


def _stateful(data: bytes) -> Decoded | None:
    """ISO-2022 encodings look like ASCII: only a declaration tells them."""
    if b"\x1b" not in data[:65536] or not (encoding := _codec(data)) or not encoding.startswith("iso2022"):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _declared(data: bytes) -> Decoded | None:
    encoding = _codec(data)
    if encoding is None or encoding.startswith("utf"):
        return None
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):  # LookupError: a codec that makes no text ("hex")
        return None


# What stands beside words in Western prose, and letters that mean the same in windows-1252 and are common there. Not
# among them: ð ý þ (Turkish, Icelandic and Polish bytes differ) and what Mac and DOS code pages put in their places.
_SIGNS = "€£¥©®™•·°§½¼¾²³±×«»…–—‘’“”„‚¡¿¢ªº¹\xa0\xad"
_LETTERS = "àáâãäåæçèéêëìíîïñòóôõöøùúûüœšžÿß"
_UPPER = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒŠŽŸ"
_IMPLAUSIBLE = lazy_pattern(
    rf"[^\x00-\x7f{_SIGNS}{_LETTERS}{_UPPER}]"
    rf"|[a-z{_LETTERS}][{_UPPER}]"  # an accented capital inside a word: "donÕt" of Mac Roman
    rf"|[{_LETTERS}{_UPPER}]{{3}}"  # words of accented letters alone: Cyrillic, Greek, Hebrew …
    rf"|\w[€£¥©•·§±×«»…„‚¡¿¢][a-z{_LETTERS}]"  # a sign inside a word
    r"|\w[½¼¾²³ªº¹][a-z]"
)


def _western(data: bytes) -> Decoded | None:
    """windows-1252, where each non-ASCII character is plausible where it stands."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return None if _IMPLAUSIBLE.search(text) else Decoded(text, "cp1252")


# charset-normalizer's own measures: `chaos` is how much looks like wrongly decoded text, `coherence` how much the
# letters are distributed as in a known language. Below these it was wrong on short texts in 5 of 9 encodings tried.
_MOST_CHAOS, _LEAST_COHERENCE, _LEAST_LENGTH = 0.2, 0.3, 32


def _detected(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(data))
    if not matches or len(data) < _LEAST_LENGTH:
        return None
    best = matches[0]
    if best.chaos > _MOST_CHAOS or best.coherence < _LEAST_COHERENCE:
        return None
    rivals = (other for other in matches[1:] if other.coherence >= best.coherence - 0.05 and other.chaos <= best.chaos)
    if any(str(other) != str(best) for other in rivals):
        return None
    return Decoded(str(best), best.encoding)
