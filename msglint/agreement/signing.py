"""`sign`: a team agrees to entries as they stand."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from msglint.agreement.draft import Draft
from msglint.agreement.journal import Signature, journal_of
from msglint.agreement.names import RefusedError
from msglint.agreement.outcome import Outcome
from msglint.agreement.plain import Data, Fields, listed, placed
from msglint.glossary.consent import Consent, consents, owing
from msglint.glossary.health.contradictions import contradictions
from msglint.glossary.in_words import joined
from msglint.glossary.meaning import DIGITS, canonical, hash_of
from msglint.glossary.standing import is_retired
from msglint.model.glossary import Entry, Glossary, Status

_BEHIND = ("reviewed", "reviewed_by", "review_every", "note")
"""The keys that people write behind the sign-offs."""


def team_of(glossary: Glossary, written: str) -> str:
    """The team as the glossary spells it. Raises RefusedError where it knows others, and not this one."""
    teams = {team for entry in glossary.entries for team in entry.required_sign_off}
    known = {team.casefold(): team for team in sorted(teams)}
    if known and written.casefold() not in known:
        raise RefusedError(f"“{written}” is no team that signs here; `sign_off` names {joined(list(known.values()))}")
    return known.get(written.casefold(), written)


def owed_by(glossary: Glossary, team: str, as_of: date) -> list[Entry]:
    """The entries that a team has yet to agree to, or to agree again.

    Where the glossary names no team whose word is needed, a team that signs speaks for all that is decided.
    """
    free = not any(entry.required_sign_off for entry in glossary.entries)
    return [entry for entry in glossary.entries if _owes(entry, team.casefold(), as_of, free)]


def _owes(entry: Entry, team: str, as_of: date, free: bool) -> bool:
    if any(each.team.casefold() == team for each in owing(entry, as_of)):
        return True
    unsigned = all(sign_off.team.casefold() != team for sign_off in entry.sign_off)
    return free and unsigned and entry.status is Status.APPROVED and not is_retired(entry, as_of)


def sign(draft: Draft, entries: Sequence[Entry], team: str, by: str, on: date) -> Outcome:
    """Have a team agree to entries, with the hash of what they say; what that hash stands for goes into the journal.

    With the last team's word a proposed entry is approved. Raises GlossaryError.
    """
    journal = journal_of(Path(draft.glossary.path))
    signatures, approved = [], []
    for entry in entries:
        meaning = canonical(entry)
        hash_ = hash_of(meaning)[:DIGITS]
        fields = _signed(draft.fields(entry), {"team": team, "by": by, "on": on.isoformat(), "hash": hash_})
        if entry.status is Status.PROPOSED and _last(entry, team):
            fields["status"] = Status.APPROVED.value
            approved.append(entry)
        draft.put(entry, fields)
        signatures.append(Signature(on.isoformat(), team, by, entry.id, hash_, meaning))
    done = f"{_shown(entries)} signed by {by} for {team} on {on}"
    if approved:
        done += f"; {_shown(approved)} {'is' if len(approved) == 1 else 'are'} approved with that"
    ids = tuple(entry.id for entry in entries)
    warnings = tuple(_contradicting(draft.glossary, set(ids), on))
    return Outcome(done, ids, warnings, (journal.with_more(signatures),), decides=False)


def _signed(fields: Fields, line: Fields) -> Fields:
    """The entry's data with a team's line: in the place of its last one, else behind all others."""
    lines = listed(fields.get("sign_off"))
    key = str(line["team"]).casefold()
    own = [at for at, each in enumerate(lines) if isinstance(each, dict) and str(each.get("team")).casefold() == key]
    new: list[Data] = list(lines)
    if own:
        new[own[-1]] = line
    else:
        new.append(line)
    return placed(fields, "sign_off", new, tuple(name for name in fields if name not in _BEHIND))


def _last(entry: Entry, team: str) -> bool:
    """Whether with this team all have agreed whose word is needed."""
    needed = {name.casefold() for name in entry.required_sign_off}
    agreed = {each.team.casefold() for each in consents(entry) if each.consent is Consent.AGREED}
    return bool(needed) and needed <= agreed | {team.casefold()}


def _shown(entries: Sequence[Entry]) -> str:
    return f"“{entries[0].preferred.text}”" if len(entries) == 1 else f"{len(entries)} entries"


def _contradicting(glossary: Glossary, ids: Collection[str], on: date) -> list[str]:
    """What is wrong with the entries that are being signed."""
    troubles = [trouble for trouble in contradictions(glossary, on) if trouble.entry.id in ids]
    return [
        f"signed, though {each.origin.path}, line {each.origin.line}, contradicts itself: {each.problem}"
        for each in troubles
    ]
