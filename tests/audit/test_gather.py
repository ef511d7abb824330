"""What an audit puts together, in which order, and what it does not know."""

from pathlib import Path

from msgspec.structs import replace
import pytest

from msglint.audit.gather import audit_of
from msglint.audit.model import Group
from msglint.engine import judge_files
from msglint.engine.report import report_of
from msglint.engine.run import judge_glossary
from msglint.sources import SourceFile, Walk
from tests.audit.audits import audit_of_texts, standard_in

TEXTS = {
    "mails/a.md": "---\nmsglint: {channel: email, audience: customer}\n---\n\nThe Silent Coach. A silent coach!",
    "mails/b.md": "---\nmsglint: {channel: email, audience: customer}\n---\n\nOffer the Quiet Cabin.\n",
    "scripts/c.md": "---\nmsglint: {channel: script, audience: internal}\n---\n\nThe Dock Walk. The Sun Ticket.",
    "tea.md": "Tea is served at four.\n",
}


def shown(groups: tuple[Group, ...]) -> list[tuple[str | None, int, int, int]]:
    return [(group.key, group.findings, group.documents, group.score.statements) for group in groups]


def test_the_same_findings_stand_in_groups_from_every_side(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    assert shown(audit.entries) == [("quiet-cabin", 2, 1, 2), ("deck-pass", 1, 1, 1), ("harbour-tour", 1, 1, 1)]
    assert shown(audit.owners) == [
        ("ines@bluepier.example", 2, 1, 2),
        ("olaf@bluepier.example", 1, 1, 1),
        (None, 1, 1, 1),
    ]
    assert shown(audit.channels) == [("email", 2, 1, 2), ("script", 2, 1, 2)]
    assert shown(audit.folders) == [("mails", 2, 1, 2), ("scripts", 2, 1, 2)]
    assert shown(audit.by_rule) == [("NAM101", 4, 2, 0)]
    assert audit.knows_channels


def test_documents_come_with_the_most_to_do_first(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    assert [document.path for document in audit.documents] == ["mails/a.md", "scripts/c.md", "mails/b.md", "tea.md"]


def test_findings_come_surest_first_then_gravest_then_what_customers_read(tmp_path: Path) -> None:
    texts = {
        "a.md": "---\nmsglint: {audience: internal}\n---\n\nThe Silnet Coach, the dockwalk, the Silent Coach.\n",
        "b.md": "---\nmsglint: {audience: customer}\n---\n\nThe Silent Coach.\n",
    }
    found = audit_of_texts(tmp_path, texts).findings
    assert [(str(one.finding.certainty), str(one.finding.severity), one.document.path) for one in found] == [
        ("certain", "error", "b.md"),
        ("certain", "error", "a.md"),
        ("certain", "error", "a.md"),
        ("likely", "warning", "a.md"),
    ]


def test_what_was_not_read_is_listed(tmp_path: Path) -> None:
    standard = standard_in(tmp_path)
    files = (
        SourceFile("broken.docx", data=b"PK\x03\x04broken"),
        SourceFile("empty.md", data=b"\n"),
        SourceFile("tea.md", data=b"Tea is served at four."),
    )
    skipped = tuple(str(tmp_path / name) for name in ("a.psd", "b.PSD", "c.indd", "README"))
    walk = Walk(files, skipped, excluded=2, problems=("gone.md: no such file or folder",))
    verdicts = tuple(judge_files(files, standard))
    missing = audit_of((".",), walk, verdicts, report_of(verdicts, standard, 4), standard).not_read
    assert [finding.location.path for finding in missing.unreadable] == ["broken.docx"]
    assert missing.textless == ("empty.md",)
    assert [(suffix, len(paths)) for suffix, paths in missing.skipped.items()] == [(".psd", 2), ("", 1), (".indd", 1)]
    assert missing.excluded == 2
    assert missing.missing == ("gone.md: no such file or folder",)


def test_the_glossarys_health_and_idle_suppressions_are_no_findings_in_documents(tmp_path: Path) -> None:
    standard = standard_in(tmp_path, "terms:\n  - Quiet Cabin\n  - {term: Deck Pass, superseded: Quiet Cabin}\n")
    files = (SourceFile("a.md", data=b"<!-- msglint: ignore[NAM101] why -->\n\nTea.\n"),)
    verdicts = tuple(judge_files(files, standard))
    report = report_of(verdicts, standard, 0, judge_glossary(standard))
    audit = audit_of((".",), Walk(files), verdicts, report, standard)
    assert {finding.rule for finding in audit.health} == {"GLO801", "GLO804"}
    assert audit.findings == ()


@pytest.mark.parametrize(
    ("text", "rule", "since"),
    [
        ("The Quiet Cabins, so to say, are Quiet cabins.", "NAM105", "2025-01-01"),
        ("The Silent Coach.", "NAM101", "2026-03-01"),
        ("Silent Coach, or Quiet Cabin.", "NAM108", "2026-03-01"),
        ("The Dock Walk.", "NAM101", None),
        ("The Quiet Cabin costs £55 a night.", "PRC202", "2026-05-01"),
        ("The Quiet Cabin costs £44 a night.", "PRC201", "2026-05-01"),
        ("The Quiet Cabin costs £49 a week.", "PRC204", "2026-05-01"),
        ("The Dawn Ferry sails.", "NAM107", "2026-02-01"),
        ("Use the code EARLY20.", "OFR301", "2026-06-01"),
    ],
)
def test_a_finding_tells_since_when_what_was_decided_holds(
    tmp_path: Path, text: str, rule: str, since: str | None
) -> None:
    glossary = """\
terms:
  - term: Quiet Cabin
    type: product
    valid_from: 2025-01-01
    superseded: {term: Silent Coach, until: 2026-02-28}
    prices:
      - {price: 49.00, currency: GBP, per: night, valid_from: 2026-05-01}
      - {price: 55.00, currency: GBP, per: night, valid_through: 2026-04-30}
  - {term: Harbour Tour, superseded: Dock Walk}
  - {term: Dawn Ferry, type: product, valid_through: 2026-01-31}
  - {term: Early Crossing, type: offer, discount: 20%, code: EARLY20, valid_through: 2026-05-31}
"""
    found = audit_of_texts(tmp_path, {"a.md": text}, glossary=glossary).findings
    days = [one.finding.since for one in found if one.finding.rule == rule]
    assert [day.isoformat() if day else None for day in days] == [since]


def test_what_lies_in_files_that_are_not_corrected_is_mended_by_hand(tmp_path: Path) -> None:
    standard = standard_in(tmp_path)
    files = (SourceFile("a.md", data=b"The Silent Coach."),)
    (here,) = judge_files(files, standard)
    exported = replace(here, path="a.pdf", findings=tuple(
        replace(each, location=replace(each.location, path="a.pdf")) for each in here.findings
    ))  # fmt: skip
    verdicts = (here, exported)
    audit = audit_of((".",), Walk(files), verdicts, report_of(verdicts, standard), standard)
    assert [(one.document.path, one.finding.fix) for one in audit.findings] == [("a.md", "safe"), ("a.pdf", None)]
