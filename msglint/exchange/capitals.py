"""Capitals that say nothing: every name of a file is in capitals, or every word of every name begins with one."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from msglint.agreement.plain import Fields
from msglint.lazy_pattern import lazy_pattern
from msglint.text.words import is_ordinary

_WORD = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL = frozenset(
    ("a", "an", "the", "of", "for", "to", "in", "on", "at", "by", "and", "or", "per", "with", "from", "as")
)
"""Words that titles leave small (Chicago Manual of Style, 8.159); "Meals For Teams" was made by a program."""
_FEWEST = 3
"""Names from which on a habit of the sheet can be told from one of the names."""
_ACRONYM = 5
_COINED = ("product", "offer", "brand", "persona", "claim")
"""Types of entries whose names are their own, and have capitals by right."""


class Habit(Struct, frozen=True):
    """Which entries (by number) have capitals that say nothing, and what to tell people."""

    entries: frozenset[int]
    warning: str


def habit_of(entries: Sequence[Fields]) -> Habit | None:
    """What the capitals of a file's names are worth; None where they may be meant."""
    names = {number: str(entry["term"]) for number, entry in enumerate(entries) if "term" in entry}
    open_ = {number: name for number, name in names.items() if "match" not in entries[number]}
    telling = [name for name in open_.values() if not _is_acronym(name) and any(map(str.isalpha, name))]
    if len(telling) < _FEWEST:
        return None
    if all(name.isupper() for name in telling):
        shouted = frozenset(number for number, name in open_.items() if not _is_acronym(name))
        return Habit(shouted, f"all {len(telling)} names are in capitals, so none of them is held to its capitals")
    titled = [name for name in telling if not name.isupper()]
    if len(titled) < _FEWEST or not all(map(_is_titled, titled)):
        return None
    small = [name for name in titled if any(word.lower() in _SMALL for word in _words(name)[1:])]
    if small:
        said = f"every word has a capital, even in “{small[0]}”, so no name is held to its capitals"
        return Habit(frozenset(open_), said)
    common = frozenset(number for number, name in open_.items() if _is_common(name, entries[number]))
    if not common:
        return None
    name = names[min(common)]
    said = (
        f"every word has a capital, common ones too (“{name}”), so {len(common)} names are not held to their capitals"
    )
    return Habit(common, said)


def _is_acronym(name: str) -> bool:
    return len(name) <= _ACRONYM and name.isupper()


def _words(name: str) -> list[str]:
    return _WORD.findall(name)


def _is_titled(name: str) -> bool:
    words = _words(name)
    return bool(words) and all(word[0].isupper() for word in words)


def _is_common(name: str, entry: Fields) -> bool:
    """Whether a name that is no product's is made of common words, of two at least: "Net Revenue"."""
    words = _words(name)
    coined = str(entry.get("type", "term")) in _COINED or "price" in entry or "prices" in entry or "item" in entry
    return not coined and len(words) > 1 and all(is_ordinary(word.casefold()) for word in words)


def any_habit(names: Iterable[str]) -> bool:
    """Whether names, exported as they are, would be taken for machine-made capitals when they come back."""
    return habit_of([{"term": name} for name in names]) is not None
