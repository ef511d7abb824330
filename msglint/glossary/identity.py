"""Every entry gets its id: the one written, else the slug of its term."""

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from msglint.errors import Problem
from msglint.glossary.slugs import slug
from msglint.model.glossary import Entry, Origin


def identified(entries: Iterable[tuple[Entry, Origin]], problems: list[Problem]) -> dict[str, Entry]:
    """id -> entry, in the order given; each comes with the place of its id, or of the term its id is made of.

    An id used twice is noted in `problems`, with both places. Two entries of one and the same term and no written id
    are understood (GLO801 judges them): the later gets a number.
    """
    ids: dict[str, Entry] = {}
    derived: set[str] = set()
    places: dict[str, Origin] = {}
    for entry, place in entries:
        key = entry.id or slug(entry.preferred.text) or entry.preferred.text
        first = ids.get(key)
        if first is not None:
            same = not entry.id and key in derived and _folded(entry) == _folded(first)
            if not same:
                problems.append(_clash(key, entry, place, f"“{first.preferred.text}” ({_shown(places[key])})"))
                continue
            key = next(numbered for numbered in _numbered(key) if numbered not in ids)
        if not entry.id:
            derived.add(key)
        ids[key], places[key] = replace(entry, id=key), place
    return ids


def _numbered(key: str) -> Iterator[str]:
    return (f"{key}-{number}" for number in count(2))


def _folded(entry: Entry) -> str:
    return entry.preferred.text.casefold()


def _clash(key: str, entry: Entry, place: Origin, other: str) -> Problem:
    made = "" if entry.id else f", made of the term “{entry.preferred.text}”,"
    message = f"`id`: “{key}”{made} is already that of {other}; an id is used once, so write another `id:` here"
    return Problem(place.path, message, place.line, place.column, "id")


def _shown(place: Origin) -> str:
    return f"{place.path}:{place.line}:{place.column}"
