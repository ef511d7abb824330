"""Days and spans of time: `2026-03-01`, `14d`, `2w`, `3m`, `1y`."""

from datetime import date, timedelta
import re

from msglint.lazy_pattern import lazy_pattern

_DAY = lazy_pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DURATION = lazy_pattern(r"([0-9]{1,5}) ?([dwmy])", re.IGNORECASE)
# Outside these years sums of days and durations would leave what a date can hold; none of them is anybody's plan.
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
# Mean days of a month in the Gregorian calendar's cycle of 400 years: 146,097 days in 4,800 months.
_DAYS = {"d": 1.0, "w": 7.0, "m": 146_097 / 4_800, "y": 146_097 / 400}
_LONGEST = timedelta(days=36_525)


def parse_day(text: str) -> date:
    """A day written YYYY-MM-DD. Raises ValueError, which says what is allowed."""
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError("a day is written year-month-day: 2026-03-01")
    year, month, day = (int(part) for part in match.groups())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError(f"years go from {_FIRST_YEAR} to {_LAST_YEAR}; leave the key out where there is no such day")
    try:
        found = date(year, month, day)
    except ValueError:
        raise ValueError("there is no such day; it is written year-month-day: 2026-03-01") from None
    if found.isoformat() != text:
        raise ValueError(f"month and day have two figures: {found.isoformat()}")
    return found


def parse_duration(text: str) -> timedelta:
    """A number of days, weeks, months or years: `14d`, `2w`, `3m` (91 days), `1y` (365). Raises ValueError."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError("a duration is a number of days, weeks, months or years: 14d, 2w, 3m, 1y")
    duration = timedelta(days=round(int(match[1]) * _DAYS[match[2].lower()]))
    if duration > _LONGEST:
        raise ValueError("no duration is longer than 100y")
    return duration
