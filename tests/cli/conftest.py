"""A small company in a folder of its own, and msglint run there."""

from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result
import pytest

from msglint.cli._group import msglint

GLOSSARY = """\
terms:
  - term: Meals for Teams
    superseded: Business Lunch
    owner: lucy@example.com
"""

Msglint = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a glossary, a document that is right and one that is stale."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / ".cache"))
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("right.md").write_text("Ask about Meals for Teams.\n", encoding="utf-8")
    Path("stale.md").write_text("Ask about our Business Lunch today.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Msglint:
    """Run a command in this process. Anything but an exit is a traceback to the user, so it is raised."""

    def run_(*arguments: str, input: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(msglint, arguments, input=input, catch_exceptions=True)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run_
