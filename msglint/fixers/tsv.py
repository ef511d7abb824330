"""Tab-separated values."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import table
from msglint.splicing.text_file import fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a table's cells."""
    return Fixed(*fix_text(data, edits, lambda text: table.speller(text, "\t")))
