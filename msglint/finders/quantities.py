"""Quantities: numbers with their units and bounds, where the glossary has facts. Mentions have kind "quantity" and a
`Quantity` as their value; their span is what a correction would replace."""

from collections.abc import Iterator

from msglint.facts.quantities import quantities
from msglint.glossary.lexicon import Lexicon
from msglint.model.document import Document, Role
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All quantities of a document, in reading order; none where no entry has a fact to hold them against."""
    if not lexicon.glossary.measured:
        return
    for segment in document.segments:
        if segment.role is not Role.CODE:
            for quantity in quantities(segment.text):
                start, end = quantity.figure
                yield Mention(segment, start, end, "quantity", Certainty.CERTAIN, value=quantity)
