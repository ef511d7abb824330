"""The companies' price statements: innocents are left alone, stale ones are found, with few known misses."""

import pytest

from tests.prices.corpus import Statement, findings, is_found, statements
from tests.prices.report import measure, precision, recall

_KNOWN_MISSES = {
    # The product is where or with what, and the amount is none it ever had: too weak to be held against anyone.
    "hotelier: Wake to the water in our Lake Suite from €240 per night.",
    "telecoms: Use your phone abroad with Roam Pass at €4.50 a day.",
    # A name of one everyday word is no name at the start of a line, where every word has a capital.
    "hotel: * Parking £12 per night",
    "gym: Platinum Plan members get everything for $79 a month.",
}


@pytest.mark.parametrize("statement", [each for each in statements() if each.rule is None], ids=str)
def test_an_innocent_statement_is_left_alone(statement: Statement) -> None:
    assert findings(statement) == ()


@pytest.mark.parametrize("statement", [each for each in statements() if each.rule is not None], ids=str)
def test_a_stale_statement_is_found_with_the_right_words(statement: Statement) -> None:
    found = findings(statement)
    assert is_found(statement, found) is (str(statement) not in _KNOWN_MISSES)
    assert statement.also or len(found) <= 1


def test_the_figures_that_were_agreed() -> None:
    count = measure()["all"]
    assert count["wanted"] >= 150
    assert count["innocent"] >= 150
    assert recall(count) >= 0.92
    assert precision(count) >= 0.97
