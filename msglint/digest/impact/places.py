"""Every place that a change makes stale, by document, and how it can be mended."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from msglint.digest.page import Page, Table, page, table
from msglint.glossary import in_words
from msglint.model.judgement import Finding
from msglint.text.counting import counted


class Mend(StrEnum):
    """How a place can be mended."""

    SAFE = "safe"  # by `msglint fix`
    UNSAFE = "unsafe"  # by `msglint fix --unsafe`, after a look
    HAND = "hand"


class Place(Struct, frozen=True):
    """A place that becomes stale. Positions as in findings: `line` and `column` from 1, or `place`."""

    path: str
    line: int | None
    column: int | None
    place: str | None
    said: str
    rule: str
    mend: Mend
    channel: str | None
    owner: str | None


class Impact(Struct, frozen=True):
    """What a change makes stale.

    name     is given up on the day `as_of`;  becomes  the new name, None where it is not known yet
    planned  whether the glossary says so itself
    documents  how many were judged
    """

    name: str
    becomes: str | None
    as_of: date
    planned: bool
    documents: int
    places: tuple[Place, ...]


def place_of(finding: Finding, mend: Mend, channel: str | None) -> Place:
    """A finding as a place."""
    at = finding.location
    return Place(at.path, at.line, at.column, at.place, finding.said, finding.rule, mend, channel, finding.owner)


def impact_page(impact: Impact) -> Page:
    """How much, by channel and owner, by document, and each place."""
    places = impact.places
    title = f"“{impact.name}” → “{impact.becomes or '(new name)'}”, as of {in_words.day(impact.as_of)}"
    planned = "The glossary plans this change." if impact.planned else ""
    judged = counted(impact.documents, "document")
    if not places:
        return page(title, (planned,), (), f"Nothing becomes stale in {judged}.")
    count = Counter(place.mend for place in places)
    where = f"{counted(len(places), 'place')} in {len({place.path for place in places})} of {judged}"
    how = f"{count[Mend.SAFE]} by `msglint fix`, {count[Mend.UNSAFE]} more after a look, {count[Mend.HAND]} by hand"
    lead = f"{where} would be stale; to be mended: {how}."
    rows = [(_where(place), place.said, place.rule, place.mend.value) for place in places]
    tables = (
        _counted("By channel", "Channel", [place.channel or "(none)" for place in places], places),
        _counted("By owner", "Owner", [place.owner or "(nobody)" for place in places], places),
        _counted("By document", "Document", [place.path for place in places], places),
        table("Places", ("Where", "Says", "Rule", "Mend"), rows),
    )
    return page(title, (planned, lead), tables)


def _counted(title: str, column: str, keys: Sequence[str], places: Sequence[Place]) -> Table:
    counts: dict[str, Counter[Mend]] = {key: Counter() for key in keys}
    for key, place in zip(keys, places, strict=True):
        counts[key][place.mend] += 1
    rows = [(key, str(count.total()), *(str(count[mend] or "") for mend in Mend)) for key, count in counts.items()]
    return table(title, (column, "Places", "Fix", "Fix after a look", "By hand"), rows)


def _where(place: Place) -> str:
    spot = ":".join(str(part) for part in (place.path, place.line, place.column) if part is not None)
    return f"{spot} ({place.place})" if place.place else spot
