"""Quantities as people write them."""

from decimal import Decimal

import pytest

from msglint.facts.quantities import quantities


@pytest.mark.parametrize(
    ("text", "number", "to", "unit", "relation", "figure"),
    [
        ("lead score 50+", "50", None, "", ">=", "50+"),
        ("60 or more points", "60", None, "point", ">=", "60 or more points"),
        ("at least five tasks", "5", None, "task", ">=", "five tasks"),
        ("within four business hours.", "4", None, "business hour", "<=", "four business hours"),
        ("within 4 working hours", "4", None, "business hour", "<=", "4 working hours"),
        ("uptime of 99.9 %", "99.9", None, "percent", None, "99.9 %"),
        ("a 30-day trial", "30", None, "day", None, "30-day"),
        ("20–60 employees", "20", "60", "person", None, "20–60 employees"),
        ("between 20 and 60 people", "20", "60", "person", None, "20 and 60 people"),
        ("within an hour", "1", None, "hour", "<=", "an hour"),
        ("1,000 GB a month", "1000", None, "GB", None, "1,000 GB"),
        ("in forty-two days", "42", None, "day", "<=", "forty-two days"),
        ("nobody waits longer than two minutes", "2", None, "minute", "<=", "two minutes"),
        ("under 2 business days", "2", None, "business day", "<", "2 business days"),
        ("50 automation tasks", "50", None, "task", None, "50 automation tasks"),
    ],
)
def test_a_quantity(text: str, number: str, to: str | None, unit: str, relation: str | None, figure: str) -> None:
    (found,) = quantities(text)
    assert (found.number, found.to) == (Decimal(number), Decimal(to) if to else None)
    assert (found.unit.name, found.relation) == (unit, relation)
    assert text[slice(*found.figure)] == figure


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-01",
        "at 12:30",
        "at 9 am",
        "call 0800 123456789",
        "£12.50 each",
        "12,50 €",
        "the 3rd of May",
        "see page 24",
        "one of us",
        "a quarter of an hour",
        "a minute and a half",
        "https://example.org/50",
        "file_50.txt",
        "",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_two_numbers_are_no_range() -> None:
    assert [quantity.to for quantity in quantities("5 people and 10 cars")] == [None, None]
