"""Words, gaps, and the written text they stand in."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.tokens import BREAK, WRAP, tokenize


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("Business Lunch", [" "]),
        ("Business\nLunch", [" "]),
        ("Business \r\n  Lunch", [" "]),
        ("Business-Lunch", ["-"]),
        ("Business–Lunch", ["-"]),
        ("Busi-\n  ness", [WRAP]),
        ("Business – Lunch", [BREAK]),
        ("Business—Lunch", ["—"]),
        ("Business, Lunch", [BREAK]),
        ("business. Lunch", [BREAK]),
        ("in. Class", [BREAK]),
        ("business\n\nLunch", [BREAK]),
        ("business \ufffc lunch", [BREAK]),
        ("St. John", [" "]),
        ("Chefs’ Table", [" "]),
        ("login.gov", ["."]),
        ("Care+", [""]),
    ],
)
def test_what_stands_between(text: str, gaps: list[str]) -> None:
    assert [token.gap for token in tokenize(text)[1:]] == gaps


@given(st.text())
def test_tokens_stand_where_they_say_in_order(text: str) -> None:
    tokens = tokenize(text)
    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert list(tokens) == sorted(tokens, key=lambda token: token.start)  # "¼" is two words in one place


@given(st.lists(st.text(alphabet="abcXYZ019", min_size=1), min_size=1))
def test_plain_words_are_cut_out_of_the_text(words: list[str]) -> None:
    text = " ".join(words)
    assert [text[token.start : token.end] for token in tokenize(text)] == words
