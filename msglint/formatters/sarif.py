"""SARIF 2.1.0 (OASIS), for code scanning on GitHub and Azure, and for viewers in editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
"""

from collections.abc import Mapping
import json
import os
from typing import Any

from msglint import __version__
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Location
from msglint.model.judgement import Finding, Report, Rule
from msglint.model.scale import Severity
from msglint.reporting.positions import file_lines, message_with_place, numbered, replacement, said_in_full
from msglint.reporting.records import run_record
from msglint.reporting.rule_help import help_markdown, help_text
from msglint.text.showing import visible

EXAMPLES = True
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_ROOT = "%SRCROOT%"
_UNREADABLE = "READ001"
_ELSEWHERE = lazy_pattern(r"\.\./|/|[A-Za-z]:/")
"""How paths begin that lead out of the working directory."""

BEGINNING = lazy_pattern(rb'\s*\{\s*"\$schema":[^\n]*sarif[^\n]*\s*"version":[^\n]*\s*"runs":\s*\[\s*\{\s*'
                       rb'"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"msglint"')  # fmt: skip


def render(report: Report, color: bool = False, width: int = 100) -> str:
    codes = sorted({finding.rule for finding in report.findings})
    places = {code: index for index, code in enumerate(codes)}
    rules = [_rule(code, report.rules.get(code)) for code in codes]
    about = run_record(report)
    run = {
        "tool": {"driver": {"name": "msglint", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that msglint was run in."}}},
        "invocations": [_invocation(report, places)],
        "results": [_result(finding, number, report, places) for finding, number in numbered(report.findings)],
        "properties": {"asOf": about["as_of"], "model": report.model, "summary": about["summary"]},
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": _message(rule.name.replace("-", " ").capitalize()),
        "fullDescription": _message(" ".join(rule.why.split())),
        "help": {"text": _literal(help_text(rule)), "markdown": _literal(help_markdown(rule))},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(report: Report, places: Mapping[str, int]) -> dict[str, Any]:
    """What could not be read is told of the run too: it was not all that was asked for."""
    notifications = [
        {
            "level": "error",
            "message": _message(finding.message),
            "locations": [_location(finding)],
            "associatedRule": {"id": finding.rule, "index": places[finding.rule]},
        }
        for finding in report.findings
        if finding.rule == _UNREADABLE
    ]
    return {"executionSuccessful": not report.unreadable, "toolExecutionNotifications": notifications}


def _result(finding: Finding, number: int, report: Report, places: Mapping[str, int]) -> dict[str, Any]:
    """One finding. GitHub knows an alert again by primaryLocationLineHash, which is to be unique in its file."""
    message = _message(message_with_place(finding))
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": places[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": message,
        "locations": [_location(finding)],
        "partialFingerprints": {
            "msglintFingerprint/v1": finding.fingerprint,
            "primaryLocationLineHash": f"{finding.fingerprint}:{number}",
        },
        "properties": _properties(finding),
    }
    decided = report.decided.get(finding.entry or "")
    if decided and (decided.path, decided.line) != (finding.location.path, finding.location.line):
        message["text"] += " ([what was decided](1))"
        result["relatedLocations"] = [_decision(decided)]
    text, at = replacement(finding), file_lines(finding)
    if text is not None and at is not None:
        result["fixes"] = [_fix(text, at)]
    return result


def _properties(finding: Finding) -> dict[str, str | None]:
    """What msglint knows of a finding and SARIF has no name for."""
    said = {"said": finding.said, "suggestion": finding.suggestion, "entry": finding.entry, "owner": finding.owner}
    shown = {key: None if value is None else visible(value) for key, value in said.items()}
    return {"certainty": str(finding.certainty), "fix": finding.fix, **shown}


def _fix(text: str, at: Location) -> dict[str, Any]:
    change = {"deletedRegion": _region(at), "insertedContent": {"text": text}}
    artifact = {"artifactLocation": _artifact(at.path), "replacements": [change]}
    return {"description": _message(f"Say “{text}”"), "artifactChanges": [artifact]}


def _decision(at: Location) -> dict[str, Any]:
    physical = {"artifactLocation": _artifact(at.path), "region": _region(at)}
    return {"id": 1, "message": {"text": "what was decided"}, "physicalLocation": physical}


def _location(finding: Finding) -> dict[str, Any]:
    """Formats without lines have a logical location instead of a region."""
    at, lines, excerpt = finding.location, file_lines(finding), finding.excerpt
    physical: dict[str, Any] = {"artifactLocation": _artifact(at.path)}
    if lines:
        physical["region"] = _region(lines)
    if lines and lines.column and excerpt and said_in_full(finding):
        physical["region"]["snippet"] = {"text": visible(excerpt.text[excerpt.start : excerpt.end])}
        if excerpt.end - excerpt.start < len(excerpt.text):  # a context is more than its region
            first = lines.column - excerpt.start
            context = Location(at.path, lines.line, first, lines.line, first + len(excerpt.text))
            physical["contextRegion"] = _region(context) | {"snippet": {"text": visible(excerpt.text)}}
    place = {"logicalLocations": [{"name": visible(at.place), "kind": "element"}]} if at.place else {}
    return {"physicalLocation": physical, **place}


def _region(at: Location) -> dict[str, Any]:
    spans = {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}
    return {key: value for key, value in spans.items() if value is not None}


def _artifact(path: str) -> dict[str, str]:
    """A file by its URI, below the working directory where it is there."""
    from urllib.parse import quote

    if not _ELSEWHERE.match(path):
        return {"uri": quote(_bytes(path)), "uriBaseId": _ROOT}
    absolute = os.path.abspath(path).replace(os.sep, "/").lstrip("/")
    return {"uri": f"file:///{quote(_bytes(absolute), safe='/:')}"}


def _bytes(path: str) -> bytes:
    """As the system has the name; half a surrogate pair, which no system of ours decodes to, as it is."""
    try:
        return path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return path.encode("utf-8", "surrogatepass")


def _message(text: str) -> dict[str, str]:
    return {"text": _literal(visible(text))}


def _literal(text: str) -> str:
    """Text without placeholders and embedded links (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")
