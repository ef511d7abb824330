"""Names: which are one claim (a split is two mentions of the same words), who makes it, and of what time.

Statements have kind "name" and the mentions of one place; the value is None.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msglint.model.document import Document, Role
from msglint.model.glossary import Entry, Glossary, Status
from msglint.model.judgement import Mention, Stance, Statement
from msglint.text.past import tells_of_change, told_as_past
from msglint.text.quotes import said_by_others

_NEAR = 240
"""Characters within which a current name can be told to replace an old one."""


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every place where a name is said."""
    named = [mention for mention in mentions if mention.kind == "name"]
    if not named:
        return
    by_segment: dict[int, list[Mention]] = defaultdict(list)
    for mention in named:
        by_segment[id(mention.segment)].append(mention)
    for position, changing in enumerate(_subjects(document, by_segment)):
        here = by_segment.get(id(document.segments[position]))
        if not here:
            continue
        places: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in here:
            places[mention.start, mention.end].append(mention)
        quotation = _quotation(document, position)
        for together in places.values():
            yield _statement(tuple(together), here, changing, quotation)


def _subjects(document: Document, by_segment: Mapping[int, list[Mention]]) -> Iterator[frozenset[str]]:
    """For every segment, the entries whose change its section, or the whole document, is about."""
    everything = frozenset(m.entry.id for mentions in by_segment.values() for m in mentions if m.entry)
    section: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    for position, segment in enumerate(document.segments):
        if segment.role in (Role.TITLE, Role.SUBJECT):
            here = by_segment.get(id(segment), [])
            section = frozenset(m.entry.id for m in here if m.entry and _is_of_change(m, here))
            if not here and tells_of_change(segment.text, named=False):
                section = everything
            if not position or segment.role is Role.SUBJECT or segment.level == 1:
                lasting |= section
            subjects = lasting | section
        yield subjects


def _quotation(document: Document, position: int) -> str:
    """The whole text of the block quotation that a segment is part of; "" where it is part of none."""
    if document.segments[position].role is not Role.QUOTE:
        return ""
    segments = document.segments
    first = last = position
    while first and segments[first - 1].role is Role.QUOTE:
        first -= 1
    while last < len(segments) and segments[last].role is Role.QUOTE:
        last += 1
    return "\n".join(segment.text for segment in segments[first:last])


def _statement(
    together: tuple[Mention, ...], here: Sequence[Mention], changing: frozenset[str], quotation: str
) -> Statement:
    first = together[0]
    stance = Stance.OURS
    if first.entry and first.label and (not first.label.kind.current or _may_be_over(first.entry)):
        stance = _stance(first, here, changing, quotation)
    entry = first.entry if len(together) == 1 else None
    return Statement("name", entry, together, first.certainty, stance)


def _may_be_over(entry: Entry) -> bool:
    return entry.status is Status.RETIRED or entry.valid_through is not None


def _stance(mention: Mention, here: Sequence[Mention], changing: frozenset[str], quotation: str) -> Stance:
    segment = mention.segment
    if told_as_past(segment.text, mention.start, mention.end, _successors(mention, here)):
        return Stance.PAST
    if mention.entry and mention.entry.id in changing:
        return Stance.CHANGE
    if said_by_others(segment.text, mention.start, mention.end, quotation):
        return Stance.THEIRS
    return Stance.OURS


def _successors(mention: Mention, here: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where, not far from it in the same text, the entry's current name is said. `here` is in order."""
    first = bisect_left(here, mention.start - _NEAR, key=lambda other: other.start)
    last = bisect_left(here, mention.end + _NEAR, key=lambda other: other.start)
    return [
        (other.start, other.end)
        for other in here[first:last]
        if other.entry is mention.entry and other.label and other.label.kind.current
    ]


def _is_of_change(mention: Mention, here: Sequence[Mention]) -> bool:
    text = mention.segment.text
    current = bool(mention.label and mention.label.kind.current)
    if not current and told_as_past(text, mention.start, mention.end, _successors(mention, here)):
        return True
    return tells_of_change(text)
