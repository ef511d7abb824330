"""Which words of a text really change, and where a new name breaks that was broken over lines."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Piece, Segment

_WORD = lazy_pattern(r"\S+")
_BREAK = lazy_pattern(r"[^\S\n]*\n\s*")
_REST = lazy_pattern(rf"[^\s{MASK}]*[ \t]?")


class Stretch(Struct, frozen=True):
    """Replace segment.text[start:end], in which no line breaks, by `text`."""

    start: int
    end: int
    text: str


def pieces_of(segment: Segment, start: int, end: int) -> Iterator[Piece]:
    """The pieces that segment.text[start:end] lies in."""
    first = max(bisect_right(segment.pieces, start, key=lambda piece: piece.start) - 1, 0)
    for index in range(first, len(segment.pieces)):
        piece = segment.pieces[index]
        if piece.start >= end:
            return
        if piece.start + piece.length > start:
            yield piece


def stretches(segment: Segment, start: int, end: int, new: str, limit: int) -> list[Stretch] | None:
    """What to replace to make `new` of segment.text[start:end], from line to line; line breaks between them stay.

    limit  up to which index a word may be moved over a line break

    None where the new text cannot be broken as the old one is.
    """
    trimmed = _changed(segment.text, start, end, new)
    if not any(_cuts(piece, edge) for piece in pieces_of(segment, start, end) for edge in trimmed[:2]):
        start, end, new = trimmed
    breaks = _breaks(segment, start, end)
    edges = [start, *(edge for pair in breaks for edge in pair), end]
    lines = list(zip(edges[::2], edges[1::2], strict=True))
    words = new.split()
    if len(lines) == 1:
        return [Stretch(start, end, new)]
    if len(words) >= len(lines):
        shared = _shared(words, [line_end - line_start for line_start, line_end in lines])
        return [Stretch(*line, text) for line, text in zip(lines, shared, strict=True)]
    if len(lines) == 2 and len(words) == 1:
        return _one_word(segment, lines[0], lines[1], words[0], limit)
    return None


def _changed(text: str, start: int, end: int, new: str) -> tuple[int, int, str]:
    """The same replacement without the words that stay at its begin and end; one word is always replaced by one."""
    old_words = [match.span() for match in _WORD.finditer(text, start, end)]
    new_words = [match.span() for match in _WORD.finditer(new)]
    most = min(len(old_words), len(new_words)) - 1
    if most < 1:
        return start, end, new
    same = [text[a:b] == new[c:d] for (a, b), (c, d) in zip(old_words, new_words, strict=False)]
    first = next((index for index in range(most) if not same[index]), most)
    back = [text[a:b] == new[c:d] for (a, b), (c, d) in zip(old_words[::-1], new_words[::-1], strict=False)]
    last = next((index for index in range(most - first) if not back[index]), most - first)
    old_end, new_end = old_words[-1 - last][1], new_words[-1 - last][1]
    if last == 0:
        old_end, new_end = end, len(new)
    if first == 0:
        return start, old_end, new[:new_end]
    return old_words[first][0], old_end, new[new_words[first][0] : new_end]


def _cuts(piece: Piece, index: int) -> bool:
    """Whether an index lies inside what stands for its source as a whole."""
    return not piece.verbatim and piece.start < index < piece.start + piece.length


def _breaks(segment: Segment, start: int, end: int) -> list[tuple[int, int]]:
    """Line breaks with the blanks around them, and blanks that the reader put in between two parts of the source."""
    found = [match.span() for match in _BREAK.finditer(segment.text, start, end)]
    covered = start
    for piece in pieces_of(segment, start, end):
        gap = covered, min(piece.start, end)
        if gap[0] < gap[1] and segment.text[slice(*gap)].isspace() and not any(a <= gap[0] < b for a, b in found):
            found.append(gap)
        covered = max(covered, piece.start + piece.length)
    return sorted(pair for pair in found if start < pair[0] and pair[1] < end)


def _shared(words: list[str], lengths: list[int]) -> list[str]:
    """Words dealt out to lines, each one or more, so that the lines end about where they did."""
    dealt: list[str] = []
    for index, length in enumerate(lengths[:-1]):
        most = len(words) - (len(lengths) - 1 - index)
        count = min(range(1, most + 1), key=lambda count: abs(len(" ".join(words[:count])) - length))
        dealt.append(" ".join(words[:count]))
        words = words[count:]
    return [*dealt, " ".join(words)]


def _one_word(
    segment: Segment, first: tuple[int, int], second: tuple[int, int], word: str, limit: int
) -> list[Stretch] | None:
    """One word for a name broken over two lines: it takes what is joined to it up, or goes down at a text's end."""
    text = segment.text
    rest = _REST.match(text, second[1])
    stop = rest.end() if rest else second[1]
    if stop < len(text) and stop <= limit and text[stop] not in (MASK, "\n"):
        return [Stretch(*first, word + text[second[1] : stop].rstrip()), Stretch(second[0], stop, "")]
    if text[: first[0]].rpartition("\n")[2].strip():
        return [Stretch(*first, ""), Stretch(*second, word)]
    return None
