"""Comma-separated values and what goes by that name: cells are quoted where they come to need it."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import table
from msglint.splicing.text_file import fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a table's cells."""
    return Fixed(*fix_text(data, edits, table.speller))
