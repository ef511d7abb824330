"""Pictures where no tesseract is installed: a finding each where they are named, one line where a folder has them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Msglint
from tests.readers.test_images import picture


@pytest.fixture
def photos(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two pictures, which nothing here can read."""
    monkeypatch.setenv("PATH", str(folder))
    photos = folder / "photos"
    photos.mkdir()
    (photos / "one.png").write_bytes(picture())
    (photos / "two.jpg").write_bytes(picture(kind="JPEG"))
    return photos


def test_met_in_a_folder_they_are_counted(run: Msglint, photos: Path) -> None:
    result = run("check", "photos", "right.md", "--fail-on", "warning")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 pictures not read: install tesseract, or leave them out by `exclude`" in result.stderr
    assert "1 document, no findings; 2 files passed over" in result.stderr


def test_named_each_is_a_finding(run: Msglint, photos: Path) -> None:
    result = run("check", "photos/one.png", "photos/two.jpg")
    assert result.exit_code == 0
    assert [line.split()[1] for line in result.stdout.splitlines()] == ["READ002", "READ002"]


def test_excluded_they_are_not_spoken_of(run: Msglint, photos: Path) -> None:
    Path("msglint.yaml").write_text('exclude: ["*.png", "*.jpg"]\n', encoding="utf-8")
    assert "picture" not in run("check", ".").stderr
