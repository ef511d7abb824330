"""In which order findings are told."""

from collections.abc import Iterable

from msglint.model.judgement import Finding


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sorted by path, reading order and code; what one rule finds twice at one place is said once."""
    unique = {(finding.rule, finding.location, finding.order, finding.said): finding for finding in findings}
    return tuple(
        sorted(unique.values(), key=lambda found: (found.location.path, _stands(found), found.rule, found.message))
    )


def _stands(finding: Finding) -> tuple[int, ...]:
    """By lines where a file's own lines are all that tells a place; then segments, whose order may be another one.

    A parser hands on the text of a table or of a reference before or after what stands around it.
    """
    at = finding.location
    if at.line is None or at.column is None or at.place is not None:
        return (1, *finding.order)
    return (0, at.line, at.column, *finding.order)
