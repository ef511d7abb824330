"""Workflow commands of GitHub Actions, which show findings beside the changed lines.

https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity
from msglint.reporting.positions import file_lines, message_with_place

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})

BEGINNING = lazy_pattern(rb"::(?:error|warning|notice) file=")


def render(report: Report, color: bool = False, width: int = 100) -> str:
    return "".join(_command(finding) + "\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    lines = file_lines(finding)
    properties: dict[str, str | int | None] = {"file": finding.location.path}
    if lines:
        properties |= {"line": lines.line, "endLine": lines.end_line}
    if lines and lines.line == lines.end_line:  # columns are meant within one line only
        properties |= {"col": lines.column, "endColumn": lines.end_column}
    properties["title"] = f"{finding.rule} {finding.name}"
    said = ",".join(
        f"{key}={str(value).translate(_PROPERTY_ESCAPES)}" for key, value in properties.items() if value is not None
    )
    return f"::{_COMMANDS[finding.severity]} {said}::{message_with_place(finding).translate(_ESCAPES)}"
