"""Findings told one by one, as long as anybody reads them."""

from collections.abc import Iterator, Sequence

from msglint.model.judgement import Finding
from msglint.text.showing import place, visible

_ENOUGH = 20
"""The report, or the file that was written, has them all."""


def listed(word: str, findings: Sequence[tuple[Finding, str]]) -> Iterator[str]:
    """A line for each of the first findings, with `word` before it and the reason behind, if there is one."""
    for finding, reason in findings[:_ENOUGH]:
        because = f": {visible(reason)}" if reason else ""
        yield f"{word}: {place(finding.location)} {finding.rule} “{visible(finding.said)}”{because}"
    if len(findings) > _ENOUGH:
        yield f"{word}: … and {len(findings) - _ENOUGH:,} more"
