"""TeX and LaTeX: its ten special characters are escaped."""

from collections.abc import Sequence

from msglint.fixers import Fixed
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell, fix_text

_SPECIAL = lazy_pattern(r"[&%$#_{}~^\\]")
_COMMANDS = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}"}


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct TeX."""
    return Fixed(*fix_text(data, edits, _speller))


def _speller(source: str) -> Spell:
    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        text = _SPECIAL.sub(lambda match: _COMMANDS.get(match[0], f"\\{match[0]}"), splice.text)
        return [Splice(splice.start, splice.end, text)]

    return spell
