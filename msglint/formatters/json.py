"""For programs: the shape is fixed in docs/outputs.md."""

import json

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Report
from msglint.reporting.records import finding_record, run_record

BEGINNING = lazy_pattern(rb'\s*\{\s*"version":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"msglint"')


def render(report: Report, color: bool = False, width: int = 100) -> str:
    whole = run_record(report) | {"findings": [finding_record(finding) for finding in report.findings]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
