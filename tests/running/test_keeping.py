"""What is kept between runs stays bounded."""

import os
from pathlib import Path

import pytest

from msglint import keeping
from msglint.keeping import keep


def test_the_oldest_files_of_a_kind_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES", 20)
    for age, name in enumerate(["glossary-new.bin", "glossary-old.bin", "rules-old.json"]):
        keep(tmp_path / name, b"x" * 8)
        os.utime(tmp_path / name, (1_000_000 - age, 1_000_000 - age))
    keep(tmp_path / "glossary-newest.bin", b"x" * 8)
    assert {file.name for file in tmp_path.iterdir()} == {"glossary-newest.bin", "glossary-new.bin", "rules-old.json"}


def test_what_is_larger_than_all_may_be_is_kept_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MOST_BYTES", 20)
    keep(tmp_path / "names-a.bin", b"x" * 30)
    keep(tmp_path / "names-a.bin", b"y" * 40)
    assert (tmp_path / "names-a.bin").read_bytes() == b"y" * 40
