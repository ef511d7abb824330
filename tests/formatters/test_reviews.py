"""What reviews, dashboards and spreadsheets are told, beyond what their formats ask."""

import csv
import io
import json
import re
from typing import Any

from msgspec.structs import replace
import pytest

from msglint.formatters import csv as table
from msglint.formatters import github, gitlab, jsonl, junit, markdown, rdjson
from msglint.model.document import Location
from msglint.model.scale import Severity

from . import wild
from .reports import FINDING, found, report


def diagnostic(text: str, said: str = "Business Lunch") -> Any:
    (only,) = json.loads(rdjson.render(report(found(text, said), text=text)))["diagnostics"]
    return only


@pytest.mark.parametrize("before", ["", "Our ", "Über 東京 🍱 ", "\t\u00a0"])
def test_rdjson_counts_columns_in_bytes(before: str) -> None:
    span = diagnostic(f"{before}Business Lunch – ja")["location"]["range"]
    first = len(before.encode()) + 1
    assert span == {"start": {"line": 1, "column": first}, "end": {"line": 1, "column": first + 14}}


def test_rdjson_counts_no_bytes_of_a_line_it_has_not_seen_whole() -> None:
    only = diagnostic("x" * 5000 + " Business Lunch")
    assert only["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}
    assert "suggestions" not in only


def test_rdjson_suggests_what_may_be_accepted_by_a_click() -> None:
    only = diagnostic("Our Business Lunch.")
    assert only["suggestions"] == [{"range": only["location"]["range"], "text": "Meals for Teams"}]


def test_gitlab_is_told_the_first_line_where_there_are_none() -> None:
    issues = json.loads(gitlab.render(report(wild.PLACED, wild.IN_MAIL, wild.BROKEN)))
    assert [issue["location"]["lines"]["begin"] for issue in issues] == [1, 1, 2]
    assert issues[0]["description"].startswith("table 1, row 2, cell 3: ")


def test_gitlab_tells_the_same_words_in_two_files_apart() -> None:
    moved = replace(FINDING, location=Location("flyers/june.md", 8, 1, 8, 15))
    elsewhere = replace(FINDING, location=Location("other.md", 1, 15, 1, 29))
    first = [issue["fingerprint"] for issue in json.loads(gitlab.render(report(FINDING, FINDING, elsewhere)))]
    assert len(set(first)) == 3
    after = [issue["fingerprint"] for issue in json.loads(gitlab.render(report(moved, moved, elsewhere)))]
    assert after == first


def test_github_shows_no_line_of_a_decoded_part() -> None:
    assert "line=" not in github.render(report(wild.IN_MAIL))
    assert "line=7" in github.render(report(wild.SPOKEN))


def test_jsonl_ends_with_the_run() -> None:
    lines = jsonl.render(report(FINDING, FINDING, known=4)).splitlines()
    assert len(lines) == 3
    assert json.loads(lines[-1])["summary"]["known"] == 4


def test_junit_shows_what_was_checked_and_right() -> None:
    shown = junit.render(report(checked=("a.md", "b.md")))
    assert shown.count('<testcase name="no findings"') == 2
    assert 'tests="2" failures="0" errors="0"' in shown


def test_junit_numbers_what_is_said_twice() -> None:
    names = re.findall(r'testcase name="([^"]*)"', junit.render(report(FINDING, FINDING)))
    assert names == ["NAM101 “Business Lunch”", "NAM101 “Business Lunch” (2)"]


@pytest.mark.parametrize("said", ["=1+1", "+1", "-5%", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_csv_runs_no_formula(said: str) -> None:
    (row,) = csv.DictReader(io.StringIO(table.render(report(replace(FINDING, said=said)))))
    assert row["said"].startswith("'")


@pytest.mark.parametrize("said", ["Business Lunch", "£15", "a=b", "5-6", "me@x.example", ""])
def test_csv_leaves_other_cells_as_they_are(said: str) -> None:
    (row,) = csv.DictReader(io.StringIO(table.render(report(replace(FINDING, said=said)))))
    assert row["said"] == said


def test_csv_has_nothing_in_cells_of_nothing() -> None:
    (row,) = csv.DictReader(io.StringIO(table.render(report(wild.PLACED))))
    assert (row["line"], row["place"], row["path"]) == ("", "table 1, row 2, cell 3", "flyers/menü.docx")


def test_markdown_says_so_where_nothing_was_found() -> None:
    assert markdown.render(report()) == "<!-- msglint report -->\n**msglint** found nothing to change in 1 document.\n"


def test_markdown_is_grouped_by_document() -> None:
    assert markdown.render(report(FINDING, wild.PLACED)) == (
        "<!-- msglint report -->\n"
        "**msglint: 2 findings** in 1 document (2 errors). `msglint fix` can mend 2.\n"
        "\n#### flyers/june.md\n\n| Where | What | Rule |\n|---|---|---|\n"
        "| line 1 | “Business Lunch” is now “Meals for Teams”.<br>Say **Meals for Teams** | NAM101 error |\n"
        "\n#### flyers/menü.docx\n\n| Where | What | Rule |\n|---|---|---|\n"
        "| table 1, row 2, cell 3 | “Business Lunch” is now “Meals for Teams”.<br>Say **Meals for Teams** | "
        "NAM101 error |\n"
    )


def test_markdown_shows_the_gravest_where_not_all_fit() -> None:
    crowd = wild.reports()["crowd"]
    shown = markdown.render(crowd)
    errors = sum(finding.severity is Severity.ERROR for finding in crowd.findings)
    assert shown.count("NAM101 error") == errors
    assert re.search(r"\n… and \d,\d{3} more findings in \d+ documents\.\n$", shown)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("lucy@example.com", "lucy@example.com"),
        ("£15.00 (5% off)", "£15.00 (5% off)"),
        ("a|b", "a\\|b"),
        ("@lucy", "@&#8203;lucy"),
        ("#12", "\\#&#8203;12"),
        ("<b>", "&lt;b&gt;"),
        ("$x$", "<span>$</span>x<span>$</span>"),
        ("https://evil.example", "https:/&#8203;/evil.example"),
    ],
)
def test_markdown_means_nothing_but_what_it_says(words: str, shown: str) -> None:
    assert f"| line 1 | {shown}<br>" in markdown.render(report(replace(FINDING, message=words)))
