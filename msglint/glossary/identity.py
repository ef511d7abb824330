"""Every entry gets its id: the one written, else the slug of its term."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from msglint.errors import Problem
from msglint.glossary.slugs import slug
from msglint.model.glossary import Entry


def identified(entries: Iterable[Entry], problems: list[Problem]) -> dict[str, Entry]:
    """id -> entry, in the order given. An id used twice is noted in `problems`, with both places.

    Two entries of one and the same term and no written id are understood (GLO801 judges them): the later gets a number.
    """
    ids: dict[str, Entry] = {}
    derived: set[str] = set()
    for entry in entries:
        key = entry.id or slug(entry.preferred.text) or entry.preferred.text
        first = ids.get(key)
        if first is not None:
            same = not entry.id and key in derived and _folded(entry) == _folded(first)
            if not same:
                problems.append(_clash(key, entry, first, written=bool(entry.id)))
                continue
            key = next(numbered for numbered in _numbered(key) if numbered not in ids)
        if not entry.id:
            derived.add(key)
        ids[key] = replace(entry, id=key)
    return ids


def _numbered(key: str) -> Iterator[str]:
    return (f"{key}-{number}" for number in count(2))


def _folded(entry: Entry) -> str:
    return entry.preferred.text.casefold()


def _clash(key: str, entry: Entry, first: Entry, written: bool) -> Problem:
    other = f"“{first.preferred.text}” ({first.origin.path}:{first.origin.line})"
    made = "is already that of" if written else f"made of the term “{entry.preferred.text}”, is already that of"
    message = f"`id`: “{key}” {made} {other}; an id is used once, so write another `id:` here"
    return Problem(entry.origin.path, message, entry.origin.line, entry.origin.column, "id")
