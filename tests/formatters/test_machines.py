"""Formats for programs and logs."""

import json

from msgspec.structs import replace
import pytest

from msglint import registry
from msglint.formatters import concise, github
from msglint.formatters import json as for_programs
from msglint.model.document import Location
from msglint.model.scale import Severity

from .reports import FINDING, report

PLACED = replace(FINDING, location=Location("a.docx", place="table 1, row 2, cell 3"))


def test_json_has_exactly_the_shape_of_the_contract() -> None:
    whole = json.loads(for_programs.render(report(FINDING, skipped=1, unreadable=2)))
    assert whole == {
        "version": 1,
        "tool": {"name": "msglint", "version": "0.1.0", "model": None},
        "as_of": "2026-06-10",
        "summary": {
            "documents": 1, "skipped": 1, "unreadable": 2, "findings": 1, "errors": 1, "warnings": 0, "notes": 0,
            "known": 0, "fixable": 1,
        },
        "findings": [
            {
                "rule": "NAM101", "name": "superseded-name", "severity": "error", "certainty": "certain",
                "message": "“Business Lunch” is now “Meals for Teams”.",
                "path": "flyers/june.md", "place": None, "line": 1, "column": 15, "end_line": 1, "end_column": 29,
                "said": "Business Lunch", "suggestion": "Meals for Teams", "fix": "safe",
                "entry": "meals-for-teams", "owner": "lucy@example.com", "fingerprint": "3a7f",
            }
        ],
    }  # fmt: skip
    assert list(whole["findings"][0])[-1] == "fingerprint"


def test_json_has_null_for_lines_where_a_format_has_none() -> None:
    (finding,) = json.loads(for_programs.render(report(PLACED)))["findings"]
    assert finding["place"] == "table 1, row 2, cell 3"
    assert [finding[key] for key in ("line", "column", "end_line", "end_column")] == [None] * 4


def test_json_of_nothing_is_still_a_whole() -> None:
    assert json.loads(for_programs.render(report()))["findings"] == []


@pytest.mark.parametrize(
    ("finding", "line"),
    [
        (FINDING, "flyers/june.md:1:15 NAM101 “Business Lunch” is now “Meals for Teams”.\n"),
        (PLACED, "a.docx (table 1, row 2, cell 3) NAM101 “Business Lunch” is now “Meals for Teams”.\n"),
        (replace(FINDING, message="a\nb\x1b"), "flyers/june.md:1:15 NAM101 a\ufffdb\ufffd\n"),
    ],
)
def test_concise_is_one_line_a_finding(finding: object, line: str) -> None:
    assert concise.render(report(finding)) == line


@pytest.mark.parametrize(
    ("severity", "command"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")]
)
def test_github_has_a_command_for_each_severity(severity: Severity, command: str) -> None:
    assert github.render(report(replace(FINDING, severity=severity))) == (
        f"::{command} file=flyers/june.md,line=1,endLine=1,col=15,endColumn=29,title=NAM101 superseded-name::"
        "“Business Lunch” is now “Meals for Teams”.\n"
    )


def test_github_commands_are_escaped() -> None:
    finding = replace(FINDING, message="100%: a\r\nb", location=Location("a,b:c%.md", 1, 2, 3, 4))
    assert github.render(report(finding)) == (
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=3,title=NAM101 superseded-name::100%25: a%0D%0Ab\n"
    )


def test_github_tells_the_place_where_there_are_no_lines() -> None:
    assert "::table 1, row 2, cell 3: “Business" in github.render(report(PLACED))


@pytest.mark.parametrize("name", registry.names("msglint.formatters"))
def test_every_format_is_the_same_at_every_run(name: str) -> None:
    render = registry.load("msglint.formatters", name).render
    assert render(report(FINDING, PLACED)) == render(report(FINDING, PLACED))
    assert isinstance(render(report()), str)
