"""For programs: the shape is fixed in contract.md; `version` would change with it."""

from collections import Counter
import json

from msglint import __version__
from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity

BEGINNING = lazy_pattern(rb'\s*\{\s*"version":\s*\d+,\s*"tool":\s*\{\s*"name":\s*"msglint"')


def render(report: Report, color: bool = False, width: int = 100) -> str:
    whole = {
        "version": 1,
        "tool": {"name": "msglint", "version": __version__, "model": report.model},
        "as_of": report.as_of.isoformat(),
        "summary": _summary(report),
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _summary(report: Report) -> dict[str, int]:
    count = Counter(finding.severity for finding in report.findings)
    return {
        "documents": report.documents,
        "skipped": report.skipped,
        "unreadable": report.unreadable,
        "findings": len(report.findings),
        "errors": count[Severity.ERROR],
        "warnings": count[Severity.WARNING],
        "notes": count[Severity.NOTE],
        "known": report.known,
        "fixable": sum(finding.fix is not None for finding in report.findings),
    }


def _finding(finding: Finding) -> dict[str, str | int | None]:
    at = finding.location
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": str(finding.severity),
        "certainty": str(finding.certainty),
        "message": finding.message,
        "path": at.path,
        "place": at.place,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "said": finding.said,
        "suggestion": finding.suggestion,
        "fix": finding.fix,
        "entry": finding.entry,
        "owner": finding.owner,
        "fingerprint": finding.fingerprint,
    }
