"""What `init` writes is valid, whatever the answers are."""

from datetime import date
from itertools import product
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
import pytest
import yaml

from msglint.config.schema import json_schema
from msglint.glossary.load import parse_glossary
from msglint.starting.answers import Answers, price_of
from msglint.starting.files import GITHUB, GITLAB, GITLAB_INCLUDED, GLOSSARY, HOOK, SETTINGS, files_for

FULL = Answers(
    organization="Fern & Fig",
    name="Meals for Teams",
    old_name="Business Lunch",
    since=date(2026, 3, 1),
    price="12.50 GBP per person",
    owner="lucy@example.com",
    language="en-GB",
    hook=True,
)
LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: text == " ".join(text.split()) and re.search(r"\w", text)
)


def test_the_glossary_says_what_was_answered() -> None:
    glossary = parse_glossary(files_for(FULL)[GLOSSARY], GLOSSARY)
    assert glossary.organization == "Fern & Fig"
    brand, meals = glossary.entries
    assert (brand.preferred.text, meals.preferred.text) == ("Fern & Fig", "Meals for Teams")
    assert [(label.text, label.until) for label in meals.labels[1:]] == [("Business Lunch", date(2026, 2, 28))]
    assert (str(meals.prices[0].amount), meals.prices[0].currency, meals.prices[0].per) == ("12.50", "GBP", ("person",))
    assert meals.owner == "lucy@example.com"
    assert meals.language == "en-GB"


@pytest.mark.parametrize("answers", [Answers(), Answers(organization="No"), Answers(name="1.0"), FULL])
def test_every_file_is_valid_yaml_and_small(answers: Answers) -> None:
    for ci, repository in product(("github", "gitlab", None), (None, "https://github.com/fern/msglint.git")):
        full = Answers(**{**_fields(answers), "ci": ci, "repository": repository})
        files = files_for(full)
        parse_glossary(files[GLOSSARY], GLOSSARY)
        for text in files.values():
            assert isinstance(yaml.safe_load(text), dict)
            assert len(text.splitlines()) < 30
            assert text.startswith(("# ", "repos:"))
            assert not re.search(r"\n\n\n|[ \t]\n", text)


def _fields(answers: Answers) -> dict[str, Any]:
    return {name: getattr(answers, name) for name in Answers.__struct_fields__}


def test_the_settings_fit_their_schema() -> None:
    from jsonschema import Draft202012Validator

    Draft202012Validator(json_schema()).validate(yaml.safe_load(files_for(FULL)[SETTINGS]))


@given(organization=LINE, name=LINE, owner=LINE)
def test_any_words_come_back_as_they_were_said(organization: str, name: str, owner: str) -> None:
    text = files_for(Answers(organization=organization, name=name, owner=owner))[GLOSSARY]
    written = yaml.load(text, Loader=yaml.BaseLoader)
    assert written["organization"] == organization
    assert [term["term"] for term in written["terms"]] == [organization, name]
    assert written["defaults"]["owner"] == owner


def test_the_hook_comes_from_where_msglint_is_to_be_had() -> None:
    local = yaml.safe_load(files_for(FULL)[HOOK])["repos"][0]
    assert (local["repo"], [hook["id"] for hook in local["hooks"]]) == ("local", ["msglint", "msglint-glossary"])
    away = Answers(hook=True, repository="git@github.com:fern/msglint.git")
    remote = yaml.safe_load(files_for(away)[HOOK])["repos"][0]
    assert remote["repo"] == "git@github.com:fern/msglint.git"
    assert re.fullmatch(r"v\d+\.\d+\.\d+", remote["rev"])


@pytest.mark.parametrize(
    ("repository", "step"),
    [
        ("https://github.com/fern/msglint", {"uses": "fern/msglint@v"}),
        ("git@github.com:fern/msglint.git", {"uses": "fern/msglint@v"}),
        ("https://git.example.com/fern/msglint", {"run": 'pip install "msglint @ git+https://git.example.com/fern/'}),
        (None, {"run": 'pip install "msglint=='}),
    ],
)
def test_the_workflow_uses_the_action_where_there_is_one(repository: str | None, step: dict[str, str]) -> None:
    jobs = yaml.safe_load(files_for(Answers(ci="github", repository=repository))[GITHUB])["jobs"]
    steps = jobs["msglint"]["steps"]
    (key, beginning), *_ = step.items()
    assert any(one.get(key, "").startswith(beginning) for one in steps)


def test_a_pipeline_that_is_there_is_added_to_by_a_file_of_its_own() -> None:
    gitlab = Answers(ci="gitlab")
    assert GITLAB in files_for(gitlab)
    assert GITLAB_INCLUDED in files_for(gitlab, [GITLAB])
    assert GITLAB not in files_for(gitlab, [GITLAB])


@pytest.mark.parametrize("text", ["", "cheap", "12.50", "0 GBP", "-3 GBP", "12.50 XYZ", "12.50 GBP per"])
def test_what_is_no_price_is_refused_with_the_way_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="12.50 GBP per person|more than nothing"):
        price_of(text)
