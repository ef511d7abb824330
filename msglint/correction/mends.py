"""Which edits to carry out: of findings at one place one, and of edits that overlap the one that begins first."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from msgspec import Struct

from msglint.model.document import Document
from msglint.model.judgement import Edit, Finding

Place = tuple[int, int, int]
"""Segment, and start and end in its text."""


class Mend(Struct, frozen=True, eq=False):
    """Edits that are carried out all or none, where they are, and the findings that they satisfy."""

    findings: tuple[Finding, ...]
    edits: tuple[Edit, ...]
    places: tuple[Place, ...]

    @property
    def finding(self) -> Finding:
        return self.findings[0]


def chosen(findings: Iterable[Finding], document: Document) -> list[Mend]:
    """Mends none of which overlaps another, in reading order. The rest waits until these are made."""
    positions = {id(segment): index for index, segment in enumerate(document.segments)}
    by_edits: dict[tuple[tuple[Place, str], ...], list[Finding]] = {}
    for finding in findings:
        spots = [(positions[id(edit.segment)], edit.start, edit.end) for edit in finding.edits]
        texts = (edit.text for edit in finding.edits)
        by_edits.setdefault(tuple(sorted(zip(spots, texts, strict=True))), []).append(finding)
    kept: list[Mend] = []
    taken: dict[int, list[Place]] = {}
    for key in sorted(by_edits, key=lambda key: (key[0][0][:2], -key[0][0][2], key)):
        places = tuple(place for place, _ in key)
        if any(_overlaps(place, taken.get(place[0], ())) for place in places):
            continue
        edits = tuple(Edit(document.segments[index], start, end, text) for (index, start, end), text in key)
        kept.append(Mend(tuple(by_edits[key]), edits, places))
        for place in places:
            insort(taken.setdefault(place[0], []), place)
    return kept


def _overlaps(place: Place, taken: Sequence[Place]) -> bool:
    """Whether a place meets one of those, which are in order and apart."""
    at = bisect_left(taken, place)
    return any(one[1] < place[2] and place[1] < one[2] for one in taken[max(at - 1, 0) : at + 1])


def edits_of(mends: Iterable[Mend]) -> list[tuple[Edit, Mend]]:
    """All edits in reading order, each with the mend it belongs to."""
    found = [(place, edit, mend) for mend in mends for place, edit in zip(mend.places, mend.edits, strict=True)]
    return [(edit, mend) for _, edit, mend in sorted(found, key=lambda item: item[0])]
