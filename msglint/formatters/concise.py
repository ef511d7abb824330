"""One line a finding: `path:line:column CODE message`."""

from msglint.model.judgement import Report
from msglint.text.showing import place, visible


def render(report: Report, color: bool = False, width: int = 100) -> str:
    return "".join(
        f"{place(finding.location)} {finding.rule} {visible(finding.message)}\n" for finding in report.findings
    )
