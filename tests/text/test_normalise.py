"""Normalising never loses the way back."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.normalise import fold, normalise

ODD = "aB é’‘\u00a0\u2009\u00ad\u200b\ufeff™®²ﬁＡ１\u0301½…‑–—\n\t“"


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("Chef’s", "Chef's"),
        ("Busi\u00adness", "Business"),
        ("Business\u200b Lunch", "Business Lunch"),
        ("Business\u00a0Lunch", "Business Lunch"),
        ("Ｂｕｓｉｎｅｓｓ", "Business"),
        ("Lunch™", "Lunch"),
        ("Lunch²", "Lunch"),
        ("o\ufb03ce", "office"),
        ("Cafe\u0301", "Café"),
        ("Business‑Lunch", "Business-Lunch"),
        ("plain", "plain"),
    ],
)
def test_what_is_folded_away(written: str, normal: str) -> None:
    assert normalise(written).text == normal


@given(st.text(alphabet=st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"])))
def test_every_character_has_an_origin(text: str) -> None:
    normalised = normalise(text)
    starts = [normalised.start(i) for i in range(len(normalised.text))]
    ends = [normalised.end(i + 1) for i in range(len(normalised.text))]
    assert starts == sorted(starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))


@given(st.text(alphabet="abcdefghij \n", min_size=1), st.data())
def test_a_word_between_odd_characters_maps_back_to_itself(word: str, data: st.DataObject) -> None:
    before = data.draw(st.text(alphabet=ODD.replace("\u0301", "")))
    text = f"{before}x{word}™"
    normalised = normalise(text)
    at = normalised.text.rindex(word)
    assert text[normalised.start(at) : normalised.end(at + len(word))] == word


def test_fold_drops_case_and_accents() -> None:
    assert fold("Café") == fold("CAFE") == "cafe"
    assert fold("Straße") == "strasse"
