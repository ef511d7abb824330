"""What code scanning and editors are told, beyond what SARIF's schema asks."""

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace
import pytest

from msglint.formatters.sarif import render
from msglint.model.document import Location
from msglint.model.judgement import Finding

from . import wild
from .reports import FINDING, found, report


def run_of(made: Any) -> Any:
    return json.loads(render(made))["runs"][0]


def result_of(finding: Finding, **more: Any) -> Any:
    (result,) = run_of(report(finding, **more))["results"]
    return result


def physical(finding: Finding) -> Any:
    return result_of(finding)["locations"][0]["physicalLocation"]


def test_a_region_is_told_with_its_words_and_its_line() -> None:
    assert physical(FINDING) == {
        "artifactLocation": {"uri": "flyers/june.md", "uriBaseId": "%SRCROOT%"},
        "region": {
            "startLine": 1, "startColumn": 15, "endLine": 1, "endColumn": 29, "snippet": {"text": "Business Lunch"},
        },
        "contextRegion": {
            "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 36,
            "snippet": {"text": "Ask about our Business Lunch today."},
        },
    }  # fmt: skip


@pytest.mark.parametrize("finding", [wild.PLACED, wild.IN_MAIL, wild.UNREAD])
def test_no_line_is_made_up_where_the_file_has_none(finding: Finding) -> None:
    assert "region" not in physical(finding)


@pytest.mark.parametrize("finding", [wild.PLACED, wild.IN_MAIL, wild.SPOKEN])
def test_a_place_is_told_as_one(finding: Finding) -> None:
    result, place = result_of(finding), finding.location.place
    assert result["message"]["text"].startswith(f"{place}: ")
    assert result["locations"][0]["logicalLocations"] == [{"name": place, "kind": "element"}]


def test_a_transcript_has_both_lines_and_places() -> None:
    assert physical(wild.SPOKEN)["region"]["startLine"] == 7


def test_the_glossary_s_own_line_is_linked_to() -> None:
    decided = {"meals-for-teams": Location("glossary.yaml", 4, 5, 4, 20)}
    result = result_of(FINDING, decided=decided)
    assert result["message"]["text"].endswith(" ([what was decided](1))")
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "glossary.yaml"
    assert related["physicalLocation"]["region"]["startLine"] == 4


def test_the_glossary_s_line_is_not_related_to_itself() -> None:
    decided = {"meals-for-teams": Location("glossary.yaml", 4, 5)}
    assert "relatedLocations" not in result_of(wild.OF_GLOSSARY, decided=decided)


def test_a_safe_fix_replaces_exactly_what_was_said() -> None:
    text = "Über unseren Business Lunch, today."
    (fix,) = result_of(found(text, "Business Lunch"), text=text)["fixes"]
    (change,) = fix["artifactChanges"]
    (replacement,) = change["replacements"]
    region = replacement["deletedRegion"]
    assert text[region["startColumn"] - 1 : region["endColumn"] - 1] == "Business Lunch"
    assert replacement["insertedContent"] == {"text": "Meals for Teams"}


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (replace(FINDING, fix="unsafe"), "Ask about our Business Lunch today."),
        (replace(FINDING, suggestion="Fern & Fig"), "Ask about our Business Lunch today."),
        (replace(FINDING, suggestion='"Lunch"'), "Ask about our Business Lunch today."),
        (replace(FINDING, location=Location("a.md", 1, 15, 1, 31)), "Ask about our Business *Lunch* today."),
        (replace(FINDING, location=Location("a.md", 1, 15, 2, 6)), "Ask about our Business\nLunch today."),
        (wild.PLACED, "Ask about our Business Lunch today."),
        (wild.IN_MAIL, ""),
    ],
)
def test_what_takes_a_fixer_is_not_offered_as_a_replacement(finding: Finding, text: str) -> None:
    assert "fixes" not in result_of(finding, text=text)


def test_copies_of_a_text_are_told_apart() -> None:
    results = run_of(report(FINDING, replace(FINDING, location=Location("flyers/june.md", 9, 1, 9, 15))))["results"]
    assert [each["partialFingerprints"]["primaryLocationLineHash"] for each in results] == ["3a7f:1", "3a7f:2"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ü#1%.md", "a%20b/%C3%BC%231%25.md"),
        ("\udcff.md", "%FF.md"),
        ("a:b.md", "a%3Ab.md"),
    ],
)
def test_paths_are_percent_encoded_bytes(path: str, uri: str) -> None:
    at = physical(replace(FINDING, location=Location(path, 1, 1, 1, 2)))["artifactLocation"]
    assert at == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_a_file_elsewhere_has_a_uri_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    at = physical(replace(FINDING, location=Location("../other/a b.md", 1, 1, 1, 2)))["artifactLocation"]
    assert at == {"uri": (tmp_path / "other" / "a b.md").as_uri()}


def test_what_could_not_be_read_is_told_of_the_run() -> None:
    (invocation,) = run_of(report(wild.UNREAD, unreadable=1))["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["message"]["text"] == "This file cannot be read: it is encrypted."


def test_a_rule_is_explained() -> None:
    (rule,) = run_of(report(FINDING, rules={"NAM101": wild.RULE}))["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Superseded name"
    assert rule["defaultConfiguration"] == {"level": "error"}
    assert rule["help"]["markdown"] == (
        "**What**\n\n“…” was renamed “…”.\n\n**Why**\n\nCallers ask for [the new\\](name) {{always}}.\n\n"
        "**Wrong**\n\n```\nTry our Business Lunch.\n```\n\n"
        "Silence one place by a comment: msglint: ignore[NAM101] reason"
    )
