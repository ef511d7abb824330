"""NAM108: one document that says both the old name and the new one."""

from collections.abc import Iterator

from msglint.checks import Case
from msglint.glossary.standing import Standing
from msglint.matching.naming import FIELDS_OF_NAMES
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty

SCOPE = "document"
FIELDS = FIELDS_OF_NAMES


def judge(case: Case, rule: Rule) -> Iterator[Finding]:
    """One finding an entry, at its first stale mention, where its current name is said too."""
    said = [name for name in case.names if name.certainty >= Certainty.LIKELY]
    current = {name.entry.id for name in said if name.kind.current and name.standing is Standing.RIGHT}
    seen: set[str] = set()
    for name in said:
        if name.stale and name.entry.id in current and name.entry.id not in seen:
            seen.add(name.entry.id)
            yield case.finding(
                rule, name.mention, certainty=name.certainty, severity=name.severity, values=name.values(),
                since=name.since,
            )  # fmt: skip
