"""Who has agreed to an entry as it stands: the last word of each team, held against the entry's hash."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from msgspec import Struct

from msglint.glossary.meaning import canonical, hash_of, matches
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, SignOff


class Consent(Enum):
    AGREED = "agreed"
    VOID = "void"  # the entry has changed since
    UNBOUND = "unbound"  # signed without a hash: nobody can tell what was agreed
    MISSING = "missing"


class TeamConsent(Struct, frozen=True):
    """A team, what its word is worth, and where it was given."""

    team: str
    consent: Consent
    sign_off: SignOff | None = None


def consents(entry: Entry) -> Iterator[TeamConsent]:
    """The teams that must agree, then others that have signed; of several lines of one team the last one counts."""
    signed = {sign_off.team.casefold(): sign_off for sign_off in entry.sign_off}
    teams = {team.casefold(): team for team in entry.required_sign_off}
    others = {key: sign_off.team for key, sign_off in signed.items() if key not in teams}
    now = hash_of(canonical(entry)) if signed else ""
    for key, team in (teams | others).items():
        sign_off = signed.get(key)
        if sign_off is None:
            yield TeamConsent(team, Consent.MISSING)
        elif sign_off.hash is None:
            yield TeamConsent(team, Consent.UNBOUND, sign_off)
        else:
            agreed = matches(sign_off.hash, now)
            yield TeamConsent(team, Consent.AGREED if agreed else Consent.VOID, sign_off)


def owing(entry: Entry, as_of: date) -> list[TeamConsent]:
    """The teams that have yet to agree to an entry, or to agree again; none where it is over on that day."""
    if is_retired(entry, as_of):
        return []
    return [each for each in consents(entry) if each.consent is not Consent.AGREED]
