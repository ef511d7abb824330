"""SVG drawings: texts, titles and descriptions."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_xml


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a drawing."""
    return Fixed(*fix_xml(data, edits, Dialect(doctype=True)))
