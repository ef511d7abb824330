"""What a finding's identity survives, and what it does not."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.fingerprint import fingerprint

SAID = "Business Lunch"
WRITTEN = "Ask our team about Business Lunch before you leave the building today."


def of(text: str, said: str = SAID, nth: int = 1, code: str = "NAM101", entry: str | None = "meals") -> str:
    start = -1
    for _ in range(nth):
        start = text.index(said, start + 1)
    return fingerprint(code, entry, text, start, start + len(said))


@pytest.mark.parametrize(
    "text",
    [
        "We are open. " + WRITTEN,
        WRITTEN + " We are open.",
        "Who is open? " + WRITTEN + "\n\nWe are.",
        WRITTEN.replace(" ", "\n"),
        WRITTEN.replace("Business Lunch", "Business\nLunch"),
        WRITTEN.replace("before you", "before  \t you"),
        WRITTEN.replace("our", "OUR"),
        WRITTEN.replace("about", "a\u00adbout"),
        WRITTEN.replace("Business Lunch", "Business\u00a0Lunch"),
        WRITTEN.replace("leave the building today", "leave the building tomorrow"),
    ],
)
def test_it_survives_what_is_written_beside_it_and_how_it_is_set(text: str) -> None:
    said = next(said for said in (SAID, "Business\nLunch", "Business\u00a0Lunch") if said in text)
    assert of(text, said) == of(WRITTEN)


def test_typographic_quotes_are_quotes() -> None:
    straight, curly = "It's our Business Lunch, isn't it?", "It’s our Business Lunch, isn’t it?"
    assert of(straight) == of(curly)


@pytest.mark.parametrize(
    "text",
    [
        "Order Business Lunch by noon.",
        "Ask our team about Business Lunch and more.",
        "Business Lunch",
        WRITTEN.replace("our", "your"),
    ],
)
def test_another_sentence_is_another_finding(text: str) -> None:
    assert of(text) != of(WRITTEN)


def test_two_in_one_sentence_are_two() -> None:
    text = "From Business Lunch to Business Lunch in an hour."
    assert of(text, nth=1) != of(text, nth=2)


def test_rule_entry_and_what_is_said_are_part_of_it() -> None:
    assert len({of(WRITTEN), of(WRITTEN, code="NAM102"), of(WRITTEN, entry="box"), of(WRITTEN, "Lunch")}) == 4
    prices = [of(f"It costs {price} each.", price) for price in ("€12.50", "£12.50", "12.50", "1250", "€12,50")]
    assert len(set(prices)) == 5


@given(st.text(), st.integers(0, 50), st.integers(0, 20))
def test_any_text_has_one(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    assert fingerprint("A", None, text, start, end) == fingerprint("A", None, text, start, end)
