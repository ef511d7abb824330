from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, texts

TABLE = 'Product,Price,Note\nBusiness Lunch,€12.50,"for ""teams"",\ntwo lines"\n<b>Business</b> Lunch,9,{{ x }}\n'


def test_cells_know_row_and_column() -> None:
    assert [(cell.role.value, cell.group, cell.column, cell.text) for cell in read("a.csv", TABLE).segments] == [
        ("cell", "row 1", 0, "Product"),
        ("cell", "row 1", 1, "Price"),
        ("cell", "row 1", 2, "Note"),
        ("cell", "row 2", 0, "Business Lunch"),
        ("cell", "row 2", 1, "€12.50"),
        ("cell", "row 2", 2, 'for "teams",\ntwo lines'),
        ("cell", "row 3", 0, "Business Lunch"),
        ("cell", "row 3", 1, "9"),
    ]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a;b\n1,5;2\n", ["a", "b", "1,5", "2"]),
        ("1,5;2,5\n3,5;4,5\n", ["1,5", "2,5", "3,5", "4,5"]),
        ("a\tb, c\n1\t2, 3\n", ["a", "b, c", "1", "2, 3"]),
        ("a|b\n1, 2|3\n", ["a", "b", "1, 2", "3"]),
        ("sep=|\nx,y|z\n", ["x,y", "z"]),
        ("1,2\n3,4\n", ["1", "2", "3", "4"]),
        ("only words here\nand here, too\n", ["only words here", "and here", "too"]),
        ('a,b\n"x;y;z","1;2;3"\n', ["a", "b", "x;y;z", "1;2;3"]),
        ("", []),
    ],
)
def test_dialects_are_told(text: str, cells: list[str]) -> None:
    assert texts("a.csv", text) == cells


def test_a_quote_that_nothing_closes_is_a_character() -> None:
    assert texts("a.csv", 'a,b\n"open,2\n3,4\n') == ["a", "b", '"open', "2", "3", "4"]


CELLS = st.sampled_from(
    [NAME, f'"{NAME}"', f'"a ""{NAME}"" b"', f'"x\n{NAME}, y"', f"<p>{NAME}</p>", f"{{{{ q }}}} {NAME}"]
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(rows: list[list[str]], line_break: str) -> None:
    document = read("a.csv", line_break.join(",".join(row) for row in rows))
    assert_exact(document)
    assert found(document) == [NAME] * sum(map(len, rows))


@pytest.mark.parametrize("hostile", ['"', '""', '"a', ",", '",', '"\n', "a" * 50, "\r"])
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.csv", hostile * 40_000))


def test_survives_damage() -> None:
    assert_survives("a.csv", TABLE)
