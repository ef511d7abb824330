"""On which end of a window a written day stands: what is said before it, at its column's head, and between two days.

The words are data/boundaries.txt.
"""

from functools import cache
import re

from msgspec import Struct
from msgspec.structs import replace

from msglint.lazy_pattern import lazy_pattern
from msglint.offers.days import Day, Edge
from msglint.offers.tables import either

_REACH = 60
"""Characters before a day in which the words stand that make it a window's end."""


class Written(Struct, frozen=True):
    """A day of a text: its span and meaning."""

    start: int
    end: int
    day: Day


@cache
def _before(title: str) -> re.Pattern[str]:
    filler = f"(?:{either('boundaries', 'filler')})"
    return re.compile(rf"(?:{either('boundaries', title)})(?:[\s*_(]+{filler}|\s*:)*[\s*_(]*\Z", re.IGNORECASE)


def bounded(text: str, start: int) -> bool:
    """Whether a preposition or verb of windows stands before text[start]."""
    before = text[max(0, start - _REACH) : start]
    return any(_before(title).search(before) for title in ("end", "by", "before", "start", "within"))


def edge_at(text: str, start: int) -> Edge:
    """Which end of a window a day at text[start] is, by what stands before it."""
    before = text[max(0, start - _REACH) : start]
    for title, edge in _TITLES:
        if _before(title).search(before):
            return edge if title not in ("by", "before") or _using().search(before) else Edge.WITHIN
    return Edge.WITHIN


_TITLES = (("before", Edge.BEFORE), ("by", Edge.END), ("end", Edge.END), ("start", Edge.START))


@cache
def _using() -> re.Pattern[str]:
    return re.compile(either("boundaries", "using"), re.IGNORECASE)


@cache
def _connector() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:{either('boundaries', 'range')})\s*(?:and including\s+)?(?:the\s+)?", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(either("boundaries", "elsewhere"), re.IGNORECASE)


_NAME = lazy_pattern(r"(?<=\s)[A-Z]\w*")
_CLAUSE = lazy_pattern(r"[,;()\n]|[.!?:](?=\s)|\b(?:and|or|but|then|und|oder)\b")


def in_ranges(text: str, found: list[Written]) -> list[Written]:
    """Two days joined by a dash or "to" are a window; what ends something else is marked so."""
    made = list(found)
    for index, (first, second) in enumerate(zip(found, found[1:], strict=False)):
        between = text[first.end : second.start]
        lead = text[max(0, first.start - 12) : first.start].casefold()
        joined = _connector().fullmatch(between)
        if joined and ("and" not in between.split() or "between" in lead):
            made[index] = replace(made[index], day=replace(made[index].day, edge=Edge.START))
            made[index + 1] = replace(made[index + 1], day=replace(made[index + 1].day, edge=Edge.END))
    for index, one in enumerate(made):
        before = _CLAUSE.split(text[max(0, one.start - 2 * _REACH) : one.start])[-1]
        if _elsewhere().search(_NAME.sub("", before)):
            made[index] = replace(one, day=replace(one.day, elsewhere=True))
    return made


def edge_of_header(header: str) -> Edge | None:
    """Which end of a window the days under a column's header are."""
    for title, edge in (("head-end", Edge.END), ("head-start", Edge.START)):
        if re.search(either("boundaries", title), header, re.IGNORECASE):
            return edge
    return None
