"""OpenDocument spreadsheets, zipped and flat: paragraphs; styles and every other part stay as they are."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.open_document import fix_open_document


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a spreadsheet."""
    return Fixed(*fix_open_document(data, edits))
