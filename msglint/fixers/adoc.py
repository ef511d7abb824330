"""AsciiDoc: characters of markup are written as references, lines under titles fit them."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import drawn, markup
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell, fix_text
from msglint.splicing.yaml_values import with_front_matter

_SPECIAL = lazy_pattern(r"[*_`#+^~{|\[\]<\\]|&(?=#?\w{1,32};)")


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct AsciiDoc."""
    return Fixed(*fix_text(data, edits, lambda text: with_front_matter(text, _speller(text)), markup.reference))


def _speller(source: str) -> Spell:
    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        text = _SPECIAL.sub(lambda match: markup.reference(match[0]), splice.text)
        written = Splice(splice.start, splice.end, text)
        # A cell's text ends where the next bar stands, wherever that is.
        return [written] if edit.segment.column is not None else drawn.fitted(source, edit, written, shrinks=True)

    return spell
