"""Rich text (RTF 1.9.1): bytes between control words; what is not ASCII is written as \\u with a group of its own."""

from collections.abc import Sequence
import re

from msglint.fixers import Fixed
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import planned, spliced_bytes

_SPECIAL = lazy_pattern(r"[\\{}]|[^\x00-\x7f]")


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct rich text."""
    splices, refused = planned(edits, lambda start, end: data[start:end].decode("latin-1"), _spell)
    return Fixed(spliced_bytes(data, [splice for group in splices.values() for splice in group]), refused)


def _spell(edit: Edit, splice: Splice) -> list[Splice]:
    return [Splice(splice.start, splice.end, _SPECIAL.sub(_escaped, splice.text))]


def _escaped(match: "re.Match[str]") -> str:
    character = match[0]
    if character.isascii():
        return f"\\{character}"
    units = character.encode("utf-16-le")
    numbers = (int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2))
    return "{\\uc1" + "".join(f"\\u{number}?" for number in numbers) + "}"
