"""What `msglint glossary status` shows."""

from collections.abc import Sequence
from datetime import date

from msglint.agreement.names import Names
from msglint.agreement.signing import team_of
from msglint.cli._settings import glossary_path, settings_of
from msglint.digest.memory import Memory
from msglint.digest.standing import Standing, standing_of
from msglint.glossary.load import load_glossary


def standing(names: Sequence[str], team: str | None, glossary: str | None, config: str | None, as_of: date) -> Standing:
    """How the agreement stands: of all entries, or of those named. Raises GlossaryError and RefusedError."""
    path = glossary_path(settings_of(config, glossary))
    loaded = load_glossary(path)
    known = Names(loaded)
    entries = [known.entry(name) for name in names] or loaded.entries
    return standing_of(entries, Memory(path), as_of, team_of(loaded, team) if team else None)
