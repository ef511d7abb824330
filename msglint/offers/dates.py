"""Days in prose, by language: "31 May", "May 31st", "31/05/2026", "05/31/2026" (en-US), "31.5.2026", "1–31 May".

Names of days and months are CLDR's. "Sunday" and "this weekend" are no days: nothing tells which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
import re

from msglint.offers.days import Day, Edge, Part, Reading
from msglint.offers.tables import calendar, either

# CLDR's short date patterns begin with the month in these locales; plain "en" may be anybody's.
_MONTH_FIRST = frozenset(("en-us", "en-ph", "es-us", "es-pa", "es-pr"))
_UNSURE = frozenset(("en",))
_REACH = 60
"""Characters before a day in which the words stand that make it a window's end."""


@dataclass(frozen=True, slots=True)
class Written:
    """A day of a text: its span and meaning."""

    start: int
    end: int
    day: Day


@dataclass(frozen=True)
class Grammar:
    """The patterns of one language, and the words around a day in all of them."""

    trigger: re.Pattern[str]
    named: re.Pattern[str]
    numeric: re.Pattern[str]
    month: re.Pattern[str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language by its primary subtag; English where its names are not known."""
    known = language if calendar(language, "month") else "en"
    months, weekdays = calendar(known, "month"), calendar(known, "day")
    assert months is not None
    assert weekdays is not None
    month = rf"(?P<month>{months.pattern})(?!\w)\.?"
    weekday = rf"(?:(?P<weekday>{weekdays.pattern})(?!\w)\.?,?\s+(?:(?:the|den|le|el|il)\s+)?)?"
    ordinal = r"(?:st|nd|rd|th|er|º|ª|\.(?=\s))?(?![\w%:]|[.,]\d|\s?%)"
    figure = rf"(?P<day>(?<![\d.,:/£$€-])\d{{1,2}}{ordinal})"
    day = rf"(?P<NAME>(?<![\d.,:/£$€])\d{{1,2}}(?:st|nd|rd|th|\.)?)"
    join = rf"\s?(?:{either('boundaries', 'range')})\s?(?:the\s)?"
    year = r"(?:,?\s+(?P<year>(?:19|20)\d\d)(?![\d-]))?"
    of = r"(?:\s+of|\s+de|\s+di)?\s+"
    return Grammar(
        re.compile(rf"\d[./-]\d|\b(?:{months.pattern})\b", re.IGNORECASE),
        re.compile(
            rf"(?:\b|(?<=\d)){weekday}(?:(?:{day.replace('NAME', 'first')}{join})?{figure}{of}{month}{year}"
            rf"|{month.replace('<month>', '<month2>')}\s+(?:the\s+)?(?:{day.replace('NAME', 'first2')}{join})?"
            rf"{figure.replace('<day>', '<day2>').replace('-])', '])')}{year.replace('<year>', '<year2>')})",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?<![\w./:£$€-])(?:(?P<iso>\d{4})-(?P<isomonth>\d\d)-(?P<isoday>\d\d)"
            r"|(?P<a>\d{1,2})(?P<mark>[./-])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d(?![./-]))"
            r"|(?P<c>\d{1,2})(?P<lone>[./])(?P<d>\d{1,2})(?(lone)\.?))(?![\w%/]|[.,:]\d)"
        ),
        re.compile(
            rf"(?P<ending>(?:{either('boundaries', 'end-of')})\s+)?\b(?P<month>{months.pattern})(?!\w)"
            r"(?:\s+(?P<year>(?:19|20)\d\d))?(?!\s+\d|[\w-])",
            re.IGNORECASE,
        ),
    )


def days(text: str, locale: str) -> list[Written]:
    """All days of a text, in order; `locale` is a BCP 47 tag, with its region where that is known."""
    language = locale.split("-")[0].casefold()
    rules = grammar(language)
    if not rules.trigger.search(text):
        return []
    language = language if calendar(language, "month") else "en"
    found: list[Written] = []
    for one in (*_named(text, rules, language), *_numeric(text, rules, locale), *_months(text, rules, language)):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    found.sort(key=lambda one: one.start)
    return _in_ranges(text, found)


def _named(text: str, rules: Grammar, language: str) -> Iterator[Written]:
    months = calendar(language, "month")
    assert months is not None
    for match in rules.named.finditer(text):
        two = "2" if match["month2"] else ""
        month = months.number(match[f"month{two}"])[0] + 1
        spans = {kind: match.span(f"{kind}{two}") for kind in ("day", "month", "year", "first")}
        number, year = _figures(match[f"day{two}"]), match[f"year{two}"]
        if not 1 <= number <= 31 or not _is_month(text, match, two):
            continue
        parts = [(part, *spans[part.value]) for part in (Part.DAY, Part.MONTH) if spans[part.value][0] >= 0]
        if year:
            parts.append((Part.YEAR, *spans["year"]))
        start = match.start("month2") if two else match.start("day")
        if match["weekday"] and not match[f"first{two}"]:
            parts.append((Part.WEEKDAY, *match.span("weekday")))
            start = match.start("weekday")
        end = max(span[1] for span in spans.values())
        reading = Reading(int(year) if year else None, month, number)
        if spans["first"][0] < 0:
            yield Written(start, end, Day((reading,), _edge(text, start), tuple(parts), language))
            continue
        first = Reading(reading.year, month, _figures(match[f"first{two}"]))
        half = spans["first"]
        if two:  # "May 1–31": the month goes with the first
            yield Written(start, half[1], Day((first,), Edge.START, ((Part.DAY, *half), (Part.MONTH, *spans["month"])), language, half=True))
            yield Written(spans["day"][0], end, Day((reading,), Edge.END, (parts[0],), language, half=True))
        else:
            yield Written(*half, Day((first,), Edge.START, ((Part.DAY, *half),), language, half=True))
            yield Written(start, end, Day((reading,), Edge.END, tuple(parts), language))


def _is_month(text: str, match: re.Match[str], two: str) -> bool:
    """Whether "may", "mar" and their like are months: those need a capital where other words are written so."""
    written = match[f"month{two}"]
    return not written.islower() or written not in ("may", "march", "mar", "sun", "sat", "dec", "jan")


def _figures(written: str) -> int:
    return int("".join(character for character in written if character.isdigit()))


def _numeric(text: str, rules: Grammar, locale: str) -> Iterator[Written]:
    for match in rules.numeric.finditer(text):
        edge = _edge(text, match.start())
        if match["iso"]:
            parts = ((Part.YEAR, *match.span("iso")), (Part.MONTH, *match.span("isomonth")), (Part.DAY, *match.span("isoday")))
            readings = [Reading(int(match["iso"]), int(match["isomonth"]), int(match["isoday"]))]
        else:
            one, two = ("a", "b") if match["a"] else ("c", "d")
            if match["c"] and (edge is Edge.WITHIN or (match["lone"] == "." and not match[0].endswith("."))):
                continue  # "31.5" and "1/2" are numbers where nothing says otherwise
            readings, parts = _ordered(match, one, two, locale)
        readings = [each for each in readings if 1 <= each.month <= 12 and each.day and 1 <= each.day <= 31]
        if readings:
            yield Written(*match.span(), Day(tuple(readings), edge, parts, locale.split("-")[0].casefold()))


def _ordered(
    match: re.Match[str], one: str, two: str, locale: str
) -> tuple[list[Reading], tuple[tuple[Part, int, int], ...]]:
    """The readings of two figures: by the locale's order, by both where it is not known, by what is possible."""
    year = match["year"] if one == "a" else None
    number = None if year is None else int(year) if len(year) == 4 else 2000 + int(year)
    a, b = int(match[one]), int(match[two])
    day_first, month_first = Reading(number, b, a), Reading(number, a, b)
    tag = locale.casefold()
    swapped = (tag in _MONTH_FIRST and a <= 12) or (tag in _MONTH_FIRST | _UNSURE and b > 12)
    readings = [month_first if swapped else day_first]
    if tag in _UNSURE and a <= 12 and b <= 12 and a != b:
        readings.append(day_first if swapped else month_first)
    kinds = (Part.MONTH, Part.DAY) if swapped else (Part.DAY, Part.MONTH)
    parts = [(kinds[0], *match.span(one)), (kinds[1], *match.span(two))]
    return readings, tuple(parts + ([(Part.YEAR, *match.span("year"))] if year else []))


def _months(text: str, rules: Grammar, language: str) -> Iterator[Written]:
    """Whole months: "until the end of May", "from April", "all October", "in December"."""
    months = calendar(language, "month")
    assert months is not None
    for match in rules.month.finditer(text):
        number, _ = months.number(match["month"])
        everywhere = re.search(rf"(?:{either('boundaries', 'all')})\s*\Z", text[: match.start()], re.IGNORECASE)
        capital = match["month"][0].isupper() or language not in ("en", "de")
        edge = _edge(text, match.start())
        ending = bool(match["ending"])
        if not capital or not (ending or everywhere or _bounded(text, match.start())):
            continue
        if ending and edge is Edge.WITHIN:
            edge = Edge.END if _bounded(text, match.start()) else Edge.WITHIN
        parts = [(Part.MONTH, *match.span("month"))]
        if match["year"]:
            parts.append((Part.YEAR, *match.span("year")))
        reading = Reading(int(match["year"]) if match["year"] else None, number + 1, None)
        yield Written(*match.span(), Day((reading,), edge, tuple(parts), language, ending=ending))


@cache
def _before(title: str) -> re.Pattern[str]:
    filler = f"(?:{either('boundaries', 'filler')})"
    return re.compile(rf"(?:{either('boundaries', title)})(?:[\s*_(]+{filler}|\s*:)*[\s*_(]*\Z", re.IGNORECASE)


def _bounded(text: str, start: int) -> bool:
    before = text[max(0, start - _REACH) : start]
    return any(_before(title).search(before) for title in ("end", "before", "start", "within"))


def _edge(text: str, start: int) -> Edge:
    before = text[max(0, start - _REACH) : start]
    for edge in (Edge.BEFORE, Edge.END, Edge.START):
        if _before(edge.value).search(before):
            return edge
    return Edge.WITHIN


@cache
def _connector() -> re.Pattern[str]:
    return re.compile(rf"[\s,]*(?:{either('boundaries', 'range')})\s*(?:and including\s+)?(?:the\s+)?", re.IGNORECASE)


@cache
def _elsewhere() -> re.Pattern[str]:
    return re.compile(either("boundaries", "elsewhere"), re.IGNORECASE)


_NAME = re.compile(r"(?<=\s)[A-Z]\w*")
_CLAUSE = re.compile(r"[,;()\n]|[.!?:](?=\s)|\b(?:and|or|but|then|und|oder)\b")


def _in_ranges(text: str, found: list[Written]) -> list[Written]:
    """Two days joined by a dash or "to" are a window; what ends something else is marked so."""
    from dataclasses import replace

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
