"""What changed between two days, or two versions of the glossary: the agenda of the next check-in.

What *took effect* is told by the glossary's own dates. What was *written* is told by two versions of it, compared; what
took effect meanwhile is not told twice.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from msglint.digest.events import Event, events
from msglint.digest.page import Page, Table, page, table
from msglint.digest.sheet_page import event_table
from msglint.digest.view import View
from msglint.glossary.change import Act
from msglint.glossary.differences.glossaries import compared
from msglint.model.glossary import Glossary


class Edit(Struct, frozen=True):
    """Something that was written into the glossary. `day` is from when it holds, where it has such a day."""

    act: Act
    entry: str
    name: str
    said: str
    day: date | None
    owner: str | None


class Changes(Struct, frozen=True):
    """What changed. `since` and `until` as people call them: "1 May 2026", "v1.2", "now".

    remark  what could not be told, and why
    """

    since: str
    until: str
    took_effect: tuple[Event, ...]
    written: tuple[Edit, ...]
    remark: str = ""


def took_effect(glossary: Glossary, first: date, last: date) -> tuple[Event, ...]:
    """What the glossary's own dates say of these days."""
    return events(glossary.entries, first, last, View(last))


def written(before: Glossary, after: Glossary, told: Sequence[Event] = ()) -> tuple[Edit, ...]:
    """What was edited, without what is `told` already, in the order in which a meeting takes it up."""
    known = {(event.entry, event.day) for event in told}
    found = [
        Edit(change.act, changed.entry.id, changed.entry.preferred.text, change.said, change.day, changed.entry.owner)
        for changed in compared(before, after)
        for change in changed.changes
        if (changed.entry.id, change.day) not in known
    ]
    order = list(Act)
    return tuple(sorted(found, key=lambda edit: order.index(edit.act)))


def changes_page(changes: Changes) -> Page:
    """What took effect by day, and what was written by what kind of change it is."""
    return page(
        f"Changes since {changes.since}" + (f" until {changes.until}" if changes.until else ""),
        (changes.remark,),
        (event_table("Took effect", changes.took_effect), _edits(changes.written)),
        "Nothing changed.",
    )


def _edits(edits: Sequence[Edit]) -> Table:
    rows = [(edit.act.value, edit.name, f"{edit.said[:1].upper()}{edit.said[1:]}", edit.owner or "") for edit in edits]
    return table("Written into the glossary", ("Kind", "Name", "What", "Ask"), rows)
