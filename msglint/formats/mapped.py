"""Text taken out of its escapes, quotes and indentation, with the way back: what is read there is read as any text.

A format that wraps text (JSON strings, quoted CSV cells, an indented paragraph) is read in two steps: the wrapping is
taken off into a MappedText, whose `text` the next reader takes for its source; `back` then leads its segments home.
"""

from bisect import bisect_right
from collections.abc import Iterable

from msgspec.structs import replace

from msglint.formats.paragraphs import Line
from msglint.model.document import Piece, Segment


class MappedText:
    """Text put together from pieces of a source, in reading order. Placeholders stay overwritten by FILLER."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    @property
    def text(self) -> str:
        """All text so far."""
        return "".join(self._parts)

    @property
    def end(self) -> int:
        """Where the last piece ends in the source; 0 where there is none."""
        return self._pieces[-1].source_end if self._pieces else 0

    @property
    def shift(self) -> int | None:
        """How far into the source the text stands, where it is one verbatim stretch of it; None where it is not."""
        if not self._pieces:
            return None
        first = self._pieces[0]
        whole = first.verbatim and first.length == self.length and self.length > 1
        return first.source_start if whole else None

    def verbatim(self, source: str, start: int, end: int) -> None:
        """Add source[start:end] as it stands."""
        if end > start:
            self._put(source[start:end], start, end)

    def stand_in(self, text: str, start: int, end: int) -> None:
        """Add `text`, which source[start:end] means (an escape)."""
        if text:
            self._put(text, start, end)

    def glue(self, text: str) -> None:
        """Add text that has no source."""
        self._parts.append(text)
        self.length += len(text)

    def _put(self, text: str, start: int, end: int) -> None:
        self._pieces.append(Piece(self.length, len(text), start, end))
        self.glue(text)

    def back(self, segment: Segment) -> Segment:
        """A segment read from `text`, with pieces that count in the source."""
        return replace(segment, pieces=tuple(found for piece in segment.pieces for found in self._sources(piece)))

    def _sources(self, piece: Piece) -> Iterable[Piece]:
        found = []
        first = max(bisect_right(self._pieces, piece.source_start, key=lambda outer: outer.start) - 1, 0)
        for index in range(first, len(self._pieces)):
            outer = self._pieces[index]
            if outer.start >= piece.source_end:
                break
            start = max(piece.source_start, outer.start)
            end = min(piece.source_end, outer.start + outer.length)
            if start < end:
                at = piece.start + start - piece.source_start
                found.append(_part(outer, at, start - outer.start, end - start))
        if piece.verbatim or not found:
            return found
        return (Piece(piece.start, piece.length, found[0].source_start, found[-1].source_end),)


def _part(outer: Piece, at: int, offset: int, length: int) -> Piece:
    """Characters [offset, offset + length) of a piece, as a piece at `at`."""
    if outer.verbatim:
        start = outer.source_start + offset
        return Piece(at, length, start, start + length)
    return Piece(at, length, outer.source_start, outer.source_end)


def joined(source: str, within: Iterable[Line], wrap: str = "\n") -> MappedText:
    """Lines as one text; their breaks become "\\n", or `wrap`."""
    mapped = MappedText()
    before: Line | None = None
    for line in within:
        if before is not None:
            mapped.stand_in(wrap, before.end, max(before.stop, before.end + 1))
        mapped.verbatim(source, line.start, line.end)
        before = line
    return mapped
