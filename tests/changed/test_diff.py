"""What git prints, read: any bytes, any names."""

from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.changed.diff import Record, changed_lines, records

_lines = st.lists(
    st.sampled_from([b"a\n", b"+++ b/x\n", b"--- a\n", b"@@ -1 +1 @@\n", b"diff --git a b\n", b"\n", b"b\r\n"])
)


@given(_lines, _lines, st.integers(0, 4))
def test_the_added_lines_are_those_that_are_not_kept(old: list[bytes], new: list[bytes], context: int) -> None:
    before, after = [line.decode() for line in old], [line.decode() for line in new]
    patch = "".join(unified_diff(before, after, "a/f", "b/f", n=context)).encode()
    spans = changed_lines(patch).get(b"f", ())
    changed = {number for first, last in spans for number in range(first, last + 1)}
    kept = [line for number, line in enumerate(new, start=1) if number not in changed]
    remaining = iter(old)
    assert all(line in remaining for line in kept)
    assert len(kept) + len(changed) == len(new)


@given(st.binary())
def test_any_bytes_can_be_read(output: bytes) -> None:
    assert all(first <= last for spans in changed_lines(output).values() for first, last in spans)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        (b"b/f.md", b"f.md"),
        (b"b/a name.md\t", b"a name.md"),
        (b'"b/tab\\there.md"', b"tab\there.md"),
        (b'"b/M\\303\\274ller \\"q\\" \\\\.md"', 'Müller "q" \\.md'.encode()),
        (b'"b/a b\\tc"\t', b"a b\tc"),
        (b"b/b/f.md", b"b/f.md"),
    ],
)
def test_names_are_unquoted(written: bytes, path: bytes) -> None:
    assert changed_lines(b"--- a/x\n+++ " + written + b"\n@@ -0,0 +2,2 @@\n+a\n+b\n") == {path: ((2, 3),)}


def test_removed_lines_and_ends_without_a_newline_count_for_nothing() -> None:
    patch = (
        b"--- a/f\n+++ b/f\n@@ -1,2 +0,0 @@\n-a\n-b\n@@ -9 +7 @@\n-c\n\\ No newline at end of file\n+d\n"
        b"\\ No newline at end of file\n--- a/g\n+++ b/g\n@@ -1 +0,0 @@\n-x\n"
    )
    assert changed_lines(patch) == {b"f": ((7, 7),), b"g": ()}


def test_records_tell_the_old_name_of_a_renamed_file() -> None:
    output = b":100644 100644 aa bb M\0f\0:100644 100644 cc dd R096\0old name\0new\nname\0:000000 100644 00 ee A\0n\0"
    assert list(records(output)) == [
        Record("M", b"f", b"f", "aa"),
        Record("R", b"new\nname", b"old name", "cc"),
        Record("A", b"n", b"n", "00"),
    ]
    assert list(records(b"")) == []
