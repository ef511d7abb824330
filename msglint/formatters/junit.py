"""JUnit's XML, as CI servers show test results: a document is a suite, a finding a test that failed.

A document without findings is one test that passed, so that what was checked can be told from what was not.
The dialect is what Jenkins' schema (xunit-plugin, junit-10.xsd) allows.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.text.showing import place, visible

_UNREADABLE = "READ001"
_NO_XML = lazy_pattern("[\ufffe\uffff]")
"""What XML 1.0 has no place for besides what is never shown anyway (https://www.w3.org/TR/xml/#charsets)."""

BEGINNING = lazy_pattern(rb'<\?xml version="1\.0" encoding="UTF-8"\?>\s*<testsuites name="msglint"')
SUFFIXES = (".xml",)


def render(report: Report, color: bool = False, width: int = 100) -> str:
    by_path: dict[str, Sequence[Finding]] = dict.fromkeys(report.checked, ())
    by_path |= {path: [*found] for path, found in groupby(report.findings, lambda finding: finding.location.path)}
    tests = sum(max(len(found), 1) for found in by_path.values())
    lines = [f'<testsuites name="msglint" {_counts(tests, report.findings)}>']
    for path, found in sorted(by_path.items()):
        lines += _suite(path, found)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, "</testsuites>\n"])


def _counts(tests: int, findings: Sequence[Finding]) -> str:
    errors = sum(finding.rule == _UNREADABLE for finding in findings)
    return f'tests="{tests}" failures="{len(findings) - errors}" errors="{errors}"'


def _suite(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    name = _attribute(path)
    yield f" <testsuite name={name} file={name} {_counts(max(len(findings), 1), findings)}>"
    if not findings:
        yield f'  <testcase name="no findings" classname={name}/>'
    seen: Counter[str] = Counter()
    for finding in findings:
        title = f"{finding.rule} “{finding.said}”" if finding.said else f"{finding.rule} {finding.name}"
        seen[title] += 1
        again = f" ({seen[title]})" if seen[title] > 1 else ""
        yield f"  <testcase name={_attribute(title + again)} classname={name}>"
        yield f"   {_failure(finding)}"
        yield "  </testcase>"
    yield " </testsuite>"


def _failure(finding: Finding) -> str:
    """What went wrong: a file that cannot be read is an error of the test, everything else is a failure."""
    tag = "error" if finding.rule == _UNREADABLE else "failure"
    cure = f" Say “{finding.suggestion}”." if finding.suggestion is not None else ""
    said = _escaped(f"{place(finding.location)} {finding.message}{cure}")
    return f"<{tag} type={_attribute(str(finding.severity))} message={_attribute(finding.message)}>{said}</{tag}>"


def _attribute(text: str) -> str:
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    from html import escape

    return escape(_NO_XML.sub("\ufffd", visible(text)))
