"""How the agreement stands, as a page."""

from msglint.digest.page import Page, page, table
from msglint.digest.standing import EntryLine, Standing, TeamLine
from msglint.glossary import in_words
from msglint.glossary.consent import Consent

_NO_TEAMS = "Nobody signs here yet: write `defaults: {sign_off: [marketing, sales]}`, or sign with `msglint sign`."
_UNKNOWN = "what has changed is not known: neither glossary.signed nor git holds what was signed"


def standing_page(standing: Standing) -> Page:
    """What waits for whom, and why; then what is agreed."""
    owed = [(line, team) for line in standing.entries for team in line.teams if team.consent is not Consent.AGREED]
    agreed = [line for line in standing.entries if line.agreed]
    waiting = table(
        "To be signed",
        ("Name", "By", "Why", "Since then"),
        [(_name(line), team.team, _why(team), change) for line, team in owed for change in _changes(team)],
    )
    done = table(
        "Agreed",
        ("Name", "By"),
        [(_name(line), in_words.joined([_signed(team) for team in line.teams])) for line in agreed],
    )
    lead = f"{len(agreed)} of {len(standing.entries)} agreed." if standing.entries else ""
    return page(f"The agreement on {in_words.day(standing.as_of)}", (lead,), (waiting, done), _NO_TEAMS)


def _name(line: EntryLine) -> str:
    return f"{line.name} (proposed)" if line.proposed else line.name


def _why(team: TeamLine) -> str:
    if team.consent is Consent.MISSING:
        return "not signed yet"
    if team.consent is Consent.UNBOUND:
        return f"signed without a hash ({_by(team)})"
    return f"changed since {_by(team)}"


def _changes(team: TeamLine) -> tuple[str, ...]:
    """One line of the table for each change, and one where there is none to tell."""
    return (_UNKNOWN,) if team.changes is None else team.changes or ("",)


def _signed(team: TeamLine) -> str:
    return f"{team.team} ({_by(team)})"


def _by(team: TeamLine) -> str:
    return ", ".join(filter(None, (team.by, in_words.day(team.on) if team.on else "")))
