"""What happens to an entry, by its date or by somebody's edit."""

from datetime import date
from enum import StrEnum

from msgspec import Struct


class Act(StrEnum):
    """The kinds of what happens, in the order in which a meeting takes them up."""

    RENAMED = "renamed"
    REPRICED = "repriced"
    STARTED = "started"
    ENDED = "ended"
    RETIRED = "retired"
    PROPOSED = "proposed"
    APPROVED = "approved"
    ADDED = "added"
    REMOVED = "removed"
    REDEFINED = "redefined"
    SIGNED = "signed"
    REVIEWED = "reviewed"
    CHANGED = "changed"


class Change(Struct, frozen=True):
    """One thing that is different.

    key   the glossary's key it is written under: "superseded", "prices"
    said  in words, without the entry's name: "renamed from “Business Lunch” to “Meals for Teams”"
    day   the day from which it holds, where it has one
    """

    act: Act
    key: str
    said: str
    day: date | None = None
