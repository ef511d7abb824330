"""Word documents: the text of runs; runs, styles and every other part stay as they are."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.formats.word.vocabulary import NAMESPACES
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import Dialect, fix_package

_DIALECT = Dialect(
    NAMESPACES,
    spaced=frozenset(("w:t",)),
    tracked=frozenset(("w:ins", "w:del", "w:moveFrom", "w:moveTo")),
)


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a Word document."""
    return Fixed(*fix_package(data, edits, _DIALECT))
