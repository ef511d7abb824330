"""Builds segments character by character from their source, so that the way back is exact by construction."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from unicodedata import category

from msgspec.structs import replace

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Piece, Role, Segment

FILLER = "\x1a"
"""Overwrites placeholders before markup is parsed. SUBSTITUTE: one byte in UTF-8, so offsets of ASCII text stay
equal to byte offsets, and neither HTML nor Markdown gives it a meaning."""

_NOTE_MARK = lazy_pattern(r"(?<=[^\W\d_]{3})\s*(?:\d{1,2}|[*†‡§¹²³]+|[a-z])(?:,\s*\d{1,2})*\s*")
_LONGEST_NOTE_MARK = 12  # characters: "12, 13, 14"
_SPECIAL = lazy_pattern(rf"{FILLER}+|\r\n|\r")


def _is_currency(text: str) -> bool:
    return len(text) == 1 and category(text) == "Sc"


class SegmentWriter:
    """Collects the text of one segment in reading order; `finish` hands it out once.

    `base` is where the source that pieces are added from stands in its part.
    """

    def __init__(self, base: int = 0) -> None:
        self._base = base
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0
        self._start = self._source = 0  # the open verbatim piece: where it began in the text and in the source
        self._end: int | None = None  # where the open verbatim piece ends in the source; None: none is open

    def add(self, source: str, start: int, end: int) -> None:
        """Add source[start:end] as it stands; runs of FILLER become one MASK, \\r\\n and \\r become \\n."""
        position = start
        text = source[start:end]
        if FILLER in text or "\r" in text:
            for match in _SPECIAL.finditer(source, start, end):
                self.verbatim(source[position : match.start()], position)
                position = match.end()
                self.stand_in(MASK if match[0][0] == FILLER else "\n", match.start(), position)
        self.verbatim(source[position:end], position)

    def verbatim(self, text: str, source_start: int) -> None:
        """Add text that stands in the source as it is, one position a character."""
        if not text:
            return
        if source_start != self._end:
            self._close()
            self._start, self._source = self.length, source_start
        self._end = source_start + len(text)
        self._parts.append(text)
        self.length += len(text)

    def _close(self) -> None:
        if self._end is not None:
            start, end = self._source + self._base, self._end + self._base
            self._pieces.append(Piece(self._start, self.length - self._start, start, end))
            self._end = None

    def stand_in(self, text: str, source_start: int, source_end: int) -> None:
        """Add `text` in the place of a source span that reads otherwise (an entity, a mask, a tag)."""
        self._close()
        if text:
            start, end = source_start + self._base, source_end + self._base
            self._pieces.append(Piece(self.length, len(text), start, end))
            self._parts.append(text)
            self.length += len(text)

    def glue(self, text: str) -> None:
        """Add text that has no source."""
        self._close()
        self._parts.append(text)
        self.length += len(text)

    def mask_from(self, start: int) -> None:
        """Replace everything from text position `start` on by one MASK."""
        self._close()
        gone: list[Piece] = []
        while self._pieces and self._pieces[-1].start >= start:
            gone.append(self._pieces.pop())
        while self._parts and self.length - len(self._parts[-1]) >= start:
            self.length -= len(self._parts.pop())
        if self.length > start:  # `start` lies within the last part
            self._parts[-1] = self._parts[-1][: start - self.length]
            self.length = start
        if self._pieces and (over := self._pieces[-1].start + self._pieces[-1].length - start) > 0:
            last = self._pieces.pop()
            gone.append(Piece(start, over, last.source_end - over, last.source_end))
            self._pieces.append(Piece(last.start, last.length - over, last.source_start, last.source_end - over))
        if gone:
            self.stand_in(MASK, gone[-1].source_start - self._base, gone[0].source_end - self._base)

    def tail(self, length: int) -> str:
        """The last `length` characters so far, or a few more."""
        kept = ""
        for part in reversed(self._parts):
            kept = part[-length:] + kept
            if len(kept) >= length:
                break
        return kept

    def mask_note_mark(self, start: int) -> None:
        """Mask a superscript that began at `start`, where it is a footnote's mark: "Lunch¹", not "m²" or "€49⁹⁰"."""
        length = self.length - start
        if length <= _LONGEST_NOTE_MARK and _NOTE_MARK.fullmatch((tail := self.tail(length + 3)), len(tail) - length):
            self.mask_from(start)

    def finish(
        self,
        role: Role = Role.BODY,
        *,
        part: str = "",
        place: str | None = None,
        group: str | None = None,
        column: int | None = None,
        level: int = 0,
        language: str | None = None,
    ) -> Segment | None:
        """The segment, without white space at its ends; None where nothing in it is a letter or digit.

        A cell of a currency's sign alone is kept: it tells what its column is of.
        """
        self._close()
        text = "".join(self._parts)
        body = text.strip()
        if not any(map(str.isalnum, body)) and not (role is Role.CELL and _is_currency(body)):
            return None
        pieces = self._pieces
        if len(body) < len(text):
            cut = len(text) - len(text.lstrip())
            pieces = _cut(pieces, cut, cut + len(body))
        return Segment(body, role, tuple(pieces), part, place, group, column, level, language)


def _cut(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """The pieces of text[start:end], counted from its start."""
    kept = []
    for piece in pieces:
        first, last = max(piece.start, start), min(piece.start + piece.length, end)
        if first >= last:
            continue
        if piece.verbatim:
            source = piece.source_start + first - piece.start
            kept.append(Piece(first - start, last - first, source, source + last - first))
        else:
            kept.append(Piece(first - start, last - first, piece.source_start, piece.source_end))
    return kept


_ASCII = lazy_pattern(r"[\x00-\x7f]+|[^\x00-\x7f]")


def add_bytes(writer: SegmentWriter, text: str, data: bytes, start: int, end: int) -> None:
    """Add `text`, which data[start:end] (XML of a package, in UTF-8) is parsed into; positions count bytes.

    ASCII runs are verbatim, each other character stands for its own bytes, and what is written otherwise (an entity,
    another encoding) for the range as a whole.
    """
    if data[start:end] != text.encode("utf-8", "surrogatepass"):
        writer.stand_in(text, start, end)
        return
    for match in _ASCII.finditer(text):
        width = len(match[0].encode("utf-8", "surrogatepass"))
        if width == len(match[0]):
            writer.verbatim(match[0], start)
        else:
            writer.stand_in(match[0], start, start + width)
        start += width


def overwritten(segment: Segment, spans: list[tuple[int, int]]) -> Segment | None:
    """The segment with a MASK in the place of each span [start, end) of its text; None where no letter is left."""
    return replaced(segment, [(start, end, MASK) for start, end in spans])


def replaced(segment: Segment, changes: list[tuple[int, int, str]]) -> Segment | None:
    """The segment with other text in the place of spans (start, end, text); None where no letter is left."""
    if not changes:
        return segment
    parts: list[str] = []
    pieces: list[Piece] = []
    position = length = 0
    for start, end, put in [*changes, (len(segment.text), -1, "")]:
        first = max(bisect_right(segment.pieces, position, key=lambda piece: piece.start) - 1, 0)
        last = bisect_left(segment.pieces, start, key=lambda piece: piece.start)
        for piece in _cut(segment.pieces[first:last], position, start):
            pieces.append(Piece(length + piece.start, piece.length, piece.source_start, piece.source_end))
        parts.append(segment.text[position:start])
        length += start - position
        if end > start and (sources := segment.source_spans(start, end)):
            pieces.append(Piece(length, len(put), sources[0][0], sources[-1][1]))
            parts.append(put)
            length += len(put)
        position = end
    text = "".join(parts)
    return replace(segment, text=text, pieces=tuple(pieces)) if any(map(str.isalnum, text)) else None
