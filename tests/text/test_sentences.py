"""Sentence ends, and what is none."""

import pytest

from msglint.text.sentences import sentence_at, sentence_starts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One. ", "Two! ", "Three?"]),
        ("Mr. Smith came.", ["Mr. Smith came."]),
        ("At 5 p.m. we eat. Then go.", ["At 5 p.m. we eat. ", "Then go."]),
        ("approx. 20 people", ["approx. 20 people"]),
        ("It is £12.50 a head. Fine.", ["It is £12.50 a head. ", "Fine."]),
        ("“Ours.” “Theirs.”", ["“Ours.” ", "“Theirs.”"]),
        ("One\n\nTwo", ["One\n\n", "Two"]),
        ("", [""]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    starts = [*sentence_starts(text), len(text)]
    assert [text[a:b] for a, b in zip(starts, starts[1:], strict=False)] == sentences


def test_every_character_is_in_its_sentence() -> None:
    text = "One. Two! Three?"
    assert [sentence_at(text, i) for i in (0, 5, 15)] == [(0, 5), (5, 10), (10, 16)]
