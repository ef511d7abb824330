"""XDC701 needs the whole run, and documents to compare with are never blamed."""

from pathlib import Path
import subprocess
import sys

import pytest

_GLOSSARY = "terms:\n  - {term: Fruit Bowl, type: product}\n"


def _check(folder: Path, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "msglint", "check", *arguments, "--select", "XDC701", "--format", "concise", "--quiet"],
        cwd=folder, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "glossary.yaml").write_text(_GLOSSARY, encoding="utf-8")
    for name, price in (("a.md", "£4"), ("b.md", "£4"), ("c.md", "£5"), ("old.md", "£5")):
        (tmp_path / name).write_text(f"The Fruit Bowl costs {price} each.\n", encoding="utf-8")
    return tmp_path


def test_the_odd_one_is_blamed_and_the_other_named(folder: Path) -> None:
    (line,) = _check(folder, "a.md", "b.md", "c.md")
    assert line.startswith("c.md:1:22")
    assert "£4 each" in line
    assert "a.md:1:22" in line


def test_context_decides_and_is_never_blamed(folder: Path) -> None:
    lines = _check(folder, "a.md", "b.md", "--context", "old.md")
    assert [line.split(":")[0] for line in lines] == ["a.md", "b.md"]
    assert all("old.md" in line for line in lines)


def test_context_that_agrees_says_nothing(folder: Path) -> None:
    assert _check(folder, "a.md", "--context", "b.md") == []


def test_what_is_checked_is_no_context_of_itself(folder: Path) -> None:
    assert _check(folder, "a.md", "--context", "a.md") == []


def test_a_comment_silences_it(folder: Path) -> None:
    (folder / "c.md").write_text(
        "<!-- msglint: ignore[XDC701] the festival's own price -->\nThe Fruit Bowl costs £5 each.\n", encoding="utf-8"
    )
    assert _check(folder, "a.md", "b.md", "c.md") == []


def test_a_name_with_a_price_in_the_glossary_is_no_conflict(folder: Path) -> None:
    (folder / "glossary.yaml").write_text("terms:\n  - {term: Fruit Bowl, price: 4 GBP}\n", encoding="utf-8")
    assert _check(folder, "a.md", "b.md", "c.md") == []
