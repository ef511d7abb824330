"""The patterns of written days, made for one language from CLDR's names of months and weekdays."""

from functools import cache
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.offers.tables import calendar, either, languages
from msglint.text.letters import as_words, words_of


class Grammar(Struct, frozen=True):
    """The patterns of one language.

    months   the months' names
    trigger  a cheap superset: a month's name, or figures with a mark between them
    named    day and month; the groups of "May 31st" end in 2: day2, month2, year2, first2 (of "May 1–31")
    numeric  groups iso, isomonth, isoday; a, b, year; c, d without a year
    month    a whole month; `ending`: the words "the end of" before it
    """

    months: frozenset[bytes]
    trigger: re.Pattern[str]
    named: re.Pattern[str]
    numeric: re.Pattern[str]
    month: re.Pattern[str]

    def may_be_in(self, text: str) -> bool:
        """Whether there may be any day in a text."""
        marked = _MARKED.search(text) is not None or not self.months.isdisjoint(words_of(text))
        return marked and self.trigger.search(text) is not None


_MARKED = lazy_pattern(r"\d[./-]\d")
_NUMERIC = lazy_pattern(
    r"(?<![\w./:£$€-])(?:(?P<iso>(?:19|20)\d\d)-(?P<isomonth>\d\d)-(?P<isoday>\d\d)"
    r"|(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d(?![./-]?\d))"
    r"|(?P<c>\d{1,2})(?P<lone>[./])(?P<d>\d{1,2})(?(lone)\.?))(?![\w%/]|[.,:]\d)"
)
_YEAR = r"(?:,?\s+(?P<yearN>(?:19|20)\d\d)(?![\d-]))?"
_BEHIND = r"(?:st|nd|rd|th|er|º|ª|\.(?=\s))?(?![\w%:]|[.,]\d|\s?%)"


@cache
def _foreign() -> tuple[re.Pattern[str], dict[str, str]]:
    """The months' names that only other languages than English have, and the first language that has each."""
    english = {name.casefold() for row in _rows("en") for name in row}
    found: dict[str, str] = {}
    for language in languages():
        for name in _rows(language)[0]:
            if name.casefold() not in english:
                found.setdefault(name.casefold(), language)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, found)))})(?!\w)", re.IGNORECASE), found


@cache
def _foreign_words() -> frozenset[bytes]:
    return as_words(_foreign()[1])


def _rows(language: str) -> tuple[tuple[str, ...], ...]:
    names = calendar(language, "month")
    return names.rows if names else ()


def language_by_month(text: str) -> str | None:
    """The language that a month's name in the text tells, where that is not English; None where none does."""
    pattern, found = _foreign()
    match = None if _foreign_words().isdisjoint(words_of(text)) else pattern.search(text)
    return found[match[0].casefold()] if match else None


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language by its primary subtag; English where its names are not known."""
    known = language if calendar(language, "month") else "en"
    months, weekdays = calendar(known, "month"), calendar(known, "day")
    assert months is not None
    assert weekdays is not None
    month = rf"(?P<monthN>{months.pattern})(?!\w)\.?"
    weekday = rf"(?:(?P<weekday>{weekdays.pattern})(?!\w)\.?,?\s+(?:(?:the|den|le|el|il)\s+)?)?"
    join = rf"\s?(?:{either('boundaries', 'range')})\s?(?:the\s)?"
    first = rf"(?:(?P<firstN>(?<![\d.,:/£$€])\d{{1,2}}(?:st|nd|rd|th|\.)?){join})?"
    day_month = rf"{first}(?P<dayN>(?<![\d.,:/£$€-])\d{{1,2}}{_BEHIND})(?:\s+of|\s+de|\s+di)?\s+{month}{_YEAR}"
    month_day = rf"{month}\s+(?:the\s+)?{first}(?P<dayN>(?<![\d.,:/£$€])\d{{1,2}}{_BEHIND}){_YEAR}"
    return Grammar(
        months=as_words(name for row in months.rows for name in row),
        trigger=re.compile(rf"\d[./-]\d|\b(?:{months.pattern})\b", re.IGNORECASE),
        named=re.compile(
            rf"(?:\b|(?<=\d)){weekday}(?:{day_month.replace('N>', '>')}|{month_day.replace('N>', '2>')})", re.IGNORECASE
        ),
        numeric=_NUMERIC,
        month=re.compile(
            rf"(?P<ending>(?:{either('boundaries', 'end-of')})\s+)?\b(?P<month>{months.pattern})(?!\w)"
            r"(?:\s+(?P<year>(?:19|20)\d\d))?(?!\s+\d|[\w-])",
            re.IGNORECASE,
        ),
    )
