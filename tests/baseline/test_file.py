"""The baseline's file: what is written is read, whatever merges make of it."""

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.baseline.file import parse, render
from msglint.baseline.known import Baseline, Known
from msglint.errors import ConfigError
from msglint.model.scale import Certainty
from msglint.text.showing import visible

HEADER = "# msglint baseline 1\n"
LINE = "0123456789abcdef\t2\tNAM101\tcertain\tflyers/june.md\tBusiness Lunch\n"
OTHER = "fedcba9876543210\t1\tPRC201\tlikely\tprices.docx\t£12\n"

_words = st.text(max_size=20).map(visible)
_entries = st.builds(
    Known,
    fingerprint=st.text("0123456789abcdef", min_size=32, max_size=32),
    path=_words,
    count=st.integers(1, 10_000),
    rule=st.sampled_from(["NAM101", "PRC201"]),
    certainty=st.sampled_from(Certainty),
    said=_words,
)


@given(st.lists(_entries, max_size=20))
def test_what_is_written_is_read(entries: list[Known]) -> None:
    baseline = Baseline.of(entries)
    assert parse(render(baseline), "b.txt") == baseline


@given(st.lists(_entries, max_size=20), st.randoms())
def test_any_order_and_repetition_mean_the_same(entries: list[Known], random) -> None:
    baseline = Baseline.of(entries)
    header, *lines = render(baseline).splitlines(keepends=True)
    lines = lines * 2
    random.shuffle(lines)
    assert parse(header + "".join(lines), "b.txt") == baseline


def lines_of_errors(text: str) -> list[int | None]:
    try:
        parse(text, "b.txt")
    except ConfigError as error:
        return [problem.line for problem in error.problems]
    return []


@given(st.text())
def test_any_text_is_a_baseline_or_an_error_with_a_line(text: str) -> None:
    assert None not in lines_of_errors(text) + lines_of_errors(HEADER + text)


def test_windows_newlines_and_a_byte_order_mark_are_read(tmp_path) -> None:
    from msglint.baseline.file import load

    file = tmp_path / "b.txt"
    file.write_bytes(b"\xef\xbb\xbf" + (HEADER + LINE + OTHER).replace("\n", "\r\n").encode())
    assert [entry.said for entry in load(file).entries] == ["Business Lunch", "£12"]


def test_of_the_same_line_with_two_counts_the_higher_holds() -> None:
    baseline = parse(HEADER + LINE + LINE.replace("\t2\t", "\t3\t") + HEADER + OTHER, "b.txt")
    assert [entry.count for entry in baseline.entries] == [3, 1]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "this is no baseline"),
        ("hello\n", 1, "this is no baseline"),
        ("# msglint baseline 2\n", 1, "version “2”"),
        (HEADER + "<<<<<<< HEAD\n" + LINE, 2, "a merge was left unfinished"),
        (HEADER + LINE + "=======\n", 3, "a merge was left unfinished"),
        (HEADER + LINE.replace("\t", " "), 2, "1 fields parted by tabs"),
        (HEADER + LINE.replace("0123", "xyz"), 2, "is no fingerprint"),
        (HEADER + LINE.replace("\t2\t", "\t0\t"), 2, "the count is “0”"),
        (HEADER + LINE.replace("\t2\t", "\t-1\t"), 2, "the count is “-1”"),
        (HEADER + LINE.replace("certain", "sure"), 2, "the certainty is “sure”"),
        (HEADER + LINE.replace("NAM101", ""), 2, "the rule is missing"),
    ],
)
def test_an_error_names_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse(text, "b.txt")
    problem = caught.value.problems[0]
    assert (problem.path, problem.line) == ("b.txt", line)
    assert said in problem.message
