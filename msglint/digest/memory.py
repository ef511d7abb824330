"""What was signed: from the record beside the glossary, else from its history in git."""

from pathlib import Path

from msglint.agreement.journal import journal_of
from msglint.digest.history import History
from msglint.errors import ConfigError, GlossaryError
from msglint.glossary.meaning import Meaning, canonical, hash_of, matches

_COMMITS = 50
"""How far back to look; each costs as much as reading the glossary."""


class Memory:
    """Remembers meanings by their hashes. git is only asked for what the record does not hold, each commit once."""

    def __init__(self, glossary: Path) -> None:
        """Raises GlossaryError where the record is damaged."""
        self._journal = journal_of(glossary)
        self._glossary = glossary
        self._history: History | None = None
        self._unread: list[str] | None = None
        self._read: dict[str, Meaning] = {}

    def signed(self, hash: str) -> Meaning | None:
        """What was agreed under a hash; None where nobody knows."""
        found = self._journal.signed(hash) or self._known(hash)
        while found is None and self._read_another():
            found = self._known(hash)
        return found

    def _known(self, hash: str) -> Meaning | None:
        return next((meaning for full, meaning in self._read.items() if matches(hash, full)), None)

    def _read_another(self) -> bool:
        """Whether there was one more commit to read."""
        try:
            if self._unread is None:
                self._history = History.of(self._glossary)
                self._unread = self._history.commits(_COMMITS) if self._history else []
            if not self._unread or self._history is None:
                return False
            commit = self._unread.pop(0)
            glossary = self._history.glossary(commit, commit)
        except GlossaryError:  # it could not be understood then: that version holds no answer
            return True
        except ConfigError:  # no git here
            self._unread = []
            return False
        for entry in glossary.entries if glossary else ():
            meaning = canonical(entry)
            self._read.setdefault(hash_of(meaning), meaning)
        return True
