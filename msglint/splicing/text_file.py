"""Correcting a file of text: decoded, spliced, encoded as it was; byte order mark and line breaks stay."""

from collections.abc import Callable, Iterable, Sequence

from msglint.errors import ReadError
from msglint.formats.decoding import decode
from msglint.model.judgement import Edit
from msglint.splicing.plan import Reads, RefusedError, Splice, plan

Spell = Callable[[Edit, Splice], Iterable[Splice]]
"""How a format writes a splice's text at that place: the same splice with its text escaped, and what else has to
change with it. Raises RefusedError where the format cannot say it there."""


def fix_text(
    data: bytes, edits: Sequence[Edit], speller: Callable[[str], Spell], last_resort: Callable[[str], str] | None = None
) -> tuple[bytes, dict[int, str]]:
    """The corrected bytes, and why which edits (by index) were refused.

    speller      told the decoded text, gives the Spell of this file
    last_resort  how the format writes a character that the file's encoding lacks; None: it cannot
    """
    try:
        decoded = decode("", data)
    except ReadError as error:
        return data, dict.fromkeys(range(len(edits)), error.reason)
    if decoded.mark + decoded.text.encode(decoded.encoding, "replace") != data:
        return data, dict.fromkeys(
            range(len(edits)), f"its encoding ({decoded.encoding}) cannot be written back as it is"
        )

    def encodable(text: str) -> str:
        try:
            text.encode(decoded.encoding)
        except UnicodeEncodeError as error:
            if last_resort is None:
                raise RefusedError(f"“{text[error.start]}” does not exist in {decoded.encoding}") from None
            return encodable(text.replace(text[error.start], last_resort(text[error.start])))
        return text

    text = decoded.text
    splices, refused = planned(edits, lambda start, end: text[start:end], speller(text))
    kept = []
    for index, group in splices.items():
        try:
            kept += [Splice(splice.start, splice.end, encodable(splice.text)) for splice in group]
        except RefusedError as reason:
            refused[index] = str(reason)
    return decoded.mark + spliced(text, kept).encode(decoded.encoding), refused


def planned(edits: Sequence[Edit], reads: Reads, spell: Spell) -> tuple[dict[int, list[Splice]], dict[int, str]]:
    """What to splice for each edit by its index, and why which edits are refused."""
    splices: dict[int, list[Splice]] = {}
    refused: dict[int, str] = {}
    for index, edit in enumerate(edits):
        try:
            found = plan(edit, reads, limit_of(edits, index))
            splices[index] = [more for splice in found for more in spell(edit, splice)]
        except RefusedError as reason:
            refused[index] = str(reason)
    return splices, refused


def limit_of(edits: Sequence[Edit], index: int) -> int:
    """How far in its segment's text an edit may reach: up to the next one."""
    edit = edits[index]
    after = edits[index + 1] if index + 1 < len(edits) else None
    return after.start if after is not None and after.segment is edit.segment else len(edit.segment.text)


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """The text with all splices made, each once; of two that overlap the first stays."""
    parts, position = [], 0
    for splice in in_order(splices):
        if splice.start >= position:
            parts += [text[position : splice.start], splice.text]
            position = splice.end
    return "".join([*parts, text[position:]])


def spliced_bytes(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The same for bytes; new text is written in UTF-8."""
    parts, position = [], 0
    for splice in in_order(splices):
        if splice.start >= position:
            parts += [data[position : splice.start], splice.text.encode("utf-8")]
            position = splice.end
    return b"".join([*parts, data[position:]])


def in_order(splices: Iterable[Splice]) -> list[Splice]:
    """Each splice once, by its place; what is only put in stands before what is replaced there."""
    return sorted(set(splices), key=lambda splice: (splice.start, splice.end, splice.text))
