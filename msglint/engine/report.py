"""All findings of a run become its report."""

from collections.abc import Iterable, Sequence

from msglint.engine import Standard, Verdict
from msglint.model.document import Location
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Report
from msglint.text.reading_order import in_order


def report_of(
    verdicts: Sequence[Verdict], standard: Standard, skipped: int = 0, beside: Sequence[Finding] = ()
) -> Report:
    """All that a run found: the documents' verdicts and, `beside` them, the glossary's; `skipped` had no reader."""
    unreadable = sum(verdict.unreadable for verdict in verdicts)
    findings = in_order([*beside, *(finding for verdict in verdicts for finding in verdict.findings)])
    return Report(
        findings=findings,
        as_of=standard.given.as_of,
        documents=len(verdicts) - unreadable,
        skipped=skipped,
        unreadable=unreadable,
        checked=tuple(verdict.path for verdict in verdicts if not verdict.unreadable),
        model=standard.settings.model,
        decided=_decided(findings, standard.glossary),
        rules=standard.rules,
    )


def _decided(findings: Iterable[Finding], glossary: Glossary) -> dict[str, Location]:
    """Where the glossary has the entries that these findings go by."""
    ids = dict.fromkeys(finding.entry for finding in findings if finding.entry in glossary.ids)
    origins = {entry: glossary.ids[entry].origin for entry in ids if entry}
    return {entry: Location(at.path, at.line, at.column, at.line, at.end_column) for entry, at in origins.items()}
