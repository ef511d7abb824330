"""Audits made up for histories of them."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from msglint.audit.history.record import record
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import Trend, trend_of
from msglint.audit.model import Audit, AuditedDocument, NotRead, Placed, Score
from msglint.model.document import Location
from msglint.model.glossary import Glossary
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Certainty, Severity

SCOPE = Scope(("drive",))
DAY = date(2026, 1, 1)


def audit(documents: dict[str, Sequence[str]], day: int = 0, unread: Sequence[str] = (), **more: object) -> Audit:
    """An audit that found, in each document, findings of these names; the same name has the same words around it."""
    as_of = DAY + timedelta(days=day)
    audited = tuple(AuditedDocument(path, findings=tuple(_finding(path, name) for name in names))
                    for path, names in documents.items())  # fmt: skip
    base = Audit(
        paths=("drive",), as_of=as_of, glossary=Glossary("glossary.yaml", (), "0"), rules={},
        documents=audited, findings=tuple(Placed(one, each) for each in audited for one in each.findings),
        health=(), score=Score(), entries=(), owners=(), channels=(), folders=(), by_rule=(),
        not_read=NotRead(unreadable=tuple(_finding(path, "unread") for path in unread)),
        report=Report((), as_of), total=len(audited),
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def _finding(path: str, name: str) -> Finding:
    print_ = name.encode().hex().rjust(32, "0")
    return Finding("NAM101", "superseded-name", Severity.ERROR, Certainty.CERTAIN, f"“{name}” is old", Location(path),
                   name, entry=name, fingerprint=print_)  # fmt: skip


def kept(folder: Path, *audits: Audit) -> Trend:
    """The trend after these audits."""
    file = str(folder / "history.sqlite")
    for each in audits:
        record(file, each, SCOPE)
    found = trend_of(file, SCOPE)
    assert found
    return found
