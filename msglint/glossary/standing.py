"""How a label stands on a day: right, stale, in grace, not yet to be said, withdrawn."""

from datetime import date, timedelta
from enum import Enum

from msglint.glossary.scopes import among, within
from msglint.model.glossary import Entry, Label, LabelKind, Status
from msglint.model.judgement import Circumstances


class Standing(Enum):
    RIGHT = "right"
    STALE = "stale"
    GRACE = "grace"  # stale, but within the days of grace: a note
    EMBARGOED = "embargoed"  # not yet to be said
    RETIRED = "retired"  # the whole entry is over


def standing(entry: Entry, label: Label, as_of: date) -> Standing:
    """How the label stands on that day (glossary-format.md, "Time"; `until` and `valid_through` are inclusive)."""
    if is_retired(entry, as_of):
        return Standing.RETIRED
    embargoed = entry.valid_from is not None and as_of < entry.valid_from
    if label.kind is LabelKind.SUPERSEDED:
        if label.valid_from is not None and as_of < label.valid_from:
            return Standing.EMBARGOED
        if embargoed and not _outlived(entry, label, as_of):
            return Standing.RIGHT
        return _ended(label, stale_from(entry, label), as_of)
    if label.kind is LabelKind.DEPRECATED:
        return _ended(label, stale_from(entry, label), as_of)
    if embargoed or (label.valid_from is not None and as_of < label.valid_from):
        return Standing.EMBARGOED
    if label.kind is LabelKind.HIDDEN:
        return Standing.STALE
    return _ended(label, stale_from(entry, label), as_of) if label.until else Standing.RIGHT


def _outlived(entry: Entry, label: Label, as_of: date) -> bool:
    """Whether a later former name holds on that day in a label's stead: A was renamed B, and B is to be renamed C."""
    ends = [other.until for other in entry.labels if other.kind is LabelKind.SUPERSEDED and other.until is not None]
    return label.until is not None and label.until < as_of <= max(ends, default=as_of)


def passes_later(entry: Entry, label: Label, as_of: date) -> bool:
    """Whether a name of something else is to become a former name of this entry, whose own name holds already."""
    embargoed = entry.valid_from is not None and as_of < entry.valid_from
    return label.kind is LabelKind.SUPERSEDED and not embargoed and standing(entry, label, as_of) is Standing.RIGHT


def right_name(entry: Entry, as_of: date) -> Label:
    """What to call it on that day: before its own day by the one former name that holds, if there is just one."""
    if entry.valid_from is None or as_of >= entry.valid_from:
        return entry.preferred
    former = [label for label in entry.labels if label.kind is LabelKind.SUPERSEDED]
    right = [label for label in former if standing(entry, label, as_of) is Standing.RIGHT]
    return right[0] if len(right) == 1 else entry.preferred


def is_retired(entry: Entry, as_of: date) -> bool:
    """Whether the entry is over: past its `valid_through`, or retired without a date."""
    if entry.valid_through is not None:
        return as_of > entry.valid_through
    return entry.status is Status.RETIRED


def over_from(entry: Entry) -> date | None:
    """The first day on which an entry is over, where one is given."""
    return entry.valid_through + timedelta(days=1) if entry.valid_through else None


def stale_from(entry: Entry, label: Label) -> date | None:
    """The first day on which a label is no longer right; None where it never was, as far as the glossary tells."""
    if label.until is not None:
        return label.until + timedelta(days=1)
    return entry.valid_from if label.kind is LabelKind.SUPERSEDED else label.valid_from


def _ended(label: Label, since: date | None, as_of: date) -> Standing:
    if since is not None and as_of < since:
        return Standing.RIGHT
    if since is not None and label.grace is not None and as_of < since + label.grace:
        return Standing.GRACE
    return Standing.STALE


def applies(entry: Entry, circumstances: Circumstances) -> bool:
    """Whether an entry's scope takes in the document's channel and region, where those are known."""
    scope, channel, region = entry.scope, circumstances.channel, circumstances.region
    fits_channel = not scope.channel or channel is None or among(scope.channel, channel)
    return fits_channel and (not scope.region or region is None or within(scope.region, region))
