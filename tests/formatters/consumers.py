"""What reads each format: its schema, its parser or its best known consumer. A format without one fails the tests.

`accept_<format>(data, report)` asserts that the bytes of a file say, to that consumer, what the report says. The
schemas beside this file are our own words for what each format's documentation allows; nothing else may occur.
"""

import csv
import io
import json
from pathlib import Path
import re
from typing import Any
from urllib.parse import unquote

from jsonschema import Draft202012Validator, FormatChecker
from junitparser import Error, Failure, JUnitXml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from sarif_pydantic import Sarif

from msglint.model.judgement import Report
from msglint.text.showing import visible

_SCHEMAS = Path(__file__).parent / "schemas"
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _valid(schema: str, value: Any) -> None:
    rules = json.loads((_SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
    errors = [error.message for error in Draft202012Validator(rules, format_checker=FormatChecker()).iter_errors(value)]
    assert not errors, errors[:3]


def _paths(report: Report) -> list[str]:
    return [finding.location.path for finding in report.findings]


def accept_json(data: bytes, report: Report) -> None:
    whole = json.loads(data)
    found = whole.pop("findings")
    _valid("run", whole)
    for finding in found:
        _valid("finding", finding)
    assert [(each["path"], each["said"]) for each in found] == [(f.location.path, f.said) for f in report.findings]
    assert whole["summary"]["findings"] == len(found)


def accept_jsonl(data: bytes, report: Report) -> None:
    *found, run = [json.loads(line) for line in data.decode().split("\n")[:-1]]
    accept_json(json.dumps(run | {"findings": found}).encode(), report)


def accept_sarif(data: bytes, report: Report) -> None:
    log = json.loads(data)
    _valid("sarif", log)
    parsed = Sarif.model_validate_json(data)
    assert parsed.model_dump(by_alias=True, exclude_unset=True, mode="json") == log
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [finding.rule for finding in report.findings]
    assert run["invocations"][0]["executionSuccessful"] is not bool(report.unreadable)
    seen = [
        (result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], result["ruleId"],
         result["partialFingerprints"]["primaryLocationLineHash"])
        for result in run["results"]
    ]  # fmt: skip
    assert len(set(seen)) == len(seen)
    for (uri, _, _), path in zip(seen, _paths(report), strict=True):
        named = unquote(uri, errors="surrogateescape")
        assert named == path or (uri.startswith("file:///") and named.endswith(path.lstrip("./")))


def accept_gitlab(data: bytes, report: Report) -> None:
    issues = json.loads(data)
    _valid("gitlab", issues)
    assert [issue["location"]["path"] for issue in issues] == list(map(visible, _paths(report)))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def accept_rdjson(data: bytes, report: Report) -> None:
    whole = json.loads(data)
    _valid("rdjson", whole)
    assert [each["location"]["path"] for each in whole["diagnostics"]] == list(map(visible, _paths(report)))


def accept_junit(data: bytes, report: Report) -> None:
    suites = JUnitXml.fromstring(data)
    results = [(suite.name, result) for suite in suites for case in suite for result in case.result]
    assert {suite.name for suite in suites} == {visible(path) for path in (*report.checked, *_paths(report))}
    assert [name for name, _ in results] == list(map(visible, _paths(report)))
    assert sum(type(result) is Error for _, result in results) == suites.errors == report.unreadable
    assert sum(type(result) is Failure for _, result in results) == suites.failures
    assert sum(len(list(suite)) for suite in suites) == suites.tests
    for suite in suites:
        names = [case.name for case in suite]
        assert len(names) == suite.tests == len(set(names))


def accept_csv(data: bytes, report: Report) -> None:
    assert data.startswith(b"\xef\xbb\xbfpath,")
    assert data.count(b"\n") == data.count(b"\r\n") == len(report.findings) + 1
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert [row["path"].removeprefix("'") for row in rows] == list(map(visible, _paths(report)))
    for row in rows:
        assert None not in row
        assert not [cell for cell in row.values() if re.match(r"\s*[=+\-@＝]", cell)]
        assert not [cell for cell in row.values() if _CONTROLS.search(cell)]


def accept_markdown(data: bytes, report: Report) -> None:
    text = data.decode()
    assert len(text) <= 60_000
    assert text.startswith("<!-- msglint report -->\n")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    inline = [token for token in tokens if token.type == "inline"]
    rows = sum(token.type == "tr_open" for token in tokens) - sum(token.type == "thead_open" for token in tokens)
    more = re.search(r"… and ([\d,]+) more finding", text)
    assert rows + (int(more[1].replace(",", "")) if more else 0) == len(report.findings)
    assert all(token.type in _BLOCKS for token in tokens), {token.type for token in tokens}
    assert all(child.type in _SPANS for token in inline for child in token.children or ())
    for token in inline:
        said = _read(token)
        assert not re.search(r"(?<!\w)(?:[@#!]\w|GH-\d|www\.\w|https?://\w|:\w+:)", said), said
        assert not _CONTROLS.search(said)


_BLOCKS = {
    "html_block", "inline", "paragraph_open", "paragraph_close", "heading_open", "heading_close",
    *(f"{part}_{end}" for part in ("table", "thead", "tbody", "tr", "th", "td") for end in ("open", "close")),
}  # fmt: skip
_SPANS = {"text", "text_special", "strong_open", "strong_close", "html_inline", "softbreak", "code_inline"}


def _read(token: Token) -> str:
    """What a person reads of it; our own tags are <br> and <span> only."""
    tags = {child.content for child in token.children or () if child.type == "html_inline"}
    assert tags <= {"<br>", "<span>", "</span>"}, tags
    return "".join(child.content for child in token.children or () if child.type.startswith("text"))


def accept_concise(data: bytes, report: Report) -> None:
    lines = data.decode().split("\n")[:-1]
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        assert f" {finding.rule} " in line
        assert not _CONTROLS.search(line)


def accept_full(data: bytes, report: Report) -> None:
    text = data.decode()
    heads = [line for line in text.split("\n") if re.match(r"\S.* (?:NAM|READ|GLO)\d+ ", line)]
    assert len(heads) == len(report.findings)
    assert not _CONTROLS.search(text)


def accept_github(data: bytes, report: Report) -> None:
    """As the runner reads it (actions/runner, ActionCommand.cs): a line each, properties between the colons."""
    lines = data.decode().split("\n")[:-1]
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        match = re.fullmatch(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]+)", line)
        assert match
        properties = dict(pair.split("=", 1) for pair in match[2].split(","))
        assert properties["title"] == f"{finding.rule} {finding.name}"
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
