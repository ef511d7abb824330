"""How the agreement stands: who has agreed to what, who has yet to, and what has changed since they did."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from msglint.digest.memory import Memory
from msglint.glossary.consent import Consent, TeamConsent, consents
from msglint.glossary.differences.entries import differences
from msglint.glossary.meaning import canonical, entry_of_meaning
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Status


class TeamLine(Struct, frozen=True):
    """A team's word on an entry.

    consent  agreed, void, unbound (no hash) or missing
    changes  what has changed since, in words; None where what was signed is not known any more
    """

    team: str
    consent: Consent
    by: str | None
    on: date | None
    changes: tuple[str, ...] | None = ()


class EntryLine(Struct, frozen=True):
    """An entry, and the word of each team that is to agree to it or has."""

    id: str
    name: str
    proposed: bool
    owner: str | None
    teams: tuple[TeamLine, ...]

    @property
    def agreed(self) -> bool:
        return all(team.consent is Consent.AGREED for team in self.teams)


class Standing(Struct, frozen=True):
    """The agreement on a day, entry by entry; entries without teams, and those that are over, are left out."""

    as_of: date
    entries: tuple[EntryLine, ...]


def standing_of(entries: Sequence[Entry], memory: Memory, as_of: date, team: str | None = None) -> Standing:
    """How the agreement stands on that day; with a team, only what that team has yet to sign."""
    lines = [_line(entry, memory) for entry in entries if not is_retired(entry, as_of)]
    if team is not None:
        lines = [_owed(line, team) for line in lines]
    return Standing(as_of, tuple(line for line in lines if line.teams))


def _owed(line: EntryLine, team: str) -> EntryLine:
    """The line with that team's word alone, where it is owed."""
    owed = [each for each in line.teams if each.team.casefold() == team.casefold()]
    return replace(line, teams=tuple(each for each in owed if each.consent is not Consent.AGREED))


def _line(entry: Entry, memory: Memory) -> EntryLine:
    teams = tuple(_team(entry, each, memory) for each in consents(entry))
    return EntryLine(entry.id, entry.preferred.text, entry.status is Status.PROPOSED, entry.owner, teams)


def _team(entry: Entry, said: TeamConsent, memory: Memory) -> TeamLine:
    sign_off = said.sign_off
    if sign_off is None:
        return TeamLine(said.team, said.consent, None, None)
    changes = () if said.consent is Consent.AGREED else _since(entry, sign_off.hash, memory)
    return TeamLine(said.team, said.consent, sign_off.by, sign_off.on, changes)


def _since(entry: Entry, hash: str | None, memory: Memory) -> tuple[str, ...] | None:
    """What has changed since an entry had that hash; None where nobody remembers it."""
    signed = memory.signed(hash) if hash else None
    if signed is None:
        return None
    now = entry_of_meaning(canonical(entry))
    return tuple(change.said for change in differences(entry_of_meaning(signed), now))
