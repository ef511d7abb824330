"""Mails: bodies in 7bit, 8bit and quoted-printable, and subjects in plain ASCII. What is in base64 is only reported."""

from collections.abc import Sequence
import re

from msglint.errors import ReadError
from msglint.fixers import Fixed
from msglint.formats.mail.mime import Part, parts
from msglint.formats.mail.transfer import DecodedPart, decode_part
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import markup, quoted_printable
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.quoted_printable import Replacement
from msglint.splicing.text_file import in_order, planned

_SIGNED = lazy_pattern(rb"^content-type:\s*multipart/signed", re.IGNORECASE | re.MULTILINE)
_FOLD = lazy_pattern(rb"(?:\r\n|\n|\r)(?=[ \t])")


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a mail."""
    if _SIGNED.search(data):
        return Fixed(data, dict.fromkeys(range(len(edits)), "it is signed, and a correction would break the signature"))
    refused: dict[int, str] = {}
    start = 3 if data.startswith(b"\xef\xbb\xbf") else 0
    found = {part.place: part for part in parts(data, start)}
    by_part: dict[str, list[int]] = {}
    for index, edit in enumerate(edits):
        by_part.setdefault(edit.segment.part, []).append(index)
    replaced: list[tuple[int, int, bytes]] = []
    for place, indexes in by_part.items():
        own = [edits[index] for index in indexes]
        try:
            span, new, wrong = _corrected(data, found.get(place), own, document.texts.get(place, ""))
        except RefusedError as reason:
            refused |= dict.fromkeys(indexes, str(reason))
            continue
        refused |= {indexes[index]: reason for index, reason in wrong.items()}
        replaced.append((*span, new))
    for first, last, new in sorted(replaced, reverse=True):
        data = data[:first] + new + data[last:]
    return Fixed(data, refused)


def _corrected(
    data: bytes, part: Part | None, edits: Sequence[Edit], text: str
) -> tuple[tuple[int, int], bytes, dict[int, str]]:
    """The raw span of a part and what belongs there, and why which edits were refused. Raises RefusedError."""
    if part is None or part.kind == "attachment":
        raise RefusedError("it is in an attachment: save that, correct it, and attach it again")
    if part.kind == "message":
        span = part.headers.fields["subject"]
        return span, *_subject(data[slice(*span)], edits, text)
    span = part.start, part.end
    return span, *_body(data[slice(*span)], part, edits)


def _body(raw: bytes, part: Part, edits: Sequence[Edit]) -> tuple[bytes, dict[int, str]]:
    headers = part.headers
    try:
        decoded = decode_part(part.place, raw, headers.encoding, headers.parameter("charset"))
    except ReadError as error:
        raise RefusedError(error.reason) from None
    offsets = decoded.raw_offsets()
    if offsets is None:
        raise RefusedError(
            f"the {part.place} is written in {decoded.encoding or decoded.charset}: change it in its editor"
        )
    is_html = headers.kind != "text/plain"
    speller = markup.speller(decoded.text) if is_html else _plain
    splices, refused = planned(edits, lambda start, end: decoded.text[start:end], speller)
    made: list[Splice] = []
    octets: dict[Splice, bytes] = {}
    for index, group in splices.items():
        try:
            octets |= {splice: _octets(splice.text, decoded, raw, is_html) for splice in group}
            made += group
        except RefusedError as reason:
            refused[index] = str(reason)
    replacements = [(offsets[splice.start], offsets[splice.end], octets[splice]) for splice in in_order(made)]
    if decoded.encoding == "quoted-printable":
        return quoted_printable.spliced(raw, replacements), refused
    return _spliced(raw, replacements), refused


def _plain(edit: Edit, splice: Splice) -> list[Splice]:
    return [splice]


def _octets(text: str, decoded: DecodedPart, raw: bytes, is_html: bool) -> bytes:
    """New text in the part's charset. Raises RefusedError where the part cannot hold it."""
    charset = "ascii" if decoded.encoding == "7bit" and raw.isascii() else decoded.charset
    try:
        return text.encode(charset, "xmlcharrefreplace" if is_html else "strict")
    except UnicodeEncodeError as error:
        raise RefusedError(f"“{text[error.start]}” does not exist in {charset}, which the part is written in") from None


def _subject(raw: bytes, edits: Sequence[Edit], text: str) -> tuple[bytes, dict[int, str]]:
    """A subject as its field holds it: folded, perhaps. Raises RefusedError where it is encoded."""
    if not raw.isascii() or b"=?" in raw:
        raise RefusedError("the subject is written in encoded words: change it in a mail program")
    kept = [at for at in range(len(raw)) if not _within_fold(raw, at)]
    unfolded = bytes(raw[at] for at in kept).decode("ascii")
    shift = len(unfolded) - len(unfolded.lstrip())
    splices, refused = planned(edits, lambda start, end: unfolded[start + shift : end + shift], _plain)
    replacements: list[Replacement] = []
    for index, group in splices.items():
        if all(splice.text.isascii() for splice in group):
            where = [(kept[one.start + shift], kept[one.end + shift - 1] + 1) for one in group]
            replacements += [(*span, one.text.encode("ascii")) for span, one in zip(where, group, strict=True)]
        else:
            refused[index] = "the subject is written in plain ASCII, and the new text is not"
    return _spliced(raw, sorted(replacements)), refused


def _within_fold(raw: bytes, at: int) -> bool:
    return (
        raw[at : at + 1] in b"\r\n" and _FOLD.match(raw, at if raw[at - 1 : at + 1] != b"\r\n" else at - 1) is not None
    )


def _spliced(raw: bytes, replacements: Sequence[Replacement]) -> bytes:
    parts_, position = [], 0
    for start, end, octets in replacements:
        parts_ += [raw[position:start], octets]
        position = end
    return b"".join([*parts_, raw[position:]])
