"""`check --fix`, `check --diff` and `fix`, as people call them."""

import json
from pathlib import Path

from tests.cli.conftest import Msglint
from tests.fixers.packages import docx, part, runs

UNSAFE = "We ship your Bussiness Lunch.\n"
PDF = b"%PDF-1.4\n"


def test_fix_mends_what_is_certain_and_reports_the_rest(run: Msglint) -> None:
    Path("likely.md").write_text(UNSAFE, encoding="utf-8")
    result = run("check", "--fix", "--format", "concise")
    assert Path("stale.md").read_text(encoding="utf-8") == "Ask about our Meals for Teams today.\n"
    assert Path("likely.md").read_text(encoding="utf-8") == UNSAFE
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["NAM102"]
    assert "1 file, 1 place mended" in result.stderr
    assert "1 place more could be mended with --unsafe-fixes" in result.stderr
    assert result.exit_code == 0  # NAM102 is a warning


def test_unsafe_fixes_mend_that_too(run: Msglint) -> None:
    Path("likely.md").write_text(UNSAFE, encoding="utf-8")
    result = run("check", "--fix", "--unsafe-fixes")
    assert Path("likely.md").read_text(encoding="utf-8") == "We ship your Meals for Teams.\n"
    assert result.exit_code == 0
    assert result.stdout == ""


def test_unsafe_fixes_alone_mean_nothing(run: Msglint) -> None:
    result = run("check", "--unsafe-fixes")
    assert result.exit_code == 2
    assert "goes with --fix or --diff" in result.stderr


def test_diff_shows_and_writes_nothing(run: Msglint) -> None:
    result = run("check", "--diff")
    assert result.stdout == (
        "--- stale.md\n+++ stale.md\n@@ -1 +1 @@\n"
        "-Ask about our Business Lunch today.\n+Ask about our Meals for Teams today.\n"
    )
    assert result.exit_code == 1
    assert Path("stale.md").read_text(encoding="utf-8") == "Ask about our Business Lunch today.\n"
    assert run("check", "--diff", "right.md").exit_code == 0


def test_diff_of_a_document_without_lines_shows_its_paragraphs(run: Msglint) -> None:
    Path("offer.docx").write_bytes(docx(runs("x") + runs("our Business", " Lunch")))
    result = run("check", "--diff", "offer.docx")
    assert result.stdout == (
        "--- offer.docx\n+++ offer.docx\n@@ paragraph 2 @@\n-our Business Lunch\n+our Meals for Teams\n"
    )


def test_a_diff_tells_where_the_last_line_does_not_end(run: Msglint) -> None:
    Path("end.txt").write_text("Business Lunch", encoding="utf-8")
    assert run("fix", "--diff", "end.txt").stdout.endswith(
        "-Business Lunch\n\\ No newline at end of file\n+Meals for Teams\n\\ No newline at end of file\n"
    )


def test_standard_input_is_corrected_to_standard_output(run: Msglint) -> None:
    result = run("check", "--fix", "-", input="Our Business Lunch.\r\nBussiness Lunch.\r\n")
    assert result.stdout_bytes == b"Our Meals for Teams.\r\nBussiness Lunch.\r\n"
    assert "NAM102" in result.stderr
    assert run("fix", "-", input="nothing to do\n").stdout == "nothing to do\n"


def test_standard_input_of_any_format(run: Msglint) -> None:
    result = run("fix", "-", "--stdin-filename", "a.docx", input=docx(runs("Business Lunch")))
    assert "Meals for Teams" in part(result.stdout_bytes)


def test_fix_is_the_plain_verb(run: Msglint) -> None:
    Path("likely.md").write_text(UNSAFE, encoding="utf-8")
    result = run("fix")
    assert result.stdout == ""
    assert result.exit_code == 0
    assert "1 file, 1 place mended" in result.stderr
    assert run("fix", "--unsafe").exit_code == 0
    assert Path("likely.md").read_text(encoding="utf-8") == "We ship your Meals for Teams.\n"
    assert "no files, no places mended" in run("fix").stderr


def test_what_is_left_is_told_with_its_reason(run: Msglint) -> None:
    Path("signed.docx").write_bytes(docx(runs("Business Lunch"), {"_xmlsignatures/sig1.xml": "<x/>"}))
    result = run("fix", "signed.docx")
    assert "no files, no places mended; 1 left" in result.stderr
    assert "left: signed.docx (paragraph 1) NAM101 “Business Lunch”: it is signed" in result.stderr
    assert result.exit_code == 1


def test_a_read_only_file_is_reported_and_could_not_be_mended(run: Msglint) -> None:
    stale = Path("stale.md")
    stale.chmod(0o444)
    result = run("check", "--fix")
    stale.chmod(0o644)
    assert result.exit_code == 2
    assert "stale.md: is read-only" in result.stderr
    assert "NAM101" in result.stdout


def test_json_tells_what_remains(run: Msglint) -> None:
    Path("likely.md").write_text(UNSAFE, encoding="utf-8")
    report = json.loads(run("check", "--fix", "--format", "json").stdout)
    assert [(found["rule"], found["fix"]) for found in report["findings"]] == [("NAM102", "unsafe")]


def test_what_is_only_reported_names_the_file_it_was_made_from(folder: Path) -> None:
    from msglint.correction.unfixable import why_not
    from msglint.model.document import Document
    from msglint.sources import SourceFile

    Path("flyer.pdf").write_bytes(PDF)
    Path("flyer.docx").write_bytes(docx(runs("Business Lunch")))
    flyer = SourceFile("flyer.pdf", "flyer.pdf", named=True)
    assert why_not(Document("flyer.pdf", "pdf", ()), flyer) == (
        "pdf files are not corrected: correct flyer.docx beside it and export it again"
    )
    other = SourceFile("other.pdf", "other.pdf", named=True)
    assert why_not(Document("other.pdf", "pdf", ()), other) == (
        "pdf files are not corrected: correct the file it was made from and export it again"
    )
