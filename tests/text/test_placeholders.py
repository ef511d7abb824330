from hypothesis import given
from hypothesis import strategies as st
import pytest

from msglint.formats.pieces import FILLER
from msglint.formats.placeholders import masked, spans


@pytest.mark.parametrize(
    "placeholder",
    [
        "{{ name }}", "{{{raw}}}", "{% if a < b %}", "{# note #}", "{{!-- a }} b --}}", "${first}", "%%FIRST%%",
        "%%=v(@x)=%%", "*|FNAME|*", "[[company]]", "<<First Name>>", "<%= x %>", "<?php echo 1 > 0 ?>",
        "{{ a\n}}",
        "{% comment %} Business Lunch {% endcomment %}", "{%- highlight js -%} x {%- endhighlight -%}",
    ],
)  # fmt: skip
def test_found(placeholder: str) -> None:
    assert masked(f"Hi {placeholder}, you") == f"Hi {FILLER * len(placeholder)}, you"


@pytest.mark.parametrize(
    "text",
    [
        "no marks", "{{ never closed", "{{ closed too far off" + "x" * 4000 + "}}", "[[Business Lunch]]", "[[x]](y)",
        "5 << 6 >> 2",        "## Head {#anchor}\ntext #}", "100%% of 20%% more", "{% raw", "$ {x}", "a *| b\n|* c",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert masked(text) == text


def test_an_unclosed_one_swallows_nothing() -> None:
    assert masked("{{ a Business {{ b }} c") == "{{ a Business " + FILLER * 7 + " c"


MARKS = st.sampled_from(
    ["{{", "}}", "{%", "%}", "{#", "#}", "*|", "|*", "[[a]]", "<<", ">>", "%%", "x", " ", "\n", "{% comment %}"]
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_same_length_in_order(text: str) -> None:
    found = spans(text)
    assert len(masked(text)) == len(text)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in zip(found, found[1:], strict=False))


@pytest.mark.parametrize("unit", ["{{", "{% comment %}", "%%", "[[", "<?php ", "{{{", "{#"])
def test_stays_linear(unit: str) -> None:
    assert len(masked(unit * 100_000 + "}}")) == len(unit) * 100_000 + 2
