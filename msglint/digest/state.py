"""How an entry stands on a day, as readers are told."""

from datetime import date
from enum import StrEnum

from msglint.digest.naming import embargoed, names_on
from msglint.digest.view import View
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Status


class State(StrEnum):
    """How an entry stands on the day."""

    CURRENT = "current"
    EMBARGOED = "embargoed"  # its name may not be said yet: its former names hold, or nothing does
    OVER = "over"
    PROPOSED = "proposed"


def state_of(entry: Entry, view: View) -> State:
    """How the entry stands. Readers outside are not told that a name is about to change."""
    if entry.status is Status.PROPOSED:
        return State.PROPOSED
    if is_retired(entry, view.as_of):
        return State.OVER
    return State.EMBARGOED if view.inside and embargoed(entry, view.as_of) else State.CURRENT


def called(entry: Entry, day: date) -> str:
    """What it is called on the day; what it was called last where it is over, or will be where it is not yet."""
    return " or ".join(names_on(entry, day)) or entry.preferred.text
