"""Words that OCR found -> segments: a paragraph each."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msglint.formats.pieces import SegmentWriter
from msglint.model.document import MASK, Role, Segment

_LEAST_CONFIDENCE = 60.0
"""Of 100. What tesseract is less sure of is masked, not dropped: the words around it are no neighbours."""

ILLEGIBLE = "OCR is sure of too few of its words: scan it sharper, or install tesseract's data for its language"


def legible(words: Sequence[Sequence[object]]) -> bool:
    """Whether OCR is sure of at least half of the words it found; a picture without words is legible."""
    return 2 * sum(_sure(word) for word in words) >= len(words)


def _sure(word: Sequence[object]) -> bool:
    return float(str(word[1])) >= _LEAST_CONFIDENCE


def segments(words: Iterable[Sequence[object]], place: str) -> Iterator[Segment]:
    """The segments of one picture; `words` as `tesseract.recognise` gives them. Pieces count characters of the text
    that all words make, each followed by one character."""
    at = 0
    for _, paragraph in groupby(words, key=lambda word: (word[2], word[3])):
        writer = SegmentWriter()
        line: object = None
        for word in paragraph:
            written, number = str(word[0]), word[4]
            if writer.length:
                writer.glue(" " if number == line else "\n")
            if _sure(word):
                writer.verbatim(written, at)
            else:
                writer.stand_in(MASK, at, at + len(written))
            at += len(written) + 1
            line = number
        if segment := writer.finish(Role.BODY, part=place, place=place):
            yield segment
