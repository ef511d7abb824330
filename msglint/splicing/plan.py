"""An edit of a segment -> splices of its source, through its pieces.

What is between the pieces (tags, indentation, the quotes of a wrapped string) stays. The first piece touched gets the
new text and with it its formatting; the others lose the old. Words that stay are not touched, and a name broken over
lines stays broken there.
"""

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Piece, Segment
from msglint.model.judgement import Edit
from msglint.splicing.stretches import Stretch, pieces_of, stretches

_FIXED = (
    "it stands where no text can be exchanged (a formula's result, a sheet's name or header, a chart's own table): "
    "change it in its program"
)
_BLANK = lazy_pattern(r"\s")  # line breaks that a reader folds, character for character


class RefusedError(Exception):
    """An edit that cannot be carried out without touching what it may not; the message is the reason, for people."""


class Splice(Struct, frozen=True):
    """Replace source[start:end] by `text`; code points of a text's part, bytes of a package's, as in Piece."""

    start: int
    end: int
    text: str


class Touched(Struct, frozen=True):
    """A span of source that text[at:at + length] of the segment came from; `is_tag`: a tag that stands for text."""

    at: int
    length: int
    start: int
    end: int
    is_tag: bool = False


Reads = Callable[[int, int], str]
"""What the source holds between two positions, as text."""


def plan(edit: Edit, reads: Reads, limit: int) -> list[Splice]:
    """The splices that carry out an edit, in the order of their source, with their text unescaped.

    limit   where in the segment's text the next edit begins: what stands before it may be moved

    Raises RefusedError.
    """
    segment = edit.segment
    if MASK in segment.text[edit.start : edit.end]:
        raise RefusedError("a placeholder, a link or code stands inside")
    found = stretches(segment, edit.start, edit.end, edit.text, limit)
    if found is None:
        raise RefusedError("the name is broken over lines and its new text has too few words to be so")
    return [splice for stretch in found for splice in _stretch(segment, stretch, reads)]


def _stretch(segment: Segment, stretch: Stretch, reads: Reads) -> list[Splice]:
    touched = _touched(segment, stretch, reads)
    texts = [span for span in touched if not span.is_tag]
    if any(not piece.verbatim and segment.text[piece.start] == "\t" for piece in _within(segment, stretch)):
        raise RefusedError("a tab stands inside")
    if stretch.text and not texts:
        raise RefusedError("there is no text there to replace, only what stands for some")
    new = {texts[0]: stretch.text} if texts else {}
    if len(texts) > 1 and _is_drop_cap(segment, texts[0], texts[1]):
        new = {texts[0]: stretch.text[:1], texts[1]: stretch.text[1:]}
    return [Splice(span.start, span.end, new.get(span, "")) for span in touched]


def _within(segment: Segment, stretch: Stretch) -> Iterator[Piece]:
    return pieces_of(segment, stretch.start, stretch.end)


def _is_drop_cap(segment: Segment, first: Touched, second: Touched) -> bool:
    """Whether a letter by itself begins the word: what follows it has another size."""
    return first.length == 1 and second.at == first.at + 1 and segment.text[second.at].isalpha()


def _touched(segment: Segment, stretch: Stretch, reads: Reads) -> list[Touched]:
    """The spans of source that the stretch came from, neighbours joined. Raises RefusedError."""
    found: list[Touched] = []
    covered = stretch.start
    for piece in _within(segment, stretch):
        start, end = max(piece.start, stretch.start), min(piece.start + piece.length, stretch.end)
        if start > covered:
            break
        covered = end
        span = _span(segment, piece, start, end, reads)
        last = found[-1] if found else None
        if last and (last.start, last.end) == (span.start, span.end):
            found[-1] = replace(last, length=last.length + span.length)
        elif last and last.end == span.start and not span.is_tag and not last.is_tag:
            found[-1] = replace(last, length=last.length + span.length, end=span.end)
        else:
            found.append(span)
    if covered < stretch.end:
        raise RefusedError(_FIXED)
    return found


def _span(segment: Segment, piece: Piece, start: int, end: int, reads: Reads) -> Touched:
    """Where segment.text[start:end] came from, which lies within one piece. Raises RefusedError."""
    if not piece.verbatim:
        if end - start < piece.length:
            raise RefusedError("it begins or ends inside what one escape stands for")
        source = reads(piece.source_start, piece.source_end)
        is_tag = source.startswith("<") and not source.startswith("<![CDATA[")
        return Touched(start, end - start, piece.source_start, piece.source_end, is_tag)
    at = piece.source_start + start - piece.start
    if _BLANK.sub(" ", reads(at, at + end - start)) != _BLANK.sub(" ", segment.text[start:end]):
        raise RefusedError("what stands there is not what was read")
    return Touched(start, end - start, at, at + end - start)
