"""JSON: escaped as RFC 8259 demands, and beyond ASCII where the file itself is pure ASCII."""

from collections.abc import Sequence
import json

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell, fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct JSON."""
    return Fixed(*fix_text(data, edits, _speller, lambda character: json.dumps(character)[1:-1]))


def _speller(source: str) -> Spell:
    ascii_only = source.isascii()

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        return [Splice(splice.start, splice.end, json.dumps(splice.text, ensure_ascii=ascii_only)[1:-1])]

    return spell
