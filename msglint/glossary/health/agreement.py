"""Entries that a team has not agreed to as they stand (GLO802), or that nobody has looked at for too long (GLO803)."""

from collections.abc import Iterator
from datetime import date

from msglint.glossary.consent import Consent, TeamConsent, owing
from msglint.glossary.health import Trouble
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Glossary, Status


def sign_off_troubles(glossary: Glossary, as_of: date) -> Iterator[Trouble]:
    """A trouble for each team whose word is missing or void. Proposals wait for their sign-offs by nature."""
    for entry in glossary.entries:
        if entry.status is not Status.PROPOSED:
            for owed in owing(entry, as_of):
                yield _unsigned(entry, owed)


def _unsigned(entry: Entry, owed: TeamConsent) -> Trouble:
    name, team, sign_off = entry.preferred.text, owed.team, owed.sign_off
    cure = f"look at `msglint glossary status`, then `msglint sign --as {team}`"
    if sign_off is None:
        return Trouble(
            entry.preferred.origin, name, f"“{name}” has not been agreed by {team}; {cure}", f"unsigned {team}", entry
        )
    by, on = f" ({sign_off.by})" if sign_off.by else "", f" on {sign_off.on}" if sign_off.on else ""
    if owed.consent is Consent.UNBOUND:
        problem = f"the sign-off of “{name}” by {team}{by} has no hash, so nobody can tell what was agreed; {cure}"
    else:
        problem = f"“{name}” has changed since {team}{by} agreed to it{on}; {cure}"
    return Trouble(sign_off.origin, team, problem, f"{owed.consent.value} {team}", entry)


def review_troubles(glossary: Glossary, as_of: date) -> Iterator[Trouble]:
    """A trouble for each entry in force whose review is overdue."""
    for entry in glossary.entries:
        if entry.review_every is None or entry.status is Status.PROPOSED or is_retired(entry, as_of):
            continue
        last = last_looked_at(entry, as_of)
        if last is None:
            problem = "has never been reviewed"
        elif last + entry.review_every < as_of:
            problem = f"was last looked at on {last}, and is reviewed every {entry.review_every.days} days"
        else:
            continue
        name = entry.preferred.text
        cure = f"look at it, then `msglint review {entry.id} --by NAME`"
        yield Trouble(entry.preferred.origin, name, f"“{name}” {problem}; {cure}", f"review {name}", entry)


def last_looked_at(entry: Entry, as_of: date) -> date | None:
    """The last day on which somebody held the entry for right: a review, a sign-off, its own first day."""
    days = [entry.reviewed, entry.valid_from, *(sign_off.on for sign_off in entry.sign_off)]
    return max((day for day in days if day is not None and day <= as_of), default=None)
