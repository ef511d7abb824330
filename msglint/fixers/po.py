"""Message catalogues: translations; a message itself is the key that the program looks up, and stays."""

from collections.abc import Sequence
import re

from msglint.fixers import Fixed
from msglint.formats.values.catalogue import CatalogueError, entries
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import Spell, fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct translations."""
    return Fixed(*fix_text(data, edits, _speller))


def _speller(source: str) -> Spell:
    try:
        keys = [
            span
            for entry in entries(source)
            for name, spans in entry.strings.items()
            if not name.startswith("msgstr")
            for span in spans
        ]
    except CatalogueError:  # a reader has read it: then all of it is messages
        keys = [(0, len(source))]

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        if any(start <= splice.start < end for start, end in keys):
            raise RefusedError("a message is the key that the program looks up: change it there, or translate it")
        return [Splice(splice.start, splice.end, re.sub(r'["\\]', r"\\\g<0>", splice.text))]

    return spell
