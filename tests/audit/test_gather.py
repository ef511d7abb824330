"""What an audit puts together, in which order, and what it does not know."""

from pathlib import Path

from msglint.audit.gather import audit_of
from msglint.audit.model import Group
from msglint.engine import judge_files, judge_glossary, report_of
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
