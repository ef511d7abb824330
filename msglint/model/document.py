"""A document as its reader hands it on: text in segments, each with the way back to its source."""

from bisect import bisect_right
from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from msgspec import Struct, field

from msglint.lazy_pattern import lazy_pattern

# Not str.splitlines: that also breaks at \v, \f, U+2028 …, which no editor counts as a line.
_LINE_BREAK = lazy_pattern(r"\r\n|\n|\r")

MASK = "\ufffc"
"""Stands in a segment's text for what is no prose (code span, placeholder, image): OBJECT REPLACEMENT CHARACTER."""


class Role(StrEnum):
    """What a piece of text is in its document."""

    TITLE = "title"  # headings, slide titles, front-matter titles
    BODY = "body"
    ITEM = "item"  # a list item
    CELL = "cell"
    QUOTE = "quote"  # a block quotation
    CAPTION = "caption"
    NOTE = "note"  # footnotes, endnotes, speaker notes, comments
    HEADER = "header"  # running headers and footers
    SUBJECT = "subject"
    ALT = "alt"  # alt, title, aria-label, meta description: text that others see
    CODE = "code"


class Location(Struct, frozen=True):
    """Where something stands. Lines and columns count from 1 in code points; `end_column` is one past the last.

    Formats without lines have None for all four numbers and a `place` that a person can find: "page 2".
    """

    path: str
    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    place: str | None = None


class Piece(Struct, frozen=True):
    """`length` characters of a segment's text from `start`, and the span [source_start, source_end) of their source.

    Where both spans are equally long the piece is verbatim and character i came from source_start + i; otherwise
    (an entity, an escape, a mask) the characters stand for the source span as a whole. Text formats count source
    positions in code points of the decoded text of `Segment.part`; packaged formats in bytes of that part.
    Segment text that no piece covers was put in by the reader (a joining space or line break).
    """

    start: int
    length: int
    source_start: int
    source_end: int

    @property
    def verbatim(self) -> bool:
        return self.length == self.source_end - self.source_start


class Segment(Struct, frozen=True):
    """A run of text that a reader sees as one: a paragraph, a cell, a heading, an alt text.

    text      what a person reads: markup removed, entities resolved, inline tags joined, line wraps and <br> kept as
              "\\n", soft hyphens and zero-width characters kept (normalising is not the reader's work), and MASK in
              the place of code spans, placeholders and other text that is no prose
    group     ties what belongs together: "table 1, row 2" for the cells of a row; None elsewhere
    column    which column of its table a cell is in, from 0
    level     of a TITLE: 1 for the highest; 0 where there is no telling
    part      which part of the file the pieces count in: a zip member, a MIME part; "" is the file itself
    place     where a person finds it, in formats without lines: "paragraph 12", "slide 3, title", "Sheet1!B4"
    language  BCP 47, where the source marks this text as another language than the document's
    places    where the text runs on over several places (the cues of a transcript): (index in the text, place) pairs,
              by index; each holds from there on, `place` before the first
    """

    text: str
    role: Role = Role.BODY
    pieces: tuple[Piece, ...] = ()
    part: str = ""
    place: str | None = None
    group: str | None = None
    column: int | None = None
    level: int = 0
    language: str | None = None
    places: tuple[tuple[int, str], ...] = ()

    def place_at(self, index: int) -> str | None:
        """The place that character `index` of the text stands at."""
        after = bisect_right(self.places, index, key=lambda pair: pair[0])
        return self.places[after - 1][1] if after else self.place

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of text[start:end] (end > start): from the first character's source to the last one's.

        Raises ValueError where no piece covers any of it.
        """
        spans = self.source_spans(start, end)
        if not spans:
            raise ValueError(f"no source for characters {start}–{end}")
        return spans[0][0], max(span_end for _, span_end in spans)

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """The source spans, piece by piece, that text[start:end] came from; a non-verbatim piece counts whole."""
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1, 0)
        spans = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            piece_end = piece.start + piece.length
            if piece_end <= start:
                continue
            if piece.verbatim:
                shift = piece.source_start - piece.start
                spans.append((max(start, piece.start) + shift, min(end, piece_end) + shift))
            else:
                spans.append((piece.source_start, piece.source_end))
        return spans


class Document(Struct, frozen=True, dict=True):
    """One file, read.

    path      relative to the working directory, with forward slashes
    format    the reader's name: "md", "docx"
    segments  in reading order
    texts     the decoded text of each part that has lines (key "" for the file itself); empty for packaged formats
    metadata  what the document says of itself, all text: "date", "language", "title", and from front matter
              (`msglint: {channel: flyer}`) "channel", "audience", "region"; "slips" holds what it says to msglint
              that means nothing, a line each: "3: what is wrong", where 3 is a line of the file
    unchecked what could not be read although the rest could, each a reason that names the place and the cure:
              "page 2 has no text layer: install tesseract to read it". Each becomes the finding READ002
    """

    path: str
    format: str
    segments: tuple[Segment, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    metadata: Mapping[str, str] = field(default_factory=dict)
    unchecked: tuple[str, ...] = ()

    @cached_property
    def _line_starts(self) -> dict[str, list[int]]:
        return {part: _line_starts(text) for part, text in self.texts.items()}

    def locate(self, segment: Segment, start: int, end: int) -> Location:
        """Where segment.text[start:end] stands in the source."""
        if segment.part not in self.texts:
            return Location(self.path, place=segment.place_at(start))
        source_start, source_end = segment.source_span(start, end)
        line, column = self.line_and_column(segment.part, source_start)
        end_line, end_column = self.line_and_column(segment.part, source_end - 1)
        return Location(self.path, line, column, end_line, end_column + 1, segment.place_at(start))

    def line_and_column(self, part: str, offset: int) -> tuple[int, int]:
        """Line and column, from 1, of a code point of that part's text."""
        starts = self._line_starts[part]
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_span(self, part: str, number: int) -> tuple[int, int] | None:
        """The span of a line (from 1) of that part's text, without its line break; None where there is no such line."""
        starts, text = self._line_starts[part], self.texts[part]
        if not 1 <= number <= len(starts):
            return None
        start = starts[number - 1]
        if number == len(starts):
            return start, len(text)
        end = starts[number]
        return start, end - (2 if text.startswith("\r\n", end - 2) else 1)


def _line_starts(text: str) -> list[int]:
    if "\r" in text:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(text))]
    return [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]
