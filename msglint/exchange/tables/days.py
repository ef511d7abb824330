"""Days as people type them into cells: only what can mean but one day is understood."""

from datetime import date, datetime
import re

from msglint.lazy_pattern import lazy_pattern

_ISO = lazy_pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
_FIGURES = lazy_pattern(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMED = lazy_pattern(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -](?P<month>[a-z]{3,9})\.?,?[ -](?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4})",
    re.IGNORECASE,
)


def day_text(text: str, language: str | None) -> str:
    """YYYY-MM-DD of a day in words or figures; the text itself where it is none.

    Raises ValueError where it may mean two days, and no language (a region's, such as en-GB) tells which.
    """
    if match := _ISO.fullmatch(text):
        return _iso(*match.groups()) or text
    if match := _NAMED.fullmatch(text):
        month = match["month"] or match["month2"]
        number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else 0
        return _iso(match["year"] or match["year2"], number, match["day"] or match["day2"]) or text
    if match := _FIGURES.fullmatch(text):
        return _in_figures(text, int(match[1]), int(match[3]), match[4], language)
    return text


def _in_figures(text: str, first: int, second: int, year: str, language: str | None) -> str:
    day_first, month_first = _iso(year, second, first), _iso(year, first, second)
    if day_first and month_first and day_first != month_first:
        order = _order(language)
        if order is None:
            raise ValueError(
                f"“{text}” may be {day_first} or {month_first}: write one of those, make the cell a date, or name the "
                "file's language with --language (en-GB: day first, en-US: month first)"
            )
        return day_first if order == "d" else month_first
    return day_first or month_first or text


def _order(language: str | None) -> str | None:
    """ "d" or "m": which comes first in a language (CLDR); English alone says nothing."""
    if not language or language.casefold() == "en":
        return None
    from babel import Locale, UnknownLocaleError

    try:
        pattern = Locale.parse(language, sep="-").date_formats["short"].pattern.lower()
    except (UnknownLocaleError, ValueError):
        return None
    return "d" if pattern.index("d") < pattern.index("m") else "m"


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def iso(day: date) -> str:
    """A cell's date; a time of day in it says nothing."""
    return (day.date() if isinstance(day, datetime) else day).isoformat()
