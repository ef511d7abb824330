"""One line a finding: `path:line:column CODE message`."""

from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Report
from msglint.text.showing import place, visible

SUFFIXES = (".txt",)
BEGINNING = lazy_pattern(
    rb"[^\s:][^\n:]*(?::\d+:\d+ (?:\([^\n]*\) )?|\.\w+ \([^\n]*\) )[A-Z]{3,5}\d{3} \S"
    rb"|[^\s:][^\n:]*\.\w+ READ00\d (?:This|A part of this) file "
)


def render(report: Report, color: bool = False, width: int = 100) -> str:
    return "".join(
        f"{place(finding.location)} {finding.rule} {visible(finding.message)}\n" for finding in report.findings
    )
