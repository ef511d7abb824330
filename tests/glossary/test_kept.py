"""A compiled glossary is used for as long as it would be read the same, and never relied on."""

from pathlib import Path

import pytest

from msglint.glossary import kept
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.glossary import Glossary

_TEXT = "include: [more/*.yaml]\nterms:\n  - {term: Meals for Teams, superseded: Business Lunch, price: 12.50 EUR}\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "glossary.yaml"
    path.write_text(_TEXT, encoding="utf-8")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.yaml").write_text("terms: [Fruit Bowl]\n", encoding="utf-8")
    return path


@pytest.fixture
def cache(tmp_path: Path, path: Path) -> Path:
    folder = tmp_path / "cache"
    _store(folder, path)
    return folder


def _store(folder: Path, path: Path) -> Glossary:
    glossary = load_glossary(path)
    kept.store(folder, path, glossary, compile_lexicon(glossary))
    return glossary


def test_what_is_kept_is_what_would_be_compiled(path: Path, cache: Path) -> None:
    found = kept.fetch(cache, path)
    assert found is not None
    glossary, lexicon = found
    assert glossary == load_glossary(path)
    assert lexicon == compile_lexicon(glossary)
    assert lexicon.patterns[0].entry is glossary.entries[0]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("glossary.yaml", _TEXT + "  - Fruit Crate\n"),
        ("more/a.yaml", "terms: [Fruit Bowls]\n"),
        ("more/b.yaml", "terms: [Fruit Crate]\n"),
        ("more/a.yaml", None),
    ],
)
def test_a_change_in_any_file_makes_it_new(path: Path, cache: Path, file: str, text: str | None) -> None:
    changed = path.parent / file
    if text is None:
        changed.unlink()
    else:
        changed.write_text(text, encoding="utf-8")
    assert kept.fetch(cache, path) is None


def test_a_glossary_named_otherwise_shows_other_places(
    path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    assert kept.fetch(cache, Path("glossary.yaml")) is None


@pytest.mark.parametrize("data", [b"", b"damaged", b"\x80\x05cos\nsystem\n(S'true'\ntR."])
def test_what_is_damaged_or_of_others_is_none(path: Path, cache: Path, data: bytes) -> None:
    (file,) = cache.glob(kept.FILE_NAMES)
    file.write_bytes(data)
    assert kept.fetch(cache, path) is None


def test_a_folder_that_cannot_be_made_is_no_error(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    _store(tmp_path / "file" / "cache", path)
    assert kept.fetch(tmp_path / "file" / "cache", path) is None
    assert kept.fetch(None, path) is None
