"""Days in prose, by locale: what they mean, which end of a window they are, and another day in their format."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.offers.dates import days
from msglint.offers.days import Edge, Reading, rewritten
from tests.offers import cldr

WANTED = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("text", "locale", "said", "edge", "reading", "other"),
    [
        ("until 31 May", "en-GB", "31 May", Edge.END, Reading(None, 5, 31), "30 June"),
        ("until May 31st, 2026", "en-US", "May 31st, 2026", Edge.END, Reading(2026, 5, 31), "June 30th, 2026"),
        ("valid until 31/05/2026", "en-GB", "31/05/2026", Edge.END, Reading(2026, 5, 31), "30/06/2026"),
        ("through 05/31/2026.", "en-US", "05/31/2026", Edge.END, Reading(2026, 5, 31), "06/30/2026"),
        ("to 31.07.26.", "en-GB", "31.07.26", Edge.WITHIN, Reading(2026, 7, 31), "30.06.26"),
        ("bis zum 31.5.2026", "de", "31.5.2026", Edge.END, Reading(2026, 5, 31), "30.6.2026"),
        ("bis 15. November", "de", "15. November", Edge.END, Reading(None, 11, 15), "30. Juni"),
        ("jusqu'au 31 mai", "fr", "31 mai", Edge.END, Reading(None, 5, 31), "30 juin"),
        ("hasta el 31 de mayo", "es", "31 de mayo", Edge.END, Reading(None, 5, 31), "30 de junio"),
        ("order by the end of May", "en-GB", "the end of May", Edge.END, Reading(None, 5, None), "the end of June"),
        ("ends Tuesday, April 14", "en-US", "Tuesday, April 14", Edge.END, Reading(None, 4, 14), "Tuesday, June 30"),
        ("from 1 April", "en-GB", "1 April", Edge.START, Reading(None, 4, 1), "30 June"),
        ("valid through 2026-09-30", "en-GB", "2026-09-30", Edge.END, Reading(2026, 9, 30), "2026-06-30"),
        ("on 12 June", "en-GB", "12 June", Edge.WITHIN, Reading(None, 6, 12), "30 June"),
    ],
)
def test_a_day_is_read_and_written_in_its_format(
    text: str, locale: str, said: str, edge: Edge, reading: Reading, other: str
) -> None:
    (one,) = days(text, locale)
    assert (text[one.start : one.end], one.day.edge, one.day.readings) == (said, edge, (reading,))
    assert rewritten(text, one.start, one.end, one.day, WANTED) == other


@pytest.mark.parametrize(
    ("text", "locale", "said"),
    [
        ("1–31 May", "en-GB", ["1", "31 May"]),
        ("May 1–31, 2026", "en-US", ["May 1", "31, 2026"]),
        ("from 1 April to 31 May", "en-GB", ["1 April", "31 May"]),
        ("between 1 and 20 October", "en-GB", ["1", "20 October"]),
        ("vom 1. bis 31. Mai", "de", ["1.", "31. Mai"]),
        ("(3/15/26 to 4/15/26)", "en-US", ["3/15/26", "4/15/26"]),
    ],
)
def test_two_days_joined_are_a_window(text: str, locale: str, said: list[str]) -> None:
    found = days(text, locale)
    assert [text[one.start : one.end] for one in found] == said
    assert [one.day.edge for one in found] == [Edge.START, Edge.END]


@pytest.mark.parametrize(
    "text",
    ["until Sunday", "this weekend", "We may 31 times", "version 31.5 is out", "1/2 a lunch", "10.30 in the morning",
     "call 020 7946 0135", "30-31-32", "open 9/10", "March on, 10 soldiers"],
)  # fmt: skip
def test_what_is_no_day(text: str) -> None:
    assert days(text, "en-GB") == []


def test_figures_in_an_order_nobody_knows_may_mean_either_day() -> None:
    (one,) = days("until 05/06/2026", "en")
    assert one.day.agrees(date(2026, 6, 5))
    assert one.day.agrees(date(2026, 5, 6))
    assert rewritten("until 05/06/2026", one.start, one.end, one.day, WANTED) is None


def test_until_june_is_true_of_the_last_of_may() -> None:
    (one,) = days("until June", "en-GB")
    assert one.day.agrees(date(2026, 5, 31))
    assert one.day.agrees(date(2026, 6, 30))
    assert not one.day.agrees(date(2026, 7, 31))


def test_a_day_without_a_year_is_the_nearest() -> None:
    assert Reading(None, 1, 5).near(date(2026, 12, 20)) == date(2027, 1, 5)
    assert Reading(None, 2, 29).near(date(2026, 1, 1)) is None


def test_a_stay_until_some_day_ends_no_offer() -> None:
    book, stay = days("book until 31 October, stay until 30 November", "en-GB")
    assert not book.day.elsewhere
    assert stay.day.elsewhere


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from(["en-GB", "en-US", "de", "fr"]))
def test_a_day_that_is_written_is_read_again(day: date, locale: str) -> None:
    text = {
        "en-GB": "until 31/12/2026",
        "en-US": "until 12/31/2026",
        "de": "bis 31.12.2026",
        "fr": "jusqu'au 31/12/2026",
    }
    (one,) = days(text[locale], locale)
    written = rewritten(text[locale], one.start, one.end, one.day, day)
    assert written is not None
    (again,) = days(f"until {written}", locale)
    assert again.day.readings[0] == Reading(day.year, day.month, day.day)


def test_the_calendar_is_cldrs() -> None:
    pytest.importorskip("babel")
    kept = (cldr.DATA / "calendar.txt").read_text(encoding="utf-8")
    assert kept.splitlines() == list(cldr.calendar_lines())
