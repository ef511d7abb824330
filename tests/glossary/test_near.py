"""The tables of a lexicon, and what a written word comes near: found fast, and no other than is found slowly."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import parse_glossary
from msglint.glossary.near_words import NearWords
from msglint.glossary.slips import MOST_EDITS, edit_limit, is_slip, leaving_alike
from msglint.glossary.table import Table

_WORDS = st.text("abs", min_size=3, max_size=11)


@given(
    found=st.dictionaries(
        st.text(st.characters(exclude_characters="\n", exclude_categories=("Cs",)), min_size=1),
        st.lists(st.integers(0, 2**32 - 1)),
    ),
    other=st.text(),
)
def test_a_table_has_what_was_put_in(found: dict[str, list[int]], other: str) -> None:
    table = Table.of(found)
    assert {word: list(table.get(word)) for word in table.lines} == {
        word: sorted(set(numbers)) for word, numbers in found.items()
    }
    assert table.of_any([*found, other]) == {number for numbers in found.values() for number in numbers}
    assert (other in table.places, bool(table.get(other))) == (other in found, bool(found.get(other)))
    assert table.has_beginning(other) is any(word.startswith(other) for word in found)


@given(words=st.lists(_WORDS, max_size=6), written=_WORDS)
def test_near_words_are_those_of_which_the_same_may_be_left(words: list[str], written: str) -> None:
    expected = [word for word in sorted(set(words)) if _is_near(written, word)]
    assert NearWords.of(words).near(written) == expected


@given(word=_WORDS, written=_WORDS, limit=st.integers(1, 2))
def test_what_is_left_is_compared_by_what_they_have_in_common(word: str, written: str, limit: int) -> None:
    alike = not _left(word, limit).isdisjoint(_left(written, MOST_EDITS))
    assert list(leaving_alike(written, [word], limit)) == [word] * alike


def _is_near(written: str, word: str) -> bool:
    alike = not _left(word, edit_limit(len(word))).isdisjoint(_left(written, MOST_EDITS))
    slipped = is_slip(written, word) or (written[-1] == "s" and is_slip(written[:-1], word))
    return edit_limit(len(word)) > 0 and alike and slipped


def _left(word: str, struck: int) -> set[str]:
    return {"".join(rest) for n in range(struck + 1) for rest in combinations(word, len(word) - n)}


@pytest.mark.parametrize(
    ("written", "labels"),
    [
        ("buisnesslunch", ["Business Lunch"]),
        ("businesslunhc", ["Business Lunch"]),
        ("businesslunhc's", ["Business Lunch"]),
        ("lunchpas", ["Lunch Pass"]),
        ("lunchroom", []),
        ("businesspass", []),
    ],
)
def test_labels_run_together_with_a_slip(written: str, labels: list[str]) -> None:
    lexicon = compile_lexicon(parse_glossary("terms: [Business Lunch, Lunch Pass, Meals for Teams]", "glossary.yaml"))
    assert [lexicon.patterns[number].label.text for number in lexicon.verdict(written).joined] == labels
