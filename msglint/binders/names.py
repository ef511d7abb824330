"""Names: which are one claim (a split is two mentions of the same words), who makes it, and of what time.

Statements have kind "name" and the mentions of one place; the value is None.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msglint.model.document import Document, Role
from msglint.model.glossary import Entry, Glossary, Status
from msglint.model.judgement import Mention, Stance, Statement
from msglint.text.past import tells_of_change, told_as_past
from msglint.text.quotes import said_by_others


def bind(document: Document, mentions: Sequence[Mention], glossary: Glossary) -> Iterator[Statement]:
    """One statement for every place where a name is said."""
    named = [mention for mention in mentions if mention.kind == "name"]
    if not named:
        return
    by_segment: dict[int, list[Mention]] = defaultdict(list)
    for mention in named:
        by_segment[id(mention.segment)].append(mention)
    changing: set[str] = set()  # entries whose change is what the current section, or the document, is about
    lasting: set[str] = set()
    for position, segment in enumerate(document.segments):
        here = by_segment.get(id(segment), [])
        if segment.role in (Role.TITLE, Role.SUBJECT):
            subject = {m.entry.id for m in here if m.entry and _is_of_change(m, here)}
            lasting |= subject if not position or segment.role is Role.SUBJECT or segment.level == 1 else set()
            changing = lasting | subject
        places: dict[tuple[int, int], list[Mention]] = defaultdict(list)
        for mention in here:
            places[mention.start, mention.end].append(mention)
        for together in places.values():
            yield _statement(tuple(together), here, changing)


def _statement(together: tuple[Mention, ...], here: Sequence[Mention], changing: set[str]) -> Statement:
    first = together[0]
    stance = Stance.OURS
    if first.entry and first.label and (not first.label.kind.current or _may_be_over(first.entry)):
        stance = _stance(first, here, changing)
    entry = first.entry if len(together) == 1 else None
    return Statement("name", entry, together, first.certainty, stance)


def _may_be_over(entry: Entry) -> bool:
    return entry.status is Status.RETIRED or entry.valid_through is not None


def _stance(mention: Mention, here: Sequence[Mention], changing: set[str]) -> Stance:
    segment = mention.segment
    if told_as_past(segment.text, mention.start, mention.end, _successors(mention, here)):
        return Stance.PAST
    if mention.entry and mention.entry.id in changing:
        return Stance.CHANGE
    if said_by_others(segment.text, mention.start, mention.end, segment.role is Role.QUOTE):
        return Stance.THEIRS
    return Stance.OURS


def _successors(mention: Mention, here: Sequence[Mention]) -> list[tuple[int, int]]:
    """Where the entry's current name is said in the same text."""
    return [
        (other.start, other.end)
        for other in here
        if other.entry is mention.entry and other.label and other.label.kind.current
    ]


def _is_of_change(mention: Mention, here: Sequence[Mention]) -> bool:
    text = mention.segment.text
    current = bool(mention.label and mention.label.kind.current)
    if not current and told_as_past(text, mention.start, mention.end, _successors(mention, here)):
        return True
    return tells_of_change(text)
