"""Formats that draw lines around their text: the drawing still fits after a correction."""

import pytest

from tests.fixers.mending import corrected, reasons

CASES = [
    ("rst", "Business Lunch\n==============\n\nx\n", "Meals for Teams\n===============\n\nx\n"),
    ("rst", "====\nabcd\n====\n\nBusiness Lunch\n--------------\n", "====\nabcd\n====\n\nMeals for Teams\n---------------\n"),
    ("rst", "==============\nBusiness Lunch\n==============\n", "===============\nMeals for Teams\n===============\n"),
    ("rst", "our **Business** Lunch\n", "our **Meals for Teams**\n"),
    ("rst", "- our Business\n  Lunch today\n", "- our Meals for\n  Teams today\n"),
    ("rst", "a Steaming Platter\n", "a Box \\[v2] \\*hot\\*\n"),
    (
        "rst",
        "+------------------+-----+\n| Business Lunch   | 3   |\n+------------------+-----+\n| Packed Supper    | 4   |\n+------------------+-----+\n",
        "+------------------+-----+\n| Meals for Teams  | 3   |\n+------------------+-----+\n| Mealbox          | 4   |\n+------------------+-----+\n",
    ),
    (
        "rst",
        "================  ===\nName              No\n================  ===\nBusiness Lunch    3\nPacked Supper     4\n================  ===\n",
        "================  ===\nName              No\n================  ===\nMeals for Teams   3\nMealbox           4\n================  ===\n",
    ),
    ("adoc", "= Business Lunch\n\nour *Business* Lunch\n", "= Meals for Teams\n\nour *Meals for Teams*\n"),
    ("adoc", "Business Lunch\n--------------\n\nx\n", "Meals for Teams\n---------------\n\nx\n"),
    ("adoc", "Packed Supper\n-------------\n\nx\n", "Mealbox\n-------\n\nx\n"),
    ("adoc", "|===\n|Business Lunch |3\n|===\n", "|===\n|Meals for Teams |3\n|===\n"),
    ("adoc", "a Steaming Platter\n", "a Box &#91;v2&#93; &#42;hot&#42;\n"),
]  # fmt: skip


@pytest.mark.parametrize(("format", "before", "after"), CASES)
def test_the_drawing_fits(format: str, before: str, after: str) -> None:
    assert corrected(before.encode(), format).data.decode() == after


def test_a_cell_without_room_is_left() -> None:
    table = "+----------------+\n| Business Lunch |\n+----------------+\n"
    result = corrected(table.encode(), "rst")
    assert result.data == table.encode()
    assert reasons(result) == ["the cell of the drawn table has no room for it: widen its column first"]
