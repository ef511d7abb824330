"""WebVTT transcripts: escaped as HTML is (https://www.w3.org/TR/webvtt1/#webvtt-cue-text)."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import markup
from msglint.splicing.text_file import fix_text


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct what is said."""
    return Fixed(*fix_text(data, edits, markup.speller))
