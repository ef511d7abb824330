"""The structure of a mail (RFC 2046), part by part with its raw span; no recursion, whatever is nested in what."""

from collections import Counter
from collections.abc import Iterator
import re

from msgspec import Struct

from msglint.formats.mail.headers import Headers
from msglint.lazy_pattern import lazy_pattern

_DEEPEST = 40
"""Multiparts in multiparts: a real mail has four or five. Each level is searched once more for its boundary."""
_MOST_PARTS = 2000

_BODIES = ("text/plain", "text/html", "text/x-amp-html")
_MESSAGES = ("message/rfc822", "message/global")
_LINE_END = lazy_pattern(rb"[^\r\n]*(?:\r\n|\n|\r|\Z)")


class Part(Struct, frozen=True):
    """One leaf of a mail, or (kind "message") a message as such, which has a subject.

    place        "text/html part", "attachment price.docx", "attached message, text/plain part 2", "subject"
    kind         "message", "body", "attachment", or "problem": what follows the place then says why it is not read
    start, end   the raw body, before its transfer encoding is undone
    """

    place: str
    kind: str
    headers: Headers
    start: int
    end: int
    problem: str = ""


class _Entity(Struct, frozen=True):
    """Something with a header that is still to be taken apart. `prefix` is what its places begin with."""

    start: int
    end: int
    prefix: str
    depth: int
    is_message: bool = False


def parts(data: bytes, start: int = 0, end: int | None = None, prefix: str = "") -> Iterator[Part]:
    """The parts of the message data[start:end], in reading order."""
    stack = [_Entity(start, len(data) if end is None else end, prefix, 0, is_message=True)]
    names: Counter[str] = Counter()
    count = 0
    while stack:
        entity = stack.pop()
        headers = Headers.read(data, entity.start, entity.end)
        body = min(headers.body, entity.end)
        count += 1
        if count > _MOST_PARTS or entity.depth > _DEEPEST:
            excess = f"more than {_MOST_PARTS} parts" if count > _MOST_PARTS else f"parts nested over {_DEEPEST} deep"
            where = prefix.removesuffix(", ") or "this mail"
            yield Part(where, "problem", headers, body, body, f"has {excess}: the rest is not read, split it")
            return
        if entity.is_message:
            yield Part(f"{entity.prefix}subject", "message", headers, body, entity.end)
        if headers.kind.startswith("multipart/") and (boundary := headers.parameter("boundary")):
            if headers.kind == "multipart/encrypted":
                yield _sealed(entity, headers)
                continue
            inner = _inside(data, body, entity.end, boundary)
            stack += [_Entity(*span, entity.prefix, entity.depth + 1) for span in reversed(inner)]
        elif headers.kind in _MESSAGES and headers.encoding not in ("base64", "quoted-printable"):
            name = _numbered(names, f"{entity.prefix}attached message")
            stack.append(_Entity(body, entity.end, f"{name}, ", entity.depth + 1, is_message=True))
        else:
            yield _leaf(entity, headers, names)


def _inside(data: bytes, start: int, end: int, boundary: str) -> list[tuple[int, int]]:
    """The spans of a multipart's parts; the last one ends with the multipart where its end is missing."""
    mark = re.compile(
        rb"(?<![^\r\n])--" + re.escape(boundary.encode("utf-8", "surrogateescape")) + rb"(--)?[ \t]*(?=[\r\n]|\Z)"
    )
    found: list[tuple[int, int]] = []
    begin: int | None = None
    for match in mark.finditer(data, start, end):
        if begin is not None:
            found.append((begin, max(begin, _before_break(data, match.start()))))
        if match[1] or len(found) > _MOST_PARTS:
            return found
        line = _LINE_END.match(data, match.end(), end)
        begin = line.end() if line else match.end()
    return found if begin is None else [*found, (begin, end)]


def _before_break(data: bytes, at: int) -> int:
    """The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1)."""
    if data[at - 2 : at] == b"\r\n":
        return at - 2
    return at - 1 if data[at - 1 : at] in (b"\n", b"\r") else at


def _leaf(entity: _Entity, headers: Headers, names: Counter[str]) -> Part:
    span = min(headers.body, entity.end), entity.end
    if headers.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime"):
        return _sealed(entity, headers)
    filename = headers.filename
    if headers.kind in _BODIES and not (filename and headers.attached):
        return Part(_numbered(names, f"{entity.prefix}{headers.kind} part"), "body", headers, *span)
    name = filename or _invented(headers.kind)
    place = _numbered(names, f"{entity.prefix}attachment {name}")
    if headers.kind == "application/ms-tnef" or name.lower() == "winmail.dat":
        problem = "is wrapped in a way that only Outlook reads: save the mail from Outlook as .msg"
        return Part(place, "problem", headers, *span, problem)
    return Part(place, "attachment", headers, *span)


def _sealed(entity: _Entity, headers: Headers) -> Part:
    reason = "is encrypted or sealed in an envelope: save it decrypted"
    return Part(f"{entity.prefix}mail", "problem", headers, entity.end, entity.end, reason)


def _invented(kind: str) -> str:
    """A file name for a part that has none; the standard library's own table, not the system's."""
    from mimetypes import MimeTypes

    if kind in _MESSAGES:
        return "message.eml"
    return f"unnamed{MimeTypes().guess_extension(kind) or ''}"


def _numbered(names: Counter[str], name: str) -> str:
    names[name] += 1
    return name if names[name] == 1 else f"{name} {names[name]}"
