import json

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

DATA = r"""{"Business Lunch": {"title": "Business\u0020Lunch \u2014 \ud83d\ude00", "price": 1.5e3, "on": true},
 "items": ["Say \"Business Lunch\"", "<p>Business <b>Lunch</b></p>", null, "line\nbreak", "{{ name }}, hi"]}
"""


def test_values_are_text_and_keys_are_not() -> None:
    assert roles("a.json", DATA) == [
        ("body", "Business Lunch — 😀"),
        ("item", 'Say "Business Lunch"'),
        ("item", "Business Lunch"),
        ("item", "line\nbreak"),
        ("item", "￼, hi"),
    ]


def test_escapes_are_replaced_whole() -> None:
    document = read("a.json", DATA)
    assert_exact(document)
    assert found(document) == [r"Business\u0020Lunch", "Business Lunch", "Business <b>Lunch"]


def test_json_lines_are_values_one_after_another() -> None:
    assert texts("a.jsonl", '{"a": "One"}\n{"a": "Two"}\n') == ["One", "Two"]
    assert texts("a.ndjson", '"One"\n"Two"') == ["One", "Two"]


def test_templates_are_read_around_their_placeholders() -> None:
    assert texts("a.json", '{"a": {{ value }}, "b": "Lunch"}') == ["Lunch"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{\n"a": 1,\n}', "“}” where key should stand (line 3)"),
        ("// why\n{}", "“/” where value should stand (line 1)"),
        ('{"a": 1', "“{” is never closed (line 1)"),
        ("{'a': 1}", "“'a'” where key or } should stand (line 1)"),
        ('{"a":\n"x\ny"}', "a string that does not end on its line (line 2)"),
        ('{"a": "x"\r\n"b": 1}', '“"” where a comma or a closing bracket should stand (line 2)'),
        ("[1] [2]", "“[” where a comma or a closing bracket should stand (line 1)"),
        ("[1}", "“}” where a comma or a closing bracket should stand (line 1)"),
        ("[" * 200_000, "“[” is never closed (line 1)"),
        ('{"a":' * 200_000, "“{” is never closed (line 1)"),
    ],
)
def test_errors_name_the_line(text: str, reason: str) -> None:
    with pytest.raises(ReadError) as error:
        read("a.json", text)
    assert error.value.reason == f"this is not valid JSON: {reason}"


VALUES = st.recursive(
    st.sampled_from([NAME, f"a\n{NAME}", f'"{NAME}"', f"é😀 {NAME} \\", f"\t{NAME}/"]) | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", NAME]), inner, max_size=3),
    max_leaves=20,
)


def _names(value: object) -> int:
    if isinstance(value, dict):
        return sum(map(_names, value.values()))
    if isinstance(value, list):
        return sum(map(_names, value))
    return int(isinstance(value, str))


@given(VALUES, st.booleans(), st.sampled_from([None, 2]))
def test_places_are_exact(value: object, ascii_only: bool, indent: int | None) -> None:
    document = read("a.json", json.dumps(value, ensure_ascii=ascii_only, indent=indent))
    assert_exact(document)
    assert found(document) == [NAME] * _names(value)


@given(st.recursive(st.none() | st.text() | st.floats(allow_nan=False, allow_infinity=False), st.lists, max_leaves=9))
def test_all_that_is_json_is_read(value: object) -> None:
    assert_exact(read("a.json", json.dumps(value)))


@pytest.mark.parametrize("hostile", ['"\\', '"a', '["\\"', "1,", '{"a":"b"},', "\\u"])
def test_hostile_input_is_refused(hostile: str) -> None:
    with pytest.raises(ReadError):
        read("a.json", hostile * 40_000)


def test_survives_damage() -> None:
    assert_survives("a.json", DATA)
