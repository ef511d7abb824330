"""Diffs: that they tell the whole change, and that thousands of changes do not take forever."""

from difflib import restore
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.text.differences import unified
from msglint.text.patience import Matcher

LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "term: x\n", "term: y\n", "\n"]), max_size=12)


def test_texts_that_are_the_same_have_no_diff() -> None:
    assert list(unified("a", "x\ny\n", "x\ny\n")) == []
    assert list(unified("a", "", "")) == []


@pytest.mark.parametrize(
    ("before", "after", "diff"),
    [
        ("", "a\n", "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n"),
        ("a\n", "", "--- f\n+++ f\n@@ -1 +0,0 @@\n-a\n"),
        ("a\nb\nc\n", "a\nB\nc\n", "--- f\n+++ f\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
        ("a", "a\n", "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
        ("a\r\nb\r\n", "a\r\n", "--- f\n+++ f\n@@ -1,2 +1 @@\n a\r\n-b\r\n"),
    ],
)
def test_a_diff_as_tools_read_it(before: str, after: str, diff: str) -> None:
    assert "".join(unified("f", before, after)) == diff


@given(LINES, LINES)
def test_what_is_shared_is_shared_and_the_rest_makes_the_new_text(old: list[str], new: list[str]) -> None:
    told = []
    for what, start, end, new_start, new_end in Matcher(old, new).get_opcodes():
        if what == "equal":
            assert old[start:end] == new[new_start:new_end]
            told += [f"  {line}" for line in old[start:end]]
        else:
            told += [f"- {line}" for line in old[start:end]] + [f"+ {line}" for line in new[new_start:new_end]]
    assert (list(restore(told, 1)), list(restore(told, 2))) == (old, new)


def test_thousands_of_changes_are_compared_between_what_is_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each stretch that is compared line by line is short, however long the texts are."""
    stretches = []
    compare = Matcher.__mro__[1].get_matching_blocks
    monkeypatch.setattr(
        Matcher.__mro__[1],
        "get_matching_blocks",
        lambda self: stretches.append(len(self.a) + len(self.b)) or compare(self),
    )
    before = "".join(f"- term: {number}\n  type: product\n" for number in range(3000))
    after = before.replace("  type: product\n", "  type: product\n  sign_off: [sales]\n")
    diff = "".join(unified("f", before, after))
    assert len(re.findall(r"^\+  sign_off", diff, re.MULTILINE)) == 3000
    assert max(stretches) < 10
