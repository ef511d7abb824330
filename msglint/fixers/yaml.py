"""YAML: plain, quoted and block values, each in its own style."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import yaml_values
from msglint.splicing.text_file import fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct YAML."""
    return Fixed(*fix_text(data, edits, yaml_values.speller))
