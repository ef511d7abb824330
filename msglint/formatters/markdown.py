"""A comment on a pull request, in GitHub's and GitLab's Markdown: counts, then the gravest findings, by document.

The first line is the same in every comment, so that a bot can find the one to update.
"""

from collections.abc import Iterable
from itertools import groupby

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Finding, Report
from msglint.reporting.positions import file_lines
from msglint.reporting.records import run_record
from msglint.text.counting import counted
from msglint.text.escaping import for_markdown

_MARK = "<!-- msglint report -->"
_LONGEST = 60_000
"""Characters in all. GitHub refuses a comment of more than 65,536."""
_LONGEST_CELL = 400
_TABLE = "| Where | What | Rule |\n|---|---|---|\n"

BEGINNING = lazy_pattern(_MARK.encode())
SUFFIXES = (".md",)


def render(report: Report, color: bool = False, width: int = 100) -> str:
    head = f"{_MARK}\n{_summary(report)}\n"
    shown, left = _within(report.findings, _LONGEST - len(head) - 200)  # for the last line
    parts = [head]
    for path, found in groupby(shown, lambda finding: finding.location.path):
        parts += [_heading(path), *map(_row, found)]
    if left:
        documents = len({finding.location.path for finding in left})
        parts.append(f"\n… and {counted(len(left), 'more finding')} in {counted(documents, 'document')}.\n")
    return "".join(parts)


def _summary(report: Report) -> str:
    count = run_record(report)["summary"]
    documents = counted(count["documents"], "document")
    unread = f" {counted(count['unreadable'], 'file')} could not be read." if count["unreadable"] else ""
    if not report.findings:
        return f"**msglint** found nothing to change in {documents}.{unread}"
    kinds = ", ".join(counted(count[f"{kind}s"], kind) for kind in ("error", "warning", "note") if count[f"{kind}s"])
    mended = f" `msglint fix` can mend {count['fixable']:,}." if count["fixable"] else ""
    return f"**msglint: {counted(count['findings'], 'finding')}** in {documents} ({kinds}).{unread}{mended}"


def _within(findings: Iterable[Finding], room: int) -> tuple[list[Finding], list[Finding]]:
    """The gravest findings that fit in so many characters, in the report's order, and the others."""
    numbered = list(enumerate(findings))
    chosen: set[int] = set()
    paths: set[str] = set()
    for index, finding in sorted(numbered, key=lambda pair: (-pair[1].severity, pair[0])):
        path = finding.location.path
        room -= len(_row(finding)) + (0 if path in paths else len(_heading(path)))
        if room < 0:
            break
        paths.add(path)
        chosen.add(index)
    return (
        [finding for index, finding in numbered if index in chosen],
        [finding for index, finding in numbered if index not in chosen],
    )


def _heading(path: str) -> str:
    return f"\n#### {_escaped(path)}\n\n{_TABLE}"


def _row(finding: Finding) -> str:
    lines = file_lines(finding)
    where = _escaped(finding.location.place) if finding.location.place else f"line {lines.line}" if lines else ""
    cure = f"<br>Say **{_escaped(finding.suggestion)}**" if finding.suggestion else ""
    return f"| {where} | {_escaped(finding.message)}{cure} | {finding.rule} {finding.severity} |\n"


def _escaped(text: str) -> str:
    """The text as it is, whatever it holds: on one line, and nothing in it a link, a mention, a tag or a formula."""
    return for_markdown(text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…")
