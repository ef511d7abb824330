"""The parts of a document a text rule may speak of, under Vale's names, and the stretches of text they come to.

A stretch is searched on its own. It is a copy of its segment's text, of the same length, with everything that is no
prose (addresses, paths, identifiers, code) overwritten, so that positions stay true.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Document, Role, Segment
from msglint.text.masks import mask_spans
from msglint.text.sentences import sentence_starts

ROLES: dict[str, frozenset[Role]] = {
    "text": frozenset(Role) - {Role.CODE},
    "paragraph": frozenset((Role.BODY,)),
    "heading": frozenset((Role.TITLE,)),
    "list": frozenset((Role.ITEM,)),
    "table": frozenset((Role.CELL,)),
    "blockquote": frozenset((Role.QUOTE,)),
    "caption": frozenset((Role.CAPTION,)),
    "note": frozenset((Role.NOTE,)),
    "header": frozenset((Role.HEADER,)),
    "subject": frozenset((Role.SUBJECT,)),
    "alt": frozenset((Role.ALT,)),
}
"""Each role's name; `~name` means all but these. `heading.h1` … `heading.h6` mean headings of one level."""
UNITS = ("sentence", "document")
"""Scopes that are a size: any text, sentence by sentence, or the whole document at once."""

_LONGEST = 8_000
_OVERLAP = 400
"""Characters. A longer block is searched in stretches of that length that overlap, so that a pattern whose cost grows
with the square of the length stays within a second on any document; a match longer than the overlap may be missed."""
_HEADING = lazy_pattern(r"heading\.h([1-6])")


class Stretch(Struct, frozen=True):
    """`text` to search; character i of it is segment.text[start + i]."""

    segment: Segment
    start: int
    text: str


def problem_of_scope(word: str) -> str | None:
    """What is wrong with the name of a scope; None where nothing is."""
    name = word.removeprefix("~")
    if name in ROLES or word in UNITS or _HEADING.fullmatch(name):
        return None
    return f"allowed are {', '.join((*ROLES, *UNITS, 'heading.h1'))}, and ~ before a name for all but that"


def stretches(document: Document, scope: Sequence[str]) -> Iterator[Stretch]:
    """What to search, in reading order: whole blocks, or sentences where the scope says so."""
    for segment in document.segments:
        if _within(segment, scope):
            text = prose_of(segment)
            for start, end in _cuts(text, "sentence" in scope):
                yield Stretch(segment, start, text[start:end])


def groups(document: Document, scope: Sequence[str]) -> Iterator[tuple[Stretch, ...]]:
    """What to count within: every block or sentence for itself, or all of the document together."""
    if "document" in scope:
        found = tuple(stretches(document, scope))
        if found:
            yield found
    else:
        for stretch in stretches(document, scope):
            yield (stretch,)


def prose_of(segment: Segment) -> str:
    """The segment's text, as long as it is, with what is no prose overwritten by MASK."""
    text = segment.text
    for start, end in mask_spans(text):
        text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _within(segment: Segment, scope: Sequence[str]) -> bool:
    if segment.role is Role.CODE:
        return False
    wanted = [word for word in scope if not word.startswith("~") and word not in UNITS]
    unwanted = [word[1:] for word in scope if word.startswith("~")]
    return (not wanted or any(_is(segment, word) for word in wanted)) and not any(_is(segment, w) for w in unwanted)


def _is(segment: Segment, word: str) -> bool:
    level = _HEADING.fullmatch(word)
    if level:
        return segment.role is Role.TITLE and segment.level == int(level[1])
    return segment.role in ROLES[word]


def _cuts(text: str, by_sentence: bool) -> Iterator[tuple[int, int]]:
    starts = sentence_starts(text) if by_sentence else (0,)
    for start, end in zip(starts, (*starts[1:], len(text)), strict=True):
        while end - start > _LONGEST:
            cut = text.rfind(" ", start + _LONGEST - _OVERLAP, start + _LONGEST)
            cut = cut if cut > start else start + _LONGEST
            yield start, cut
            start = max(cut - _OVERLAP, start + 1)
        if start < end:
            yield start, end
