"""What holds for anything that may be written."""

import codecs
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
import pytest

from msglint.errors import GlossaryError
from msglint.glossary.facts import parse_fact
from msglint.glossary.keys import SHAPES
from msglint.glossary.load import load_glossary, parse_glossary
from msglint.glossary.moments import parse_day, parse_duration
from msglint.glossary.money import currencies, parse_money
from msglint.glossary.slugs import slug

_KEYS = sorted({key for shape in SHAPES.values() for key in shape.keys})
_SNIPPETS = st.sampled_from(
    [
        *_KEYS, "terms:", "- ", "%", "{", "}", "[", "]", ": ", ", ", "\n", "\n  ", "\n    ", "&a ", "*a", "<<: ", "|",
        ">", "'", '"', "#", "---\n", "...", "!!binary ", "? ", "\t", "12,50", "6.50 GBP per x", "2026-03-01", "90d",
        ">= 60", "\0", "\u2028", "\x85", "\ufeff", "\ud800", "é", "😀",
    ]
)  # fmt: skip
_WORD = st.from_regex(r"[A-Za-z][a-z]{1,8}", fullmatch=True)


def _refused_in(text: str) -> list[str]:
    """The paths of the problems of a text; [] where it loads. Any other exception fails the test."""
    try:
        glossary = parse_glossary(text, "g.yaml")
    except GlossaryError as error:
        return [problem.path for problem in error.problems]
    assert list(glossary.ids.values()) == list(glossary.entries)
    return []


@settings(max_examples=300, deadline=None)
@given(st.lists(_SNIPPETS, max_size=40).map("".join))
@example("terms: [{term: A, include: B}]")
@example("include: ['\\0']")
def test_any_text_loads_or_is_refused(text: str) -> None:
    assert set(_refused_in(text)) <= {"g.yaml"}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(_KEYS), st.text(max_size=20))
def test_any_value_loads_or_is_refused(key: str, value: str) -> None:
    assert set(_refused_in(f"terms: [{{term: A, {key}: {value!r}}}]")) <= {"g.yaml"}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE]),
    st.binary(max_size=60) | st.text(max_size=40).map(lambda text: f"terms: [{text}]".encode("utf-16-le", "replace")),
)
def test_any_bytes_load_or_are_refused(tmp_path_factory: pytest.TempPathFactory, mark: bytes, data: bytes) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_bytes(mark + data)
    try:
        paths = load_glossary(path).files
    except GlossaryError as error:
        paths = tuple(problem.path for problem in error.problems)
    assert set(paths) == {path.as_posix()}


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    once = slug(text)
    assert slug(once) == once
    assert not any(character.isspace() for character in once)


@pytest.mark.parametrize(
    ("term", "expected"),
    [
        ("Meals for Teams", "meals-for-teams"),
        ("Meals for Teams™", "meals-for-teams"),
        ("Fern & Fig", "fern-fig"),
        ("Chef's Table", "chefs-table"),
        ("Login.gov", "login-gov"),
        ("Café Größe", "cafe-grosse"),
        ("  --X--  ", "x"),
        ("会議", "会議"),
        ("™", ""),
    ],
)
def test_slugs(term: str, expected: str) -> None:
    assert slug(term) == expected


@given(st.integers(0, 1000), st.sampled_from("dwDW"))
def test_durations_of_days_and_weeks_are_exact(number: int, unit: str) -> None:
    assert parse_duration(f"{number}{unit}") == timedelta(days=number * (7 if unit in "wW" else 1))


@given(st.integers(0, 99))
def test_twelve_months_are_a_year(years: int) -> None:
    assert parse_duration(f"{12 * years}m") == parse_duration(f"{years}y")


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_days(day: date) -> None:
    assert parse_day(day.isoformat()) == day


_AMOUNTS = st.decimals(0, 10**9, places=2)


@given(_AMOUNTS, st.sampled_from(sorted(currencies())), st.lists(_WORD.filter(lambda word: word != "per"), max_size=3))
def test_money(amount: Decimal, currency: str, unit: list[str]) -> None:
    money = parse_money(" ".join([f"{amount} {currency}", *(f"per {part}" for part in unit)]))
    assert (money.amount, money.currency, money.per) == (amount, currency, tuple(unit))


@given(
    st.sampled_from([None, "<", "<=", "=", ">=", ">"]),
    _AMOUNTS,
    st.none() | _AMOUNTS,
    st.none() | st.sampled_from(["%", "business hours", "days", "°C", "m²"]) | _WORD.filter(lambda word: word != "to"),
)
def test_facts(relation: str | None, number: Decimal, more: Decimal | None, unit: str | None) -> None:
    to = None if more is None else number + more
    written = " ".join(
        str(part) for part in (relation, number, "to" if to is not None else None, to, unit) if part is not None
    )
    fact = parse_fact(written)
    assert (fact.text, fact.relation, fact.number, fact.to, fact.unit) == (written, relation, number, to, unit)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("99.9%", (None, "99.9", None, "%")),
        ("≤4 hours", ("<=", "4", None, "hours")),
        ("10,000 contacts", (None, "10000", None, "contacts")),
        ("3-5 working days", (None, "3", "5", "working days")),
        ("within a day", (None, None, None, None)),
        ("24 hours, weekends excluded", (None, None, None, None)),
        ("2 of 3 meals", (None, None, None, None)),
        ("> 50 %, measured monthly", (None, None, None, None)),
        ("9am to 5pm", (None, None, None, None)),
        ("2026-03-01", (None, None, None, None)),
    ],
)
def test_what_is_a_fact_and_what_is_plain_text(written: str, expected: tuple[str | None, ...]) -> None:
    fact = parse_fact(written)
    number, to = (None if value is None else str(value) for value in (fact.number, fact.to))
    assert (fact.relation, number, to, fact.unit) == expected
