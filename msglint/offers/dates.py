"""Days in prose, by language: "31 May", "May 31st", "31/05/2026", "05/31/2026" (en-US), "31.5.2026", "1–31 May".

Names of days and months are CLDR's. "Sunday" and "this weekend" are no days: nothing tells which.
"""

from collections.abc import Iterator
import re

from msglint.offers.date_grammar import Grammar, grammar
from msglint.offers.days import Day, Edge, Part, Reading
from msglint.offers.edges import Written, bounded, edge_at, in_ranges
from msglint.offers.tables import calendar, either

# CLDR's short date patterns begin with the month in these locales; plain "en" may be anybody's.
_MONTH_FIRST = frozenset(("en-us", "en-ph", "es-us", "es-pa", "es-pr"))
_UNSURE = frozenset(("en",))
_LEAD = 40
"""Characters before a month's name in which "all of" may stand."""


def days(text: str, locale: str) -> list[Written]:
    """All days of a text, in order; `locale` is a BCP 47 tag, with its region where that is known."""
    language = locale.split("-")[0].casefold()
    rules = grammar(language)
    if not rules.may_be_in(text):
        return []
    language = language if calendar(language, "month") else "en"
    found: list[Written] = []
    taken = bytearray(len(text))
    for one in (*_named(text, rules, language), *_numeric(text, rules, locale), *_months(text, rules, language)):
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
            found.append(one)
    found.sort(key=lambda one: one.start)
    return in_ranges(text, found)


def _named(text: str, rules: Grammar, language: str) -> Iterator[Written]:
    months = calendar(language, "month")
    assert months is not None
    for match in rules.named.finditer(text):
        two = "2" if match["month2"] else ""
        month = months.number(match[f"month{two}"])[0] + 1
        number, year = _figures(match[f"day{two}"]), match[f"year{two}"]
        if 1 <= number <= 31 and _is_month(match[f"month{two}"], language):
            reading = Reading(int(year) if year else None, month, number)
            yield from _spelt(text, match, two, reading, language)


def _spelt(text: str, match: re.Match[str], two: str, reading: Reading, language: str) -> Iterator[Written]:
    """The one day, or the two of a range, that a match of `named` is."""
    spans = {kind: match.span(f"{kind}{two}") for kind in ("day", "month", "year", "first")}
    parts = [(part, *spans[part.value]) for part in (Part.DAY, Part.MONTH, Part.YEAR) if spans[part.value][0] >= 0]
    start, end = match.start("month2" if two else "day"), max(span[1] for span in spans.values())
    if spans["first"][0] < 0:
        if match["weekday"]:
            parts.append((Part.WEEKDAY, *match.span("weekday")))
            start = match.start("weekday")
        yield Written(start, end, Day((reading,), edge_at(text, start), tuple(parts), language))
        return
    half = spans["first"]
    first = Reading(reading.year, reading.month, _figures(match[f"first{two}"]))
    if not two:
        yield Written(*half, Day((first,), Edge.START, ((Part.DAY, *half),), language, half=True))
        yield Written(start, end, Day((reading,), Edge.END, tuple(parts), language))
        return
    own = ((Part.DAY, *half), (Part.MONTH, *spans["month"]))  # "May 1–31": the month goes with the first
    yield Written(start, half[1], Day((first,), Edge.START, own, language, half=True))
    yield Written(spans["day"][0], end, Day((reading,), Edge.END, (parts[0],), language, half=True))


_ORDINARY = {
    "en": frozenset(("may", "march", "mar", "dec", "jan")),
    "pt": frozenset(("set", "out")),
    "fi": frozenset(("elo",)),
}
"""Names of months that are words of their own; their capital is all that tells them."""


def _is_month(written: str, language: str) -> bool:
    return written not in _ORDINARY.get(language, ())


def _figures(written: str) -> int:
    return int("".join(character for character in written if character.isdigit()))


def _numeric(text: str, rules: Grammar, locale: str) -> Iterator[Written]:
    for match in rules.numeric.finditer(text):
        edge = edge_at(text, match.start())
        parts: tuple[tuple[Part, int, int], ...]
        if match["iso"]:
            parts = (
                (Part.YEAR, *match.span("iso")),
                (Part.MONTH, *match.span("isomonth")),
                (Part.DAY, *match.span("isoday")),
            )
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
        everywhere = re.search(
            rf"(?:{either('boundaries', 'all')})\s*\Z",
            text[max(0, match.start() - _LEAD) : match.start()],
            re.IGNORECASE,
        )
        capital = match["month"][0].isupper() or language not in ("en", "de")
        edge = edge_at(text, match.start())
        ending = bool(match["ending"])
        if not capital or not (ending or everywhere or bounded(text, match.start())):
            continue
        if ending and edge is Edge.WITHIN:
            edge = Edge.END if bounded(text, match.start()) else Edge.WITHIN
        parts = [(Part.MONTH, *match.span("month"))]
        if match["year"]:
            parts.append((Part.YEAR, *match.span("year")))
        reading = Reading(int(match["year"]) if match["year"] else None, number + 1, None)
        yield Written(*match.span(), Day((reading,), edge, tuple(parts), language, ending=ending))
