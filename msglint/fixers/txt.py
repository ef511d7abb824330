"""Plain text: written as it is."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.text_file import fix_text
from msglint.splicing.yaml_values import with_front_matter


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct plain text."""
    return Fixed(*fix_text(data, edits, lambda text: with_front_matter(text, lambda edit, splice: [splice])))
