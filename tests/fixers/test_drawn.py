"""Formats that draw lines around their text: the drawing still fits after a correction."""

import pytest

from tests.fixers.mending import cases, corrected, reasons


@pytest.mark.parametrize(("format", "before", "after"), cases("drawn"))
def test_the_drawing_fits(format: str, before: str, after: str) -> None:
    assert corrected(before.encode(), format).data.decode() == after


def test_a_cell_without_room_is_left() -> None:
    table = "+----------------+\n| Business Lunch |\n+----------------+\n"
    result = corrected(table.encode(), "rst")
    assert result.data == table.encode()
    assert reasons(result) == ["the cell of the drawn table has no room for it: widen its column first"]
