"""A corrected file is put in the old one's place whole, or not at all."""

import os
from pathlib import Path

import pytest

from msglint.writing import Replacement, WriteError, replace_file, replace_files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "flyer.md"
    path.write_bytes(b"old")
    return path


def beside(file: Path) -> list[str]:
    return sorted(path.name for path in file.parent.iterdir())


def test_the_new_bytes_stand_there_with_the_old_permissions(file: Path) -> None:
    file.chmod(0o640)
    replace_file("flyer.md", str(file), b"old", b"new")
    assert file.read_bytes() == b"new"
    assert os.name == "nt" or file.stat().st_mode & 0o777 == 0o640
    assert beside(file) == ["flyer.md"]


def test_a_link_stays_one(file: Path) -> None:
    link = file.parent / "link.md"
    try:
        link.symlink_to(file.name)
    except OSError:
        pytest.skip("links are not allowed here")
    replace_file("link.md", str(link), b"old", b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_read_only_file_is_left_with_a_clear_message(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(WriteError, match=r"flyer\.md: is read-only"):
        replace_file("flyer.md", str(file), b"old", b"new")
    file.chmod(0o644)
    assert file.read_bytes() == b"old"
    assert beside(file) == ["flyer.md"]


def test_a_file_that_changed_meanwhile_is_left(file: Path) -> None:
    with pytest.raises(WriteError, match="has changed meanwhile"):
        replace_file("flyer.md", str(file), b"older", b"new")
    assert file.read_bytes() == b"old"
    assert beside(file) == ["flyer.md"]


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_whatever_fails_the_original_survives(step: str, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, step, _full)
    with pytest.raises(WriteError, match="No space left on device"):
        replace_file("flyer.md", str(file), b"old", b"new")
    assert file.read_bytes() == b"old"
    assert beside(file) == ["flyer.md"]


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(WriteError, match=r"gone\.md: could not be written"):
        replace_file("gone.md", str(tmp_path / "gone.md"), b"old", b"new")
    assert list(tmp_path.iterdir()) == []


def test_several_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.signed"
    old.write_bytes(b"old")
    both = [Replacement("old", str(old), b"old", b"1"), Replacement("new", str(new), None, b"2")]
    replaced = os.replace
    monkeypatch.setattr(
        os, "replace", lambda source, target: replaced(source, target) if "old" in str(target) else _full()
    )
    with pytest.raises(WriteError, match="No space left"):
        replace_files(both)
    assert old.read_bytes() == b"old"
    assert beside(old) == ["old.yaml"]
    monkeypatch.undo()
    replace_files(both)
    assert (old.read_bytes(), new.read_bytes()) == (b"1", b"2")


def test_a_file_that_came_meanwhile_is_left(file: Path) -> None:
    with pytest.raises(WriteError, match="has changed meanwhile"):
        replace_files([Replacement("flyer.md", str(file), None, b"new")])
    assert file.read_bytes() == b"old"
