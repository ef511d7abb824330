"""The workbook and the table of an audit: what is in them, that nothing in them runs, what they hold at most."""

import csv
from datetime import date, datetime
import io
import os
from pathlib import Path
import shutil
import subprocess
from urllib.parse import unquote

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
import pytest

from msglint.audit import sheet
from msglint.audit.links import link
from msglint.audit.model import Audit
from msglint.audit.sheets import workbook
from msglint.audit.table import BEGINNING, HEADS, csv_text
from msglint.audit.workbook_mark import is_workbook
from tests.audit.audits import audit_of_texts, big_audit

TEXTS = {
    "mails/june.md": "---\nmsglint: {channel: email, audience: customer}\n---\n\nThe Silent Coach for £44 a night.",
    "scripts/call.md": "---\nmsglint: {channel: script, audience: internal}\n---\n\nThe Dock Walk.\n\nA Sun Ticket?",
    "right.md": "The Quiet Cabin and the Harbour Tour.",
    "empty.md": "\n",
}


def opened(audit: Audit, folder: Path) -> Workbook:
    return load_workbook(io.BytesIO(workbook(audit, str(folder))))


def column(book: Workbook, name: str, head: str) -> list[object]:
    heads, *rows = book[name].iter_rows(values_only=True)
    return [row[heads.index(head)] for row in rows]


def test_there_is_a_row_for_each_finding_worst_first(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    book = opened(audit, tmp_path)
    assert book.sheetnames == ["Totals", "Findings", "Documents", "Not read"]
    assert column(book, "Findings", "Document") == [one.document.path for one in audit.findings]
    assert column(book, "Findings", "Fingerprint") == [one.finding.fingerprint for one in audit.findings]
    row = dict(zip(HEADS, [cell.value for cell in book["Findings"][2]], strict=True))
    assert row == row | {
        "Severity": "error",
        "Certainty": "certain",
        "Document": "mails/june.md",
        "Line": 5,
        "Said": "Silent Coach",
        "Say instead": "Quiet Cabin",
        "In context": "The Silent Coach for £44 a night.",
        "Entry": "Quiet Cabin",
        "Ask": "ines@bluepier.example",
        "Channel": "email",
        "Read by": "customer",
        "Folder": "mails",
        "Can be mended": "by msglint fix",
        "In force since": datetime(2026, 3, 1),
        "Rule": "NAM101",
    }
    assert column(book, "Not read", "File") == ["empty.md"]


def test_rows_are_filtered_by_heads_that_stay(tmp_path: Path) -> None:
    shown = opened(audit_of_texts(tmp_path, TEXTS), tmp_path)["Findings"]
    assert (shown.freeze_panes, shown.auto_filter.ref) == ("A2", shown.dimensions)
    assert shown["F2"].alignment.wrap_text


def test_totals_are_numbers_with_scores(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    book = opened(audit, tmp_path)
    rows = list(book["Totals"].iter_rows(values_only=True))
    assert rows[0][0] == "Audit of ., as of 2026-06-10"
    for group in audit.owners:
        percent = group.score.percent
        assert percent is not None
        said = (group.key or "(no owner)", group.findings, int(percent), group.score.statements, group.documents)
        assert said in rows
    assert rows[rows.index(("By rule", "Findings", "Score", "Statements", "Documents")) + 1] == (
        "NAM101",
        3,
        None,
        0,
        2,
    )
    assert dict(zip(column(book, "Documents", "Document"), column(book, "Documents", "Score"), strict=True)) == {
        "mails/june.md": 0,
        "scripts/call.md": 0,
        "right.md": 100,
        "empty.md": None,
    }


def test_links_lead_to_the_files_from_where_the_workbook_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = ["a #1 %20 ü [x].md", "b & 'c'.md", "d:e.md"] if os.name != "nt" else ["a #1 %20 ü [x].md"]
    for name in names:
        Path("drive").mkdir(exist_ok=True)
        Path("drive", name).write_text("The Silent Coach.", encoding="utf-8")
    audit = audit_of_texts(
        tmp_path, {f"drive/{name}": "The Silent Coach." for name in names} | {"gone.md": "Dock Walk"}
    )
    (tmp_path / "reports").mkdir()
    cells = opened(audit, tmp_path / "reports")["Findings"]["C"][1:]
    targets = {cell.value: cell.hyperlink.target.replace("\\", "/") for cell in cells if cell.hyperlink}
    assert set(targets) == {f"drive/{name}" for name in names}
    for shown, target in targets.items():
        assert not set(' #?[]"<>') & set(target)
        assert os.path.samefile(tmp_path / "reports" / unquote(target), shown)


def test_what_has_no_address_that_a_spreadsheet_takes_has_no_link(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["ü" * 60] * 7, "a.md")
    deep.parent.mkdir(parents=True)
    deep.touch()
    assert link(str(deep), str(deep.parent)) == "a.md"
    assert link(str(deep), str(tmp_path)) is None
    assert link(str(tmp_path), str(tmp_path)) is None


HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "https://evil.example/",
    "mailto:a@b.example",
    "_x0041_",
    "\x1b[1m",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_becomes_a_formula_or_a_link(tmp_path: Path, text: str) -> None:
    audit = audit_of_texts(tmp_path, {"a.md": f"{text}\n\nThe {text} Silent Coach\n"})
    rows = list(opened(audit, tmp_path)["Findings"].iter_rows(min_row=2))
    assert rows
    cells = [cell for row in rows for cell in row]
    assert {cell.data_type for cell in cells if isinstance(cell.value, str)} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    (table,) = list(csv.DictReader(io.StringIO(csv_text(audit))))
    assert not table["In context"].startswith(("=", "+", "-", "@"))


def test_a_path_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, {"=cmd.md": "The Silent Coach."})
    (table,) = list(csv.DictReader(io.StringIO(csv_text(audit))))
    assert table["Document"] == "'=cmd.md"
    assert opened(audit, tmp_path)["Findings"]["C2"].value == "=cmd.md"
    assert opened(audit, tmp_path)["Findings"]["C2"].data_type == "s"


def test_the_csv_has_the_same_columns_and_rows(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    text = csv_text(audit)
    rows = list(csv.DictReader(io.StringIO(text)))
    assert BEGINNING.match(text.encode("utf-8-sig"))
    assert [row["Fingerprint"] for row in rows] == [one.finding.fingerprint for one in audit.findings]
    assert rows[0]["In force since"] == "2026-03-01"


def test_the_same_audit_gives_the_same_bytes(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS)
    assert workbook(audit, str(tmp_path)) == workbook(audit, str(tmp_path))


def test_an_interrupted_audit_says_so(tmp_path: Path) -> None:
    audit = audit_of_texts(tmp_path, TEXTS, interrupted=True)
    told = "This audit was interrupted: it covers 4 of 4 documents."
    assert told in [cell.value for cell in opened(audit, tmp_path)["Totals"]["A"]]
    assert list(csv.DictReader(io.StringIO(csv_text(audit))))[-1]["Message"] == told


def test_what_excel_does_not_take_is_cut_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sheet, "MOST_ROWS", 4)
    monkeypatch.setattr(sheet, "MOST_LINKS", 2)
    monkeypatch.setattr(sheet, "MOST_CHARACTERS", 20)
    text = "The Silent Coach. 😀😀😀😀😀😀😀😀😀😀😀😀 A Dock Walk. A Sun Ticket. A silent coach. Dock walks."
    Path("a.md").write_text(text, encoding="utf-8")
    book = opened(audit_of_texts(tmp_path, {"a.md": text}), tmp_path)
    found = book["Findings"]
    assert found.max_row == 4
    assert [bool(cell.hyperlink) for cell in found["C"][1:]] == [True, True, False]
    longest = max(len(str(cell.value).encode("utf-16-le")) // 2 for row in found.iter_rows() for cell in row)
    assert longest <= 20


def test_what_was_cut_is_told_on_the_first_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sheet, "MOST_ROWS", 4)
    monkeypatch.setattr(sheet, "MOST_LINKS", 2)
    text = "The Silent Coach. A Dock Walk. A Sun Ticket. Silent coaches."
    Path("a.md").write_text(text, encoding="utf-8")
    book = opened(audit_of_texts(tmp_path, {"a.md": text}), tmp_path)
    told = [str(cell.value) for cell in book["Totals"]["A"] if "Sheet" in str(cell.value)]
    assert told == [
        "Sheet “Findings”: 1 row more than Excel takes, not here, but in the file of --csv",
        "Sheet “Findings”: 1 row without a link, of which Excel takes 2",
    ]


def test_a_workbook_is_known_again_and_others_are_not(tmp_path: Path) -> None:
    ours, saved, other, broken = (tmp_path / name for name in ("a.xlsx", "b.xlsx", "c.xlsx", "d.xlsx"))
    ours.write_bytes(workbook(audit_of_texts(tmp_path, TEXTS), str(tmp_path)))
    load_workbook(ours).save(saved)
    Workbook().save(other)
    broken.write_bytes(b"PK\x03\x04")
    assert [is_workbook(str(file)) for file in (ours, saved, other, broken)] == [True, True, False, False]


def test_many_findings_stay_small(tmp_path: Path) -> None:
    audit = big_audit(tmp_path, 3000)
    data = workbook(audit, str(tmp_path))
    assert load_workbook(io.BytesIO(data), read_only=True)["Findings"].max_row == len(audit.findings) + 1
    assert len(data) < 200 * len(audit.findings)


@pytest.mark.skipif(
    not (shutil.which("soffice") and os.environ.get("MSGLINT_TEST_OFFICE")),
    reason="set MSGLINT_TEST_OFFICE=1, with LibreOffice installed, to open the workbook in it",
)
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    (tmp_path / "audit.xlsx").write_bytes(workbook(audit_of_texts(tmp_path, TEXTS), str(tmp_path)))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    options = [
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2",
    ]
    subprocess.run(
        ["soffice", home, *options, "audit.xlsx"], cwd=tmp_path, check=True, timeout=180, capture_output=True
    )
    rows = list(csv.DictReader(io.StringIO((tmp_path / "audit-Findings.csv").read_text(encoding="utf-8"))))
    assert rows[0]["Say instead"] == "Quiet Cabin"
    assert date.fromisoformat(rows[0]["In force since"]) == date(2026, 3, 1)
