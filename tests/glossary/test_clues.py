"""What words tell of names: the same whether they are met one by one or all at once."""

from unittest.mock import patch

from hypothesis import given, strategies
import pytest

from msglint.glossary import lexicon
from msglint.glossary.clues import characters_after
from msglint.glossary.load import parse_glossary
from msglint.text import words

_TERMS = "terms:\n  - {term: Meals for Teams, superseded: Business Lunch, admitted: LunchPad}\n  - {term: Login.gov}\n"
_SAID = (
    "a",
    "an",
    "b",
    "lunch",
    "lunches",
    "lunchpad",
    "luncheon",
    "busi",
    "lo",
    "log",
    "the",
    "chef's",
    "4",
    "&",
    "é",
)


@pytest.mark.parametrize(
    ("beginning", "characters"), [("ab", {"c", "d"}), ("abd", {"d"}), ("abdd", set()), ("x", set()), ("", {"a", "b"})]
)
def test_characters_that_follow(beginning: str, characters: set[str]) -> None:
    assert characters_after(beginning, ["ab", "abc", "abce", "abd", "abdd", "b"]) == characters


@given(strategies.lists(strategies.sampled_from(_SAID)))
def test_words_met_at_once_tell_the_same(said: list[str]) -> None:
    one, other = (lexicon.compile_lexicon(parse_glossary(_TERMS, "glossary.yaml")) for _ in range(2))
    with patch.object(lexicon, "all_words", words.load):
        one.meet(said)
    assert [one.clues[word] for word in said] == [other.clues[word] for word in said]
