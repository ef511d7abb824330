"""Places of a document in which one thing is said: a sentence, a list item, a row of a table."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Mention
from msglint.text.sentences import sentence_at


class Place(Struct, frozen=True):
    """`mentions` in reading order; `span` of the place in its (first) segment; `row`: it is a row of cells."""

    position: int
    segments: tuple[Segment, ...]
    span: tuple[int, int]
    mentions: tuple[Mention, ...]

    @property
    def segment(self) -> Segment:
        return self.segments[0]

    @property
    def row(self) -> bool:
        return len(self.segments) > 1

    @property
    def text(self) -> str:
        """What it says; of a row, all cells."""
        if self.row:
            return " | ".join(segment.text for segment in self.segments)
        return self.segment.text[slice(*self.span)]

    def of(self, *kinds: str) -> list[Mention]:
        """Its mentions of those kinds."""
        return [mention for mention in self.mentions if mention.kind in kinds]


def places(document: Document, mentions: Mapping[int, Sequence[Mention]]) -> Iterator[Place]:
    """The places that hold any of the mentions (by id of their segment), in reading order."""
    rows: dict[tuple[str, str], list[tuple[int, Segment]]] = defaultdict(list)
    for position, segment in enumerate(document.segments):
        if segment.role is Role.CELL and segment.group:
            rows[segment.part, segment.group].append((position, segment))
    for position, segment in enumerate(document.segments):
        if segment.role is Role.CELL and segment.group:
            cells = rows[segment.part, segment.group]
            if cells[0][0] == position:
                here = [mention for _, cell in cells for mention in mentions.get(id(cell), ())]
                if here:
                    yield Place(position, tuple(cell for _, cell in cells), (0, len(segment.text)), tuple(here))
        elif here := list(mentions.get(id(segment), ())):
            yield from _in_text(position, segment, here)


def _in_text(position: int, segment: Segment, mentions: list[Mention]) -> Iterator[Place]:
    spans: dict[tuple[int, int], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: (one.start, one.end)):
        whole = (0, len(segment.text))
        first, last = sentence_at(segment.text, mention.start), sentence_at(segment.text, mention.end - 1)
        spans[whole if segment.role is Role.ITEM else (first[0], last[1])].append(mention)
    for span, found in _joined(sorted(spans.items())):
        yield Place(position, (segment,), span, tuple(found))


def _joined(spans: Sequence[tuple[tuple[int, int], list[Mention]]]) -> Iterator[tuple[tuple[int, int], list[Mention]]]:
    """Spans that overlap are one sentence: "bis 31. August" ends none."""
    open_: tuple[tuple[int, int], list[Mention]] | None = None
    for span, found in spans:
        if open_ and span[0] < open_[0][1]:
            open_ = (open_[0][0], max(span[1], open_[0][1])), [*open_[1], *found]
            continue
        if open_:
            yield open_
        open_ = span, found
    if open_:
        yield open_
