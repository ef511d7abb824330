"""Spans, asked whether any of them meets another one."""

from hypothesis import given
from hypothesis import strategies as st

from msglint.text.spans import Spans

SPAN = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: (min(pair), max(pair)))


@given(st.lists(SPAN), SPAN)
def test_it_says_what_looking_at_each_would(spans: list[tuple[int, int]], asked: tuple[int, int]) -> None:
    expected = any(first <= asked[1] and asked[0] <= last for first, last in spans)
    assert Spans(spans).meet(*asked) == expected
