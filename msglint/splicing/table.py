"""How text is written in a cell of delimited text (RFC 4180): in quotes where it holds what would end the cell."""

from bisect import bisect_right
import re

from msglint.formats.values.delimited import cells, dialect
from msglint.model.judgement import Edit
from msglint.splicing.plan import Splice
from msglint.splicing.text_file import Spell


def speller(source: str, delimiter: str | None = None) -> Spell:
    """Cells of the table; `delimiter` None is told from the text, as the reader does."""
    delimiter, start = dialect(source, delimiter)
    found = list(cells(source, delimiter, start))
    starts = [cell.start for cell in found]
    needs_quotes = re.compile(rf'["{re.escape(delimiter)}\r\n]')

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        cell = found[bisect_right(starts, splice.start) - 1]
        doubled = Splice(splice.start, splice.end, splice.text.replace('"', '""'))
        if cell.quoted:
            return [doubled]
        if not needs_quotes.search(splice.text):
            return [splice]
        return [Splice(cell.start, cell.start, '"'), doubled, Splice(cell.end, cell.end, '"')]

    return spell
