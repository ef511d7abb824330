"""reStructuredText: characters of markup are escaped, lines under titles grow, drawn tables keep their columns."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing import drawn
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell, fix_text
from msglint.splicing.yaml_values import with_front_matter

# https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#escaping-mechanism
_SPECIAL = lazy_pattern(r"[\\`*|]|_(?!\w)|\[(?=[\w#*])")


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct reStructuredText."""
    return Fixed(*fix_text(data, edits, lambda text: with_front_matter(text, _speller(text))))


def _speller(source: str) -> Spell:
    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        escaped = Splice(splice.start, splice.end, _SPECIAL.sub(r"\\\g<0>", splice.text))
        return drawn.fitted(source, edit, escaped)

    return spell
