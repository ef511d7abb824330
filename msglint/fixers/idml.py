"""InDesign markup: the text of stories."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_package


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct an InDesign document."""
    return Fixed(*fix_package(data, edits, Dialect(tracked=frozenset(("Change",)))))
