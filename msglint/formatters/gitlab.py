"""GitLab's Code Quality report, which merge requests show beside the changed lines.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity
from msglint.reporting.positions import file_lines, message_with_place, numbered
from msglint.text.showing import visible

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}

BEGINNING = lazy_pattern(rb'\[\s*\{\s*"engine_name": "msglint"')


def render(report: Report, color: bool = False, width: int = 100) -> str:
    issues = [_issue(finding, number) for finding, number in numbered(report.findings)]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding, number: int) -> dict[str, object]:
    lines = file_lines(finding)
    begin = (lines and lines.line) or 1  # required, and the first line is the nearest thing to the file as a whole
    end = (lines and lines.end_line) or begin
    return {
        "engine_name": "msglint",
        "check_name": finding.rule,
        "description": visible(message_with_place(finding)),
        "severity": _SEVERITIES[finding.severity],
        "fingerprint": _unique(finding, number),
        "location": {
            "path": visible(finding.location.path),
            "lines": {"begin": begin, "end": end},
        },
    }


def _unique(finding: Finding, number: int) -> str:
    """GitLab takes two issues with one fingerprint for one, so path and number are mixed in."""
    parts = f"{finding.location.path}\0{finding.rule}\0{finding.fingerprint}\0{number}"
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:32]
