"""What was signed, kept beside the glossary: `glossary.signed`, one line of JSON for each signature.

It is what tells, without git, how an entry read when a team agreed to it. A line holds `on`, `team`, `by`, `id`,
`hash` (12 digits) and `entry` (glossary.meaning's canonical form). Lines are sorted by id, day, team and hash, so that
two people who sign different entries rarely touch the same place; where they do, both lines are right.
"""

from collections.abc import Iterable
from functools import cached_property
import json
from pathlib import Path

from msgspec import Struct

from msglint.errors import GlossaryError, Problem
from msglint.glossary.includes import JOURNAL
from msglint.glossary.meaning import DIGITS, Meaning, hash_of, matches
from msglint.writing import Replacement

_KEYS = ("on", "team", "by", "id", "hash", "entry")


class Signature(Struct, frozen=True):
    """Who agreed to what, on which day (YYYY-MM-DD)."""

    on: str
    team: str
    by: str
    id: str
    hash: str
    entry: Meaning

    def line(self) -> str:
        return (
            json.dumps({key: getattr(self, key) for key in _KEYS}, ensure_ascii=False, separators=(", ", ": ")) + "\n"
        )


class Journal(Struct, frozen=True, dict=True):
    """The signatures of a glossary, as they stand in the file shown as `path`; `data` is None where there is none."""

    path: str
    data: bytes | None
    signatures: tuple[Signature, ...] = ()

    @cached_property
    def _meanings(self) -> dict[str, Meaning]:
        return {each.hash: each.entry for each in self.signatures}

    def signed(self, hash: str) -> Meaning | None:
        """What was agreed under a hash, as many of its digits as are written; None where that is not known."""
        if len(hash) >= DIGITS:
            return self._meanings.get(hash[:DIGITS])
        return next((meaning for full, meaning in self._meanings.items() if matches(hash, full)), None)

    def with_more(self, signatures: Iterable[Signature]) -> Replacement:
        """The file with these signatures too."""
        lines = {each.line(): each for each in (*self.signatures, *signatures)}
        ordered = sorted(lines.values(), key=lambda each: (each.id, each.on, each.team, each.hash))
        return Replacement(self.path, self.path, self.data, "".join(each.line() for each in ordered).encode())


def journal_of(glossary: Path) -> Journal:
    """The journal beside a glossary. Raises GlossaryError with every line that is damaged."""
    path = glossary.with_suffix(JOURNAL)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Journal(path.as_posix(), None)
    except OSError as error:
        raise GlossaryError(Problem(path.as_posix(), f"cannot be read: {error.strerror}")) from error
    problems: list[Problem] = []
    signatures = []
    for number, line in enumerate(data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n"), 1):
        if not line.strip():
            continue
        try:
            signatures.append(_read(line))
        except ValueError as error:
            problems.append(Problem(path.as_posix(), str(error), number, 1))
    if problems:
        raise GlossaryError(problems)
    return Journal(path.as_posix(), data, tuple(signatures))


def _read(line: str) -> Signature:
    """A line's signature. Raises ValueError, which says what to do with the line."""
    if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
        raise ValueError("an unfinished merge: keep the lines of both sides, and remove this one")
    try:
        written = json.loads(line)
        signature = Signature(**{key: written[key] for key in _KEYS})
    except (ValueError, KeyError, TypeError):
        raise ValueError("no signature as `msglint sign` writes it: put the file back, or remove this line") from None
    if not isinstance(signature.entry, dict) or hash_of(signature.entry)[:DIGITS] != signature.hash:
        raise ValueError("this line was changed by hand, so it proves nothing: put the file back, or remove the line")
    return signature
