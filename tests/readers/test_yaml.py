from contextlib import suppress
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest
import yaml

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

DATA = """# Business Lunch
title: Business Lunch 😀
price: 12
since: 2024-01-02
on: yes
'Business Lunch': "it''s \\u00e9 \\"so\\""
single: 'it''s'
wrapped: Business
  Lunch
folded: >-
  one
  two

  three
literal: |
  Rep: hi
    deeper

  - item
list:
  - first {{ name }}
  - {deep: second}
html: "<a href=\\"/business-lunch\\">Business</a> Lunch\\nm\\u00f6re"
&a tagged: !!str 12
local: !ours thing
again: *a
"""


def test_values_are_text_and_keys_are_not() -> None:
    assert roles("a.yaml", DATA) == [
        ("body", "Business Lunch 😀"),
        ("body", "it''s é \"so\""),
        ("body", "it's"),
        ("body", "Business\nLunch"),
        ("body", "one\ntwo"),
        ("body", "three"),
        ("body", "Rep: hi\n  deeper"),
        ("item", "item"),
        ("item", "first ￼"),
        ("body", "second"),
        ("body", "Business Lunch\nmöre"),
        ("body", "12"),
        ("body", "thing"),
    ]


def test_templates_are_read_too() -> None:
    assert texts("a.yml", "a: {{ x }}\n{% if y %}\nb: Business Lunch\n{% endif %}\n") == [NAME]


@pytest.mark.parametrize("text", ["a: [b", "a:\n\t- b", "[" * 5000, "a: b: c", '"'])
def test_refuses_what_is_no_yaml(text: str) -> None:
    with pytest.raises(ReadError, match="not valid YAML"):
        read("a.yaml", text)


def test_empty_and_many_documents() -> None:
    assert texts("a.yaml", "") == []
    assert texts("a.yaml", "--- one\n--- two\n...\n") == ["one", "two"]


WORDS = st.lists(
    st.sampled_from([NAME, "é", "it's", 'a "b"', "x: y", "- z", "😀", "\\", "#", "\n", "\n\n", "  "]), min_size=1
)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@given(
    st.lists(WORDS.map(" ".join), min_size=1, max_size=4), STYLES, st.integers(20, 120), st.sampled_from(["\n", "\r\n"])
)
def test_places_are_exact(values: list[str], style: str | None, width: int, line_break: str) -> None:
    text = yaml.dump(
        {f"k{i}": value for i, value in enumerate(values)}, default_style=style, width=width, allow_unicode=True
    )
    document = read("a.yaml", text.replace("\n", line_break))
    assert_exact(document)
    for cut in found(document):
        assert " ".join(re.sub(r"\\\n\s*|\\(?= )", "", cut).split()) == NAME  # "\" before a break and a blank
    said = "".join(segment.text for segment in document.segments).split()
    assert " ".join(said).count(NAME) == " ".join(" ".join(values).split()).count(NAME)


def test_survives_damage() -> None:
    assert_survives("a.yaml", DATA)


@pytest.mark.parametrize(
    "text", ["a: b\n" * 50_000, "a: |\n" + "  x\n" * 50_000, "a: '" + "''" * 50_000 + "'", "- " * 50_000]
)
def test_stays_linear(text: str) -> None:
    with suppress(ReadError):  # "- - -" nests
        assert_exact(read("a.yaml", text))
