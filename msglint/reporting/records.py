"""A report as plain values, in the shape that contract and docs/outputs.md fix; `version` would change with it."""

from collections import Counter
from typing import Any

from msglint import __version__
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity


def run_record(report: Report) -> dict[str, Any]:
    """Everything about a run but its findings."""
    return {
        "version": 1,
        "tool": {"name": "msglint", "version": __version__, "model": report.model},
        "as_of": report.as_of.isoformat(),
        "summary": _summary(report),
    }


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


def finding_record(finding: Finding) -> dict[str, str | int | None]:
    """A finding as one flat record."""
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
