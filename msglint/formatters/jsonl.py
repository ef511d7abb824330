"""For programs that read line by line: a finding a line as in JSON, and at the end a line about the run."""

import json

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Report
from msglint.reporting.records import finding_record, run_record

BEGINNING = lazy_pattern(
    rb'\{"rule": "[A-Z]+\d+", "name": "[^"]*", "severity": "[a-z]+", "certainty": "[a-z]+", "message": "'
    rb'|\{"version": \d+, "tool": \{"name": "msglint"'
)


def render(report: Report, color: bool = False, width: int = 100) -> str:
    records = [*map(finding_record, report.findings), run_record(report)]
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
