"""What a run imports, counted: milliseconds differ from machine to machine, modules do not."""

import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

ROOT = Path(__file__).parents[2]
# Each costs 5 to 900 ms, and a clean document needs none of them.
HEAVY = {
    "charset_normalizer", "difflib", "importlib.metadata", "jinja2", "logging", "multiprocessing", "olefile",
    "pathspec", "pypdfium2", "rich", "shutil", "spacy", "sqlite3", "subprocess", "tempfile", "tomllib",
    "turbohtml", "xml",
}  # fmt: skip
MOST_OF_OURS, MOST_OF_OTHERS = 255, 215
MOST_FOR_HELP = 140
"""Beside the modules of the commands, one each."""
CLEAN = """\
# Answering the phone

Hello, and thank you for calling. We would love to help you find something nice for the team, and can deliver it to
your door. Shall we send you the **list**, or would you rather [see it](https://example.com/list) on our pages?

- Call back within a day.
- Write down who called, and what they asked for.
"""
_MODULES = """\
import sys
from msglint.cli import main
sys.argv = ["msglint", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(f"\\n{' '.join(sys.modules)}\\n")
"""


def modules(folder: Path, *arguments: str) -> set[str]:
    """All that are imported at the end of a run that finds nothing."""
    kept = {name: str(folder / "kept") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME")}
    kept["COLUMNS"] = ""  # pytest-xdist sets it, and asking a terminal for its width imports shutil
    done = subprocess.run(
        [sys.executable, "-c", _MODULES, *arguments],
        cwd=folder, env={**os.environ, **kept, "COLUMNS": ""}, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return set(done.stderr.splitlines()[-1].split())


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A clean document beside the example glossary; rules and glossary were compiled by a run before."""
    shutil.copy(ROOT / "glossary.yaml", tmp_path)
    (tmp_path / "clean.md").write_text(CLEAN, encoding="utf-8")
    modules(tmp_path, "check", "clean.md")
    return tmp_path


def test_a_clean_document_needs_little(desk: Path) -> None:
    loaded = modules(desk, "check", "clean.md")
    assert sorted(loaded & HEAVY) == []
    ours = {name for name in loaded if name.startswith("msglint")}
    assert len(ours) <= MOST_OF_OURS, sorted(ours)
    assert len(loaded - ours) <= MOST_OF_OTHERS, sorted(loaded - ours)


def test_help_needs_no_pipeline(tmp_path: Path) -> None:
    loaded = modules(tmp_path, "--help")
    assert not loaded & (HEAVY - {"shutil"}), "click wraps its lines to the terminal"
    assert not loaded & {"msglint.engine", "msglint.model.document", "msglint.model.glossary", "yaml", "json"}
    others = {name for name in loaded if name.rpartition(".")[0] != "msglint.cli"}
    assert len(others) <= MOST_FOR_HELP, sorted(others)
