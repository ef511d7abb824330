"""PowerPoint presentations: the text of runs in shapes, tables, diagrams, notes and comments."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.formats.drawings.vocabulary import NAMESPACES
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_package


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a presentation."""
    return Fixed(*fix_package(data, edits, Dialect(NAMESPACES)))
