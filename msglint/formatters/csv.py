"""A table for spreadsheets: RFC 4180, a finding a row, the columns in this order for good."""

import csv
import io

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.reporting.records import finding_record
from msglint.text.escaping import for_spreadsheet

ENCODING = "utf-8-sig"
"""Excel takes a file without this mark for the system's old code page."""

_COLUMNS = (
    "path", "place", "line", "column", "end_line", "end_column", "severity", "certainty", "rule", "name", "message",
    "said", "suggestion", "fix", "entry", "owner", "fingerprint",
)  # fmt: skip
BEGINNING = lazy_pattern(rb"(?:\xef\xbb\xbf)?" + ",".join(_COLUMNS).encode() + rb"\r?\n")


def render(report: Report, color: bool = False, width: int = 100) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    writer.writerows(_row(finding) for finding in report.findings)
    return out.getvalue()


def _row(finding: Finding) -> list[str | int | None]:
    record = finding_record(finding)
    return [_cell(record[column]) for column in _COLUMNS]


def _cell(value: str | int | None) -> str | int | None:
    if not isinstance(value, str):
        return value
    return for_spreadsheet(value)
