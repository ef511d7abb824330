"""Offer codes. Mentions have kind "code", their value is a msglint.offers.codes.Code; ours have their (first) offer."""

from collections.abc import Iterator

from msglint.glossary.lexicon import Lexicon
from msglint.model.document import Document, Role
from msglint.model.judgement import Circumstances, Mention
from msglint.model.scale import Certainty
from msglint.offers.codes import codes_of


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All codes in a document, ours and those that are none of ours, in reading order."""
    codes = codes_of({entry.id: entry for entry in lexicon.glossary.offers})
    if not codes:
        return
    for segment in document.segments:
        if segment.role is Role.CODE:
            continue
        for one in codes.find(segment.text):
            entry = one.value.offers[0] if one.value.offers else None
            yield Mention(segment, one.start, one.end, "code", Certainty.CERTAIN, entry, value=one.value)
