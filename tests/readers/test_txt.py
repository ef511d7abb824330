from hypothesis import given
from hypothesis import strategies as st
import pytest

from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

SCRIPT = """OPENING

Rep: Hi, this is Ann. May I tell you about the business
lunch for {{ company }}?
Caller: Go on.
Rep: It costs €49.

- one
  two
- three
1. four

> they wrote
> this

Prices
======
We add: nothing
"""


def test_splits_a_call_script() -> None:
    assert roles("a.txt", SCRIPT) == [
        ("title", "OPENING"),
        ("body", "Rep: Hi, this is Ann. May I tell you about the business\nlunch for ￼?"),
        ("body", "Caller: Go on."),
        ("body", "Rep: It costs €49."),
        ("item", "one\n  two"),
        ("item", "three"),
        ("item", "four"),
        ("quote", "they wrote\nthis"),
        ("title", "Prices"),
        ("body", "We add: nothing"),
    ]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("We sell the business\nLunch: it is cheap", ["We sell the business\nLunch: it is cheap"]),
        ("Hello there.\nAnn: hi", ["Hello there.", "Ann: hi"]),
        ("a\r\n\r\nb\rc", ["a", "b\nc"]),
        ("---\n\n***\n", []),
        ("", []),
        ("{{ all }} {% of %} *|IT|*", []),
    ],
)
def test_paragraphs(text: str, segments: list[str]) -> None:
    assert texts("a.txt", text) == segments


def test_front_matter_only_where_it_is_a_mapping() -> None:
    document = read("a.txt", "---\ntitle: Business Lunch\ndate: 2024-05-06\nmsglint: {channel: script}\n---\nText\n")
    assert document.metadata == {"title": NAME, "date": "2024-05-06", "channel": "script"}
    assert found(document) == [NAME]
    assert texts("a.txt", "---\njust text\n---\nmore") == ["just text", "more"]


LINES = st.lists(
    st.sampled_from(
        [NAME, f"- {NAME} 😀", f"Rep: {NAME}{{{{ x }}}}", f"  > {NAME}", "", "x\xad\u200b", f"1) {NAME}", "==="]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_places_are_exact(lines: list[str], line_break: str) -> None:
    text = line_break.join(lines)
    document = read("a.txt", text)
    assert_exact(document)
    assert found(document) == [NAME] * text.count(NAME)


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    text = text.replace("\0", "")
    if sum(ord(character) < 32 for character in text) < 3:
        assert_exact(read("a.txt", text.encode("utf-8", "ignore").decode()))


def test_survives_damage() -> None:
    assert_survives("a.txt", "---\ntitle: x\n---\n" + SCRIPT)


@pytest.mark.parametrize("unit", ["A: b\n", "- ", ">", "Abc (", "{{", "{% comment %}", "*|", "---\n"])
def test_stays_linear(unit: str) -> None:
    assert_exact(read("a.txt", unit * 50_000))
