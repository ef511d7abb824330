"""PowerPoint presentations: the text of runs in shapes, tables, diagrams, notes and comments."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_package
from msglint.text.drawing_text import NAMESPACES


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a presentation."""
    return Fixed(*fix_package(data, edits, Dialect(NAMESPACES)))
