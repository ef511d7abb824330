"""Patterns of people: what is refused, what is widened, what a scope is."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
import pytest

from msglint.model.document import Document, Segment
from msglint.rulebook.ambiguity import runs_away
from msglint.rulebook.patterns import for_prose, problem_of, word_pattern
from msglint.rulebook.scopes import stretches


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+", "(a*)*", r"(\w+\s?)+", r"(\w+\s?)*$", "(a|a)*", "([a-z]+)*@", "(.*)*", r"(.+)\1+", "(x+x+)+y",
        "(?:(?:a+))+b", "(a{1,20}){10,}", r"(\d+-?)+", "((a|b)+)+", "(a+b?)+", "(a?)+", r"^(([a-z])+.)+[A-Z]",
        "(?=(a+)+b)", "(a|(b+)+)", "(a|ab|b)+c",
    ],
)  # fmt: skip
def test_a_pattern_that_may_take_for_ever_is_refused(pattern: str) -> None:
    assert "repeat" in (problem_of(pattern) or "")


@pytest.mark.parametrize(
    "pattern",
    [
        r"(?:\w+\s)+x", "(?:very |really )+", r"\d+(?:,\d{3})*", r"\d+(?:\.\d+)?%",
        r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)",
        r"\b([A-Z]{3,5})\b", "best in (class|the world)", r"hyper[ -]?text([ -]?mark[ -]?up([ -]?language)?)?",
        r"(\w+, ?)*",
        "(ab+c)*", ".*", r"(?:https?://)?\w+", r"(?i:foo)", r"(?<!no )foo(?! bar)", "a{3}", r"(\w+) \1", "(?:a|b)*",
        r"[^\]]+", "don't", "(?:foo|food)s?",
    ],
)  # fmt: skip
def test_an_honest_pattern_is_taken(pattern: str) -> None:
    assert problem_of(pattern) is None


@pytest.mark.parametrize(
    "pattern", ["(", "[a", "a**", "(?P<x>a)", "(?i)a", r"\1", "a{99999999999}", "x" * 6_000, "(" * 500 + ")" * 500]
)
def test_a_pattern_nobody_can_use_is_refused(pattern: str) -> None:
    assert problem_of(pattern)


@given(st.text(alphabet=r"ab()[]|*+?{}1,\wd.^$ '", max_size=15))
@settings(deadline=None, max_examples=400)
@pytest.mark.filterwarnings("ignore:Possible")  # Python's own, of sets with "--" or "||" in them
def test_no_pattern_is_a_traceback(pattern: str) -> None:
    if problem_of(pattern) is None:
        word_pattern((pattern, "(b)", pattern)).search("aab b1 'a")


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("free trial", "free\n trial"), ("free trial", "free\xa0trial"), ("don't", "don’t"), ("a ?b", "ab"),
        ("a ?b", "a b"), ("[[a]x", "[x"), ("(?<!a )b", "b"),
        ("[ ]x", " x"), (r"\ x", " x"), ("[]a]x", "]x"), (r"[\]a]x", "]x"), ("[^']x", "’x"),
    ],
)  # fmt: skip
def test_a_space_and_an_apostrophe_are_widened_outside_sets(pattern: str, text: str) -> None:
    assert re.fullmatch(for_prose(pattern), text)


@pytest.mark.parametrize(("pattern", "text"), [("[ ]x", "\nx"), (r"\ x", "\nx"), ("[']x", "’x"), ("a b", "ab")])
def test_what_is_written_narrowly_stays_so(pattern: str, text: str) -> None:
    assert not re.fullmatch(for_prose(pattern), text)


def test_the_criterion_agrees_with_the_engine_on_a_text_that_almost_matches() -> None:
    # What is let through must be done with 25 letters at once; a pattern of 2^n steps would take minutes.
    for pattern in ("(ab+c)*", r"(?:\w+\s)+x", "(?:foo|food)s?", "(?:a|b)*"):
        assert runs_away(pattern) is None
        assert re.search(f"(?:{pattern})!", "a" * 25 + "foodabc " * 25) is None


def test_long_blocks_are_searched_in_stretches_that_overlap() -> None:
    text = "word " * 10_000
    found = list(stretches(Document("a.txt", "txt", (Segment(text),)), ("text",)))
    assert max(len(stretch.text) for stretch in found) <= 8_000
    assert found[0].start == 0
    assert found[-1].start + len(found[-1].text) == len(text)
    for before, after in zip(found, found[1:], strict=False):
        assert before.start < after.start < before.start + len(before.text)
        assert text[after.start : after.start + len(after.text)] == after.text
