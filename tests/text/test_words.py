"""The word lists: sorted, folded, searched right."""

from pathlib import Path

import pytest

import msglint.text.words as words

DATA = Path(words.__file__).parent / "data"


@pytest.mark.parametrize("name", ["ordinary-words.txt", "proper-names.txt"])
def test_lists_are_sorted_and_folded(name: str) -> None:
    lines = (DATA / name).read_bytes().split(b"\n")
    assert lines.pop() == b""
    assert lines == sorted(set(lines))
    assert all(line.isalpha() and line.islower() for line in lines)


def test_words_and_slips() -> None:
    assert all(map(words.is_word, ["launch", "lunches", "colour", "color", "aardvark", "zulu", "smith"]))
    assert not any(map(words.is_word, ["buisness", "bussiness", "luncch", "meels", "", "zzz", "lunch\n"]))


def test_every_hundredth_word_is_found_and_no_neighbour_is() -> None:
    for name in ("ordinary-words.txt", "proper-names.txt"):
        for word in (DATA / name).read_text(encoding="utf-8").split()[::100]:
            assert words.is_word(word)
            assert not words.is_word(f"{word}qx")
