"""A folder of documents that say all kinds of things, and runs over it in this process, cache and processes at will."""

from collections.abc import Callable
from datetime import date
import os
from pathlib import Path

import pytest

from msglint.cli._documents import documents
from msglint.cli._settings import settings_of
from msglint.cli._standard import standard_of
from msglint.engine import Standard, Verdict, judge_file
from msglint.running import judged, run, workers
from msglint.running.run import judge_all
from msglint.sources import SourceFile

GLOSSARY = """\
terms:
  - term: Meals for Teams
    superseded: {term: Business Lunch, until: 2026-02-28}
    match: {not: [business lunch break]}
  - term: Fruit Bowl
    type: product
"""
SETTINGS = """\
documents: [{match: "texts/internal/**", audience: internal}]
per_file_ignores: {"texts/legal/**": [NAM101]}
"""
DOCUMENTS = {
    "clean.md": "Ask about Meals for Teams.\n",
    "stale.md": "Ask about our Business Lunch today.\n\nNo business lunch break.\n",
    "hushed.md": "<!-- msglint: ignore[NAM101] quoted -->\nAsk about our Business Lunch today.\n",
    "idle.md": "<!-- msglint: ignore[NAM101] nothing here -->\nAsk.\n",
    "slip.md": "---\nmsglint: {chanel: flyer}\n---\nAsk.\n",
    "legal/terms.md": "The Business Lunch shall be eaten.\n",
    "internal/call.txt": "Say: business-lunches are over.\n",
    "price-a.md": "Fruit Bowl, £4 each.\n",
    "price-b.md": "The Fruit Bowl costs £5 each.\n",
    "door-a.md": "A Warm Door means a household that asked for a call.\n",
    "door-b.md": "A Warm Door means a shop that shows our poster.\n",
    "old/2025-06-06-post.md": "Our Business Lunch is here.\n",
    "broken.docx": "no zip",
    "empty.docx": "",
}
DAY = date(2026, 6, 10)

Run = Callable[..., tuple[Verdict, ...]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with settled documents (older than the file system's clock tick)."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / ".cache"))
    monkeypatch.setattr(run, "_PAYS_TO_SPREAD", 0)
    monkeypatch.setattr(run, "_PAYS_TO_KEEP", 0)
    monkeypatch.setattr(workers, "_CHUNK_FILES", 3)
    Path("glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("msglint.yaml").write_text(SETTINGS, encoding="utf-8")
    for name, text in DOCUMENTS.items():
        write(name, text)
    return tmp_path


def write(name: str, text: str) -> None:
    path = Path("texts", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files for old that were just written: ctime cannot be set back."""
    monkeypatch.setattr(judged, "_SETTLED", -(10**18))


def standard(as_of: date = DAY, **more: object) -> Standard:
    return standard_of(settings_of(None), as_of, **more)  # type: ignore[arg-type]


def files() -> tuple[SourceFile, ...]:
    return documents(["texts"], standard()).files


@pytest.fixture
def cache(folder: Path) -> Path:
    return folder / "kept"


@pytest.fixture
def judging(folder: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """The names of the documents that a run judges anew; the others' verdicts it remembers."""

    def judged_anew(standard_: Standard | None = None) -> list[str]:
        seen: list[str] = []

        def spied(file: SourceFile, standard: Standard) -> Verdict:
            seen.append(os.path.basename(file.path))
            return judge_file(file, standard)

        monkeypatch.setattr(judged, "judge_file", spied)
        list(judge_all(files(), standard_ or standard(), 1, cache))
        return sorted(seen)

    return judged_anew
