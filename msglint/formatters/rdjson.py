"""Reviewdog's Diagnostic Format, which comments on pull requests of many hosts, with suggestions to accept.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count bytes of UTF-8 from 1.
"""

import json
from typing import Any

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity
from msglint.reporting.positions import file_lines, message_with_place, replacement, said_in_full
from msglint.text.showing import visible

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}

BEGINNING = lazy_pattern(rb'\{\s*"source":\s*\{\s*"name":\s*"msglint"')


def render(report: Report, color: bool = False, width: int = 100) -> str:
    whole = {"source": {"name": "msglint"}, "diagnostics": [_diagnostic(finding) for finding in report.findings]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding) -> dict[str, Any]:
    span = _range(finding)
    made: dict[str, Any] = {
        "message": visible(message_with_place(finding)),
        "location": {"path": visible(finding.location.path)} | ({"range": span} if span else {}),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    text = replacement(finding)
    if span and text is not None and "column" in span["start"]:
        made["suggestions"] = [{"range": span, "text": text}]
    return made


def _range(finding: Finding) -> dict[str, dict[str, int | None]] | None:
    """From line to line, and from column to column where the line's beginning is at hand to count its bytes."""
    at, excerpt = file_lines(finding), finding.excerpt
    if at is None or at.column is None:
        return None
    if excerpt is None or excerpt.start != at.column - 1 or not said_in_full(finding):
        return {"start": {"line": at.line}, "end": {"line": at.end_line or at.line}}
    before, through = (
        len(excerpt.text[:index].encode("utf-8", "surrogatepass")) for index in (excerpt.start, excerpt.end)
    )
    return {"start": {"line": at.line, "column": before + 1}, "end": {"line": at.line, "column": through + 1}}
