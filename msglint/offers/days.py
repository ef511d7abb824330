"""A day as it is written: what it may mean, on which end of a window it stands, and another day in its place."""

from calendar import monthrange
from datetime import date, timedelta
from enum import Enum

from msgspec import Struct

from msglint.offers.tables import calendar


class Edge(Enum):
    """What a written day is of a window: "from 1 April", "until 31 May"; WITHIN is a day or month named by itself."""

    START = "start"
    END = "end"
    BEFORE = "before"  # an end that is not counted in
    WITHIN = "within"


class Reading(Struct, frozen=True):
    """One meaning of what is written. Without `year` it is any year's, without `day` the whole month."""

    year: int | None
    month: int
    day: int | None

    def near(self, day: date) -> date | None:
        """The day meant, of the year nearest to `day`; a whole month's last. None where there is no such day."""
        years = [self.year] if self.year else [day.year - 1, day.year, day.year + 1]
        found = [made for year in years if (made := self._in(year))]
        return min(found, key=lambda made: abs(made - day), default=None)

    def _in(self, year: int) -> date | None:
        last = monthrange(year, self.month)[1]
        wanted = self.day or last
        return date(year, self.month, wanted) if wanted <= last else None

    def is_day(self, day: date) -> bool:
        return (self.year or day.year, self.month, self.day or day.day) == (day.year, day.month, day.day)


class Part(Enum):
    """What a stretch of a written day is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    WEEKDAY = "weekday"


class Day(Struct, frozen=True):
    """The value of a date mention.

    readings  what it may mean: one, or two where the order of day and month is not known
    parts     which stretches of the text are its day, month …; the month order of the first reading
    language  its primary subtag: which names of months it is written with
    ending    it says "the end of" a month
    half      the day alone, its month is that of the day behind or before it: "1–31 May"
    elsewhere it is the end of something else than an offer: a stay, a delivery
    """

    readings: tuple[Reading, ...]
    edge: Edge
    parts: tuple[tuple[Part, int, int], ...]
    language: str = "en"
    ending: bool = False
    half: bool = False
    elsewhere: bool = False

    def agrees(self, decided: date) -> bool:
        """Whether it may mean that day, as that end of a window."""
        if any(reading.is_day(decided) for reading in self.readings):
            return True
        after = decided + timedelta(days=1)  # "until June" and "before 1 June" are true of 31 May
        whole = self.readings[0].day is None and not self.ending
        if self.edge is Edge.BEFORE or (self.edge is Edge.END and whole):
            return any(reading.is_day(after) for reading in self.readings) and (not whole or after.day == 1)
        return False

    def meant(self, near: date) -> date | None:
        """The day it means, seen from another; a whole month's first day where it begins a window."""
        found = self.readings[0].near(near)
        if found and self.readings[0].day is None and self.edge in (Edge.START, Edge.WITHIN):
            return found.replace(day=1)
        return found


def rewritten(text: str, start: int, end: int, day: Day, wanted: date) -> str | None:
    """text[start:end], which is `day`, with another day in the same format; None where it has no room for it."""
    reading = day.readings[0]
    kinds = {part for part, _, _ in day.parts}
    if len(day.readings) > 1 or (day.half and wanted.month != reading.month):
        return None
    if reading.day is None and wanted.day != (
        1 if day.edge is Edge.START else monthrange(wanted.year, wanted.month)[1]
    ):
        return None
    if Part.YEAR in kinds and reading.year is None:
        return None
    padded = _is_padded(text, day)
    made, at = [], start
    for part, first, last in sorted(day.parts, key=lambda each: each[1]):
        made += [text[at:first], _rewritten_part(text[first:last], part, day.language, wanted, padded)]
        at = last
    return "".join((*made, text[at:end]))


def _is_padded(text: str, day: Day) -> bool:
    """Whether figures below ten have a zero before them: "05/04/2026", or there is none to tell: "31/12/2026"."""
    written = {part: text[first:last] for part, first, last in day.parts}
    figures = [written[part] for part in (Part.DAY, Part.MONTH) if written.get(part, "").isdigit()]
    return any(each.startswith("0") for each in figures) or (len(figures) == 2 and all(len(f) == 2 for f in figures))


def _rewritten_part(written: str, part: Part, language: str, wanted: date, padded: bool) -> str:
    if part is Part.YEAR:
        return str(wanted.year)[-len(written) :]
    if part is Part.DAY:
        tail = written.lstrip("0123456789")
        return str(wanted.day).zfill(2 if padded else 1) + _ordinal(tail, wanted.day)
    if written.isdigit():
        return str(wanted.month).zfill(2 if padded else 1)
    names = calendar(language, "month" if part is Part.MONTH else "day")
    if names is None:
        return written
    _, way = names.number(written)
    name = names.rows[way][wanted.month - 1 if part is Part.MONTH else wanted.weekday()]
    return name.upper() if written.isupper() else name.capitalize() if written[0].isupper() else name.casefold()


def _ordinal(tail: str, day: int) -> str:
    """The English ending of an ordinal; other endings are the same for all days but French "1er"."""
    if tail.casefold() not in ("st", "nd", "rd", "th"):
        return "" if tail == "er" and day != 1 else tail
    ending = "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return ending.upper() if tail.isupper() else ending
