"""From what a run judged to an Audit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
import os

from msgspec.structs import replace

from msglint.audit import grouping
from msglint.audit.model import Audit, AuditedDocument, NotRead, Placed
from msglint.audit.score import burden, losses, rank, score, score_of_document, weight
from msglint.correction.unfixable import is_corrected
from msglint.engine import Standard, Verdict
from msglint.model.judgement import Finding, Report
from msglint.selection import ALWAYS
from msglint.sources import Walk
from msglint.text.showing import shown

HEALTH = "GLO"
"""Begins the codes of rules that judge the glossary and what exempts from it."""


def audit_of(
    paths: Sequence[str],
    walk: Walk,
    verdicts: Sequence[Verdict],
    report: Report,
    standard: Standard,
    interrupted: bool = False,
) -> Audit:
    """The audit of a run. `report` is the whole run's, with what was found across documents and in the glossary."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        found[finding.location.path].append(finding)
    read = [verdict for verdict in verdicts if not verdict.unreadable]
    documents = tuple(sorted((_document(verdict, found[verdict.path]) for verdict in read), key=_worst_first))
    placed = [Placed(finding, document) for document in documents for finding in document.findings]
    return Audit(
        paths=tuple(paths),
        as_of=report.as_of,
        glossary=standard.glossary,
        rules=standard.rules,
        documents=documents,
        findings=tuple(sorted(placed, key=lambda one: rank(one.finding, one.document.audience))),
        health=tuple(finding for finding in report.findings if finding.rule.startswith(HEALTH)),
        score=score(
            (lost, weight(document.audience)) for document in documents for lost in document.losses.values()
        ),
        entries=grouping.by_entry(documents),
        owners=grouping.by_owner(documents, standard.glossary),
        channels=grouping.by_channel(documents),
        folders=grouping.by_folder(documents),
        by_rule=grouping.by_rule(documents),
        not_read=_not_read(walk, read, report),
        report=report,
        total=len(walk.files),
        interrupted=interrupted,
    )  # fmt: skip


def _document(verdict: Verdict, found: Iterable[Finding]) -> AuditedDocument:
    judged_as = verdict.judged_as
    audience = judged_as.audience if judged_as else None
    findings = [finding for finding in found if not finding.rule.startswith((ALWAYS, HEALTH))]
    if not is_corrected(verdict.path):
        findings = [replace(finding, fix=None) for finding in findings]
    findings.sort(key=lambda finding: rank(finding, audience))
    lost = losses(verdict.entries, findings)
    return AuditedDocument(
        path=verdict.path,
        channel=judged_as.channel if judged_as else None,
        audience=audience,
        region=judged_as.region if judged_as else None,
        findings=tuple(findings),
        losses=lost,
        score=score_of_document(lost, audience),
        burden=burden(findings, audience),
    )


def _worst_first(document: AuditedDocument) -> tuple[float, int, str]:
    return -document.burden, -len(document.findings), document.path


def _not_read(walk: Walk, read: Iterable[Verdict], report: Report) -> NotRead:
    return NotRead(
        unreadable=tuple(finding for finding in report.findings if finding.rule.startswith(ALWAYS)),
        textless=tuple(verdict.path for verdict in read if verdict.textless),
        skipped=_by_suffix(walk.skipped),
        excluded=walk.excluded,
        missing=walk.problems,
    )


def _by_suffix(files: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for file in files:
        found[os.path.splitext(file)[1].lower()].append(shown(file))
    most_first = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return {suffix: tuple(sorted(paths)) for suffix, paths in most_first}
