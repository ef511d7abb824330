"""`msglint cache`: what is kept, and away with it."""

from pathlib import Path

from msglint.running import database

from .conftest import Msglint


def test_an_empty_one_is_no_trouble(run: Msglint) -> None:
    result = run("cache", "info", "--cache-dir", "nowhere")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "nowhere",
        "results: no documents, 0.0 MB",
        "compiled rules: no files, 0.0 MB",
        "compiled glossaries: no files, 0.0 MB",
        "names to look up: no files, 0.0 MB",
    ]
    assert run("cache", "clear", "--cache-dir", "nowhere").exit_code == 0
    assert not Path("nowhere").exists()


def test_it_tells_what_a_run_kept(run: Msglint) -> None:
    Path("large.md").write_text("Ask about our Business Lunch today.\n\n" * 3000, encoding="utf-8")
    run("check", "--cache-dir", "kept")
    lines = run("cache", "info", "--cache-dir", "kept").stdout.splitlines()
    assert lines[1].startswith("results: 3 documents, ")
    assert lines[2].startswith("compiled rules: 1 file, ")


def test_few_words_are_not_worth_keeping(run: Msglint) -> None:
    run("check", "--cache-dir", "kept")
    assert "results: no documents" in run("cache", "info", "--cache-dir", "kept").stdout


def test_clearing_takes_only_its_own_files(run: Msglint) -> None:
    Path("large.md").write_text("Ask about Meals for Teams today.\n\n" * 3000, encoding="utf-8")
    for name in ("results.sqlite", "rules.json", "mine.txt"):
        Path(name).write_text("mine", encoding="utf-8")
    before = {path.name for path in Path().iterdir()}
    run("check", ".", "--cache-dir", ".")
    assert {path.name for path in Path().iterdir()} > before
    result = run("cache", "clear", "--cache-dir", ".")
    assert result.exit_code == 0
    assert "3 files removed" in result.stderr
    assert {path.name for path in Path().iterdir()} == before


def test_a_damaged_one_is_told_and_cleared(run: Msglint) -> None:
    Path("kept").mkdir()
    Path("kept", database.FILE_NAME).write_text("no database", encoding="utf-8")
    assert "results: damaged" in run("cache", "info", "--cache-dir", "kept").stdout
    assert run("cache", "clear", "--cache-dir", "kept").exit_code == 0
    assert "results: no documents" in run("cache", "info", "--cache-dir", "kept").stdout


def test_trouble_is_told_once_and_not_to_the_quiet(run: Msglint) -> None:
    Path("large.md").write_text("Ask about our Business Lunch today.\n\n" * 3000, encoding="utf-8")
    Path("kept").mkdir()
    Path("kept", database.FILE_NAME).mkdir()
    loud = run("check", "large.md", "--cache-dir", "kept")
    assert loud.stderr.count("cannot be used") == 1
    assert loud.stdout == run("check", "large.md", "--no-cache").stdout
    assert "cannot be used" not in run("check", "large.md", "--cache-dir", "kept", "--quiet").stderr
