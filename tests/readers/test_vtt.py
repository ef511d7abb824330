from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.errors import ReadError
from tests.readers.text_documents import NAME, assert_exact, assert_survives, found, read, roles, texts

CALL = """WEBVTT - Call of Business Lunch

NOTE
Business Lunch in a comment

STYLE
::cue { color: red }

Business Lunch intro
01:05.000 --> 01:07.000 align:start
<v.loud Mary Smith>Welcome to the <c.x>Business</c>

01:07.000 --> 01:09.000
<v Mary Smith>Lunch.</v>

01:09.000 --> 01:10.000
<v Caller>Hi <00:01:09.500>there, Lunch&nbsp;Pass {{ x }}</v>
"""


def test_voices_stand_before_what_they_say() -> None:
    assert roles("a.vtt", CALL) == [
        ("body", "Mary Smith: Welcome to the Business\nLunch."),
        ("quote", "Caller: Hi there, Lunch\xa0Pass ￼"),
    ]
    first, last = read("a.vtt", CALL).segments
    assert (first.place, first.place_at(len(first.text) - 1), last.place) == ("00:01:05", "00:01:07", "00:01:09")


def test_only_a_text_without_time_codes_is_refused() -> None:
    assert texts("a.vtt", "WEBVTT\n") == []
    with pytest.raises(ReadError, match="time code"):
        read("a.vtt", "Business Lunch")


LINES = st.sampled_from(
    [NAME, f"<v Rep>{NAME}</v>", f"<c.red>{NAME}", f"<i>a</i> {NAME}.", f"- {NAME}", f"&amp; {NAME}"]
)


@given(st.lists(LINES, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_places_are_exact(lines: list[str], line_break: str) -> None:
    cues = [f"00:{i:02}.000 --> 00:{i + 1:02}.000\n{line}\n" for i, line in enumerate(lines)]
    document = read("a.vtt", "\n".join(["WEBVTT\n", *cues]).replace("\n", line_break))
    assert_exact(document)
    assert found(document) == [NAME] * len(lines)


@pytest.mark.parametrize("hostile", ["<v a>b\n", "<v", "&", "NOTE\n\n", "00:01.000 --> 00:02.000\nx\n\n", "--> "])
def test_reads_hostile_input_to_its_end(hostile: str) -> None:
    assert_exact(read("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n" + hostile * 20_000))


def test_survives_damage() -> None:
    assert_survives("a.vtt", CALL)
