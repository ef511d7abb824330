"""Days in prose, where the glossary has offers to compare them with. Mentions have kind "date", the value is a Day."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from msglint.glossary.lexicon import Lexicon
from msglint.model.document import Document, Role
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty
from msglint.money.grid import Grid, grid_of
from msglint.offers.date_grammar import language_by_month
from msglint.offers.dates import days
from msglint.offers.days import Edge
from msglint.offers.edges import Written, edge_of_header
from msglint.text.masks import masks


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All days in a document, in reading order; those of a table by their column's header."""
    own = _language(lexicon)
    if own is None:
        return
    grid: Grid | None = None
    for segment in document.segments:
        if segment.role is Role.CODE:
            continue
        told = segment.language or circumstances.language or document.metadata.get("language")
        locale = told or language_by_month(segment.text) or own
        if circumstances.region and "-" not in locale:
            locale = f"{locale}-{circumstances.region}"
        for one in days(segment.text, locale):
            day = one.day
            if _is_part_of_more(segment.text, one):
                continue
            if segment.role is Role.CELL and day.edge is Edge.WITHIN:
                grid = grid or grid_of(document.segments)
                day = replace(
                    day, edge=edge_of_header(grid.header(segment)) or edge_of_header(grid.label(segment)) or day.edge
                )
            yield Mention(segment, one.start, one.end, "date", Certainty.CERTAIN, value=day)


def _language(lexicon: Lexicon) -> str | None:
    """The language of the glossary's offers; None where it has none."""
    return next((offer.language for offer in lexicon.glossary.offers), None)


def _is_part_of_more(text: str, one: Written) -> bool:
    """Whether the day is part of an address or a file's name; a whole "31/05/2026" looks like a path, and is none."""
    spans = masks(text)
    for span in spans[max(0, bisect_right(spans, one.start, key=lambda span: span.start) - 1) :]:
        if span.start >= one.end:
            break
        if span.end > one.start and (span.start < one.start or span.end > one.end):
            return True
    return False
