"""Markdown: characters with a meaning of their own are escaped; raw HTML and front matter as these do it."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document, Role
from msglint.model.judgement import Edit
from msglint.splicing import markup
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell, fix_text
from msglint.splicing.yaml_values import with_front_matter

# https://spec.commonmark.org/0.31.2/#backslash-escapes; an underscore within a word and a lone & mean themselves.
_SPECIAL = lazy_pattern(r"[\\`*\[\]<~|]|\b_|_\b|&(?=#?\w{1,32};)")
_QUOTES = {'"': "&quot;", "'": "&#39;"}


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct Markdown."""
    return Fixed(*fix_text(data, edits, lambda text: with_front_matter(text, _speller(text)), markup.reference))


def _speller(source: str) -> Spell:
    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        text = _SPECIAL.sub(r"\\\g<0>", splice.text)
        if edit.segment.role is Role.ALT:  # a title in quotes, an attribute of raw HTML
            delimiter = markup.delimiter_before(source, edit.segment)
            text = text.replace(delimiter, _QUOTES.get(delimiter, delimiter))
        return [Splice(splice.start, splice.end, text)]

    return spell
