from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, cut, found, read, roles, texts

CALL = """1
00:00:58,000 --> 00:01:02,500
Rep: Have you tried our <i>Business</i>

2
00:01:02,600 --> 00:01:05,000
{\\an8}Lunch for teams?
It is new.

3
00:01:05,000 --> 00:01:07,000
Caller: I had the Business Lunch.

4
01:02:08,000 --> 01:02:09,000
- Fine &amp; good
- Thanks
"""


def test_a_sentence_is_one_segment() -> None:
    assert roles("a.srt", CALL) == [
        ("body", "Rep: Have you tried our Business\nLunch for teams?\nIt is new."),
        ("quote", "Caller: I had the Business Lunch."),
        ("body", "Fine & good"),
        ("body", "Thanks"),
    ]


def test_a_name_over_two_cues_is_located_with_its_time_code() -> None:
    document = read("a.srt", CALL)
    first = document.segments[0]
    at = first.text.index("Business")
    name = (at, at + len("Business\nLunch"))
    assert cut(document, first, *name) == "Business</i>\n\n2\n00:01:02,600 --> 00:01:05,000\n{\\an8}Lunch"
    assert document.locate(first, *name).place == "00:00:58"
    assert document.locate(first, first.text.index("Lunch"), first.text.index("Lunch") + 5).place == "00:01:02"
    assert [segment.place for segment in document.segments] == ["00:00:58", "00:01:05", "01:02:08", "01:02:08"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\n0:00:01.5 --> 0:00:02.5\nOne\n\nline more\n", ["One\nline more"]),
        ("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\n24 guests\n", ["One\n24 guests"]),
        ("00:00:01,000 --> 00:00:02,000\nOne.\n\n00:00:02,000 --> 00:00:03,000\nTwo.\n", ["One.", "Two."]),
        ("00:00:01,000 --> 00:00:02,000\nOne\n\n00:00:09,000 --> 00:00:10,000\nTwo\n", ["One", "Two"]),
        ("00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo", ["Two"]),
        ("", []),
    ],
)
def test_what_players_accept_is_accepted(text: str, expected: list[str]) -> None:
    assert texts("a.srt", text) == expected


def test_a_text_without_time_codes_is_refused() -> None:
    with pytest.raises(ReadError, match="time code"):
        read("a.srt", "Business Lunch\n")


LINES = st.sampled_from(
    [NAME, "<b>Business</b> Lunch", f"Rep: {NAME}.", f"- {NAME}", f"é😀 {NAME} &lt;", "Business\nLunch"]
)


@given(st.lists(LINES, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(lines: list[str], line_break: str) -> None:
    cues = [f"{i}\n00:00:{i:02},000 --> 00:00:{i + 1:02},000\n{line}\n" for i, line in enumerate(lines)]
    document = read("a.srt", "\n".join(cues).replace("\n", line_break))
    assert_exact(document)
    whole = found(document) + found(document, "Business\nLunch")
    assert len(whole) == len(lines)
    assert {name.replace("</b>", "").replace("\n", " ") for name in whole} == {NAME}
    for segment in document.segments:
        for index in (0, len(segment.text) - 1):
            location = document.locate(segment, index, index + 1)
            above = document.texts[""].replace("\r\n", "\n").split("\n")[: location.line]
            assert location.place == [line for line in above if "-->" in line][-1][:8]


@pytest.mark.parametrize(
    "hostile", ["00:00:01,000 --> 00:00:02,000\nword\n", "1\n", "<v ", "{\\an8", "Rep: a\n", "00:"]
)
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.srt", "00:00:01,000 --> 00:00:02,000\n" + hostile * 20_000))


def test_survives_damage() -> None:
    assert_survives("a.srt", CALL)
