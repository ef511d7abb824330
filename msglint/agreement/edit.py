"""From a verb to the files: what it wants is drafted, proven, shown or written."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from msglint.agreement.draft import Draft
from msglint.agreement.outcome import Outcome, who_signs
from msglint.glossary.health import Trouble
from msglint.glossary.health.contradictions import contradictions
from msglint.glossary.nodes import encoding_of
from msglint.model.glossary import Entry, Glossary
from msglint.text.differences import unified
from msglint.uncollected import uncollected
from msglint.writing import Replacement, replace_files


class Edited(Struct, frozen=True):
    """What came of a verb: what it did, who must sign now, what contradicts itself since, the files that change."""

    outcome: Outcome
    next: str | None
    troubles: tuple[Trouble, ...]
    files: tuple[Replacement, ...]

    def difference(self) -> str:
        """The change of the glossary as a unified diff; the record of what was signed is no reading."""
        files = [file for file in self.files if file not in self.outcome.beside]
        return "".join(
            line for file in files for line in unified(file.path, _text(file.before or b""), _text(file.after))
        )

    def write(self) -> None:
        """Put the files in place, all or none. Raises WriteError."""
        replace_files(self.files)


def edit(path: Path, verb: Callable[[Draft], Outcome], as_of: date) -> Edited:
    """Do a verb on a draft of the glossary. Writes nothing. Raises GlossaryError and RefusedError."""
    with uncollected():
        draft = Draft(path)
        outcome = verb(draft)
        changes = draft.changes()
        result = draft.result(changes)
        files = [Replacement(each.before.path, each.before.path, each.before.data, each.after.data) for each in changes]
        return Edited(
            outcome,
            who_signs(_named(result, outcome.entries), as_of) if outcome.asks_to_sign else None,
            tuple(_new_troubles(draft.glossary, result, as_of)) if outcome.decides else (),
            tuple(file for file in (*files, *outcome.beside) if file.before != file.after),
        )


def _text(data: bytes) -> str:
    mark, encoding = encoding_of(data)
    return data[len(mark) :].decode(encoding)


def _named(glossary: Glossary, ids: Sequence[str]) -> list[Entry]:
    return [glossary.ids[each] for each in ids if each in glossary.ids]


def _new_troubles(before: Glossary, after: Glossary, as_of: date) -> list[Trouble]:
    """The contradictions that were not there before."""
    if before is after:
        return []
    known = {(trouble.entry.id, trouble.identity) for trouble in contradictions(before, as_of)}
    return [each for each in contradictions(after, as_of) if (each.entry.id, each.identity) not in known]
