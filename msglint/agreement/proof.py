"""Before anything is written: the glossary is read again as it would be, and says what was wanted and nothing else."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from msglint.agreement.plain import Fields
from msglint.agreement.sheet import Sheet
from msglint.agreement.tree import Node
from msglint.errors import GlossaryError, Problem
from msglint.glossary.load import load_glossary
from msglint.model.glossary import Glossary

_NOT_MADE = "nothing was changed, since"
_BY_HAND = f"{_NOT_MADE} this entry cannot be edited as it is written here: make the change by hand"


class Change(Struct, frozen=True):
    """A file before and after, and what was asked for: entries by number (None: gone), and new ones."""

    before: Sheet
    after: Sheet
    wanted: Mapping[int, Fields | None]
    new: Sequence[Fields]


def prove(path: Path, glossary: Glossary, changes: Sequence[Change]) -> Glossary:
    """The glossary as it will be with these changes. Raises GlossaryError where it is not just what was asked for."""
    try:
        result = load_glossary(path, {change.before.path: change.after.data for change in changes})
    except GlossaryError as error:
        raise GlossaryError(
            [Problem(p.path, f"{_NOT_MADE} then it would read: {p.message}", p.line, p.column, p.key)
             for p in error.problems]
        ) from error  # fmt: skip
    for change in changes:
        _compare(change)
    _same_ids(glossary, result, changes)
    return result


def _compare(change: Change) -> None:
    before, after = change.before, change.after
    if before.around != after.around:
        raise GlossaryError(Problem(before.path, f"{_NOT_MADE} more than the entries would have changed"))
    kept = [index for index in range(len(before.entries)) if change.wanted.get(index, ()) is not None]
    if len(after.entries) != len(kept) + len(change.new):
        raise GlossaryError(Problem(before.path, _BY_HAND))
    for number, index in enumerate(kept):
        node = before.entries[index]
        wanted = change.wanted.get(index)
        if wanted is not None:
            if after.fields(number) != wanted:
                raise GlossaryError(Problem(before.path, _BY_HAND, node.line, node.column + 1))
        elif not _same(before, node, after, after.entries[number]) and before.fields(index) != after.fields(number):
            message = (
                f"{_NOT_MADE} “{before.fields(index).get('term')}” repeats a part of what was to change (`*name`), and "
                "would have changed with it: write out here what it is to keep"
            )
            raise GlossaryError(Problem(before.path, message, node.line, node.column + 1))
    for offset, fields in enumerate(change.new):
        if after.fields(len(kept) + offset) != fields:
            raise GlossaryError(Problem(before.path, _BY_HAND))


def _same(before: Sheet, old: Node, after: Sheet, new: Node) -> bool:
    """Whether two entries are written alike and repeat nothing written elsewhere: then they say the same."""
    text = before.text[old.start : old.end]
    return "*" not in text and text == after.text[new.start : new.end]


def _same_ids(glossary: Glossary, result: Glossary, changes: Sequence[Change]) -> None:
    """Entries that nobody touched keep their ids, though those may be made of their terms and numbered."""
    gone = {change.before.path for change in changes if None in change.wanted.values()}
    added = {change.before.path for change in changes if change.new}
    for path in dict.fromkeys(entry.origin.path for entry in glossary.entries):
        old = [entry.id for entry in glossary.entries if entry.origin.path == path]
        new = [entry.id for entry in result.entries if entry.origin.path == path]
        if path not in gone | added and old != new:
            raise GlossaryError(
                Problem(path, f"{_NOT_MADE} entries would have changed their ids: write out their `id`")
            )
