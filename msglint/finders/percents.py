"""Percentages. Mentions have kind "percent", their value is a msglint.offers.percents.Percent.

A mention spans the words that make it a discount too: "Save 20%", "ten percent off". In a table, a column headed
"Discount" makes its figures one.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from msglint.glossary.lexicon import Lexicon
from msglint.model.document import Document, Role
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty
from msglint.money.grid import Grid, grid_of
from msglint.offers.percents import is_head, percents


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All percentages in a document, in reading order."""
    grid: Grid | None = None
    for segment in document.segments:
        if segment.role is Role.CODE:
            continue
        for one in percents(segment.text):
            value = one.value
            if segment.role is Role.CELL and not value.discount:
                grid = grid or grid_of(document.segments)
                value = replace(value, discount=is_head(grid.header(segment)) or is_head(grid.label(segment)))
            yield Mention(segment, one.start, one.end, "percent", Certainty.CERTAIN, value=value)
