"""What stands around an offer: whose words it is in, under which headings, and what these tell of its time."""

from collections.abc import Mapping, Sequence

from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Mention, Stance
from msglint.offers import telling
from msglint.offers.claim import Telling
from msglint.offers.places import Place
from msglint.text.past import told_as_past
from msglint.text.quotes import said_by_others

_AROUND = 4
"""How many segments under a heading may tell that what it names is over or to come."""


def titles_of(document: Document) -> list[str]:
    """For every segment the headings it stands under, its own text among them where it is one."""
    open_: list[tuple[int, str]] = []
    found = []
    for segment in document.segments:
        if segment.role is Role.TITLE:
            level = segment.level or 1
            open_ = [*(each for each in open_ if each[0] < level), (level, segment.text)]
        found.append(" | ".join(text for _, text in open_))
    return found


def stance(mention: Mention) -> Stance:
    segment = mention.segment
    if told_as_past(segment.text, mention.start, mention.end):
        return Stance.PAST
    quotation = segment.text if segment.role is Role.QUOTE else ""
    return Stance.THEIRS if said_by_others(segment.text, mention.start, mention.end, quotation) else Stance.OURS


def around(place: Place, document: Document, named: Mapping[int, Sequence[Mention]]) -> list[Segment]:
    """The segment itself, and under a heading those that follow it, up to one that names an offer (`named`, by id)."""
    segments = document.segments
    found = list(place.segments)
    if place.segment.role in (Role.TITLE, Role.SUBJECT):
        for segment in segments[place.position + 1 : place.position + 1 + _AROUND]:
            if segment.role is Role.TITLE or named.get(id(segment)):
                break
            found.append(segment)
    return found


def told(place: Place, marks: Sequence[Mention], title: str) -> Telling:
    spans = [(mark.start, mark.end) for mark in marks if mark.segment is place.segment]
    if place.row:
        beside = " | ".join(s.text for s in place.segments if not any(mark.segment is s for mark in marks))
        past, future = telling.over_in_row(beside), telling.ahead_in_row(beside)
    else:
        sentence = telling.marked(place.segment.text, place.span, spans)
        past, future = telling.over(sentence), telling.ahead(sentence)
        if telling.asked(sentence):
            return Telling.ASKED
    if past or telling.over_by_title(title):
        return Telling.OVER
    return Telling.AHEAD if future or telling.ahead_by_title(title) else Telling.NOW
