"""The bar on long runs: only where somebody watches, with a rate and the time that is left."""

from contextlib import redirect_stderr
import io

import pytest

from msglint.cli import _progress


class Terminal(io.StringIO):
    """A stream that people watch."""

    def isatty(self) -> bool:
        return True


def shown(length: int, hidden: bool = False) -> str:
    """What people see while so many items are gone through."""
    terminal = Terminal()
    with redirect_stderr(terminal):
        assert list(_progress.watched(range(length), length, hidden)) == list(range(length))
    return terminal.getvalue()


def test_a_long_run_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_progress, "_PATIENCE", 0.0)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    bar = shown(3000)
    assert "3000/3000" in bar
    assert "documents/s" in bar
    assert "0:00:00" in bar


@pytest.mark.parametrize("hidden", [False, True])
def test_a_short_or_hidden_one_shows_nothing(hidden: bool) -> None:
    assert shown(3, hidden) == ""


def test_no_terminal_no_bar(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(_progress, "_PATIENCE", 0.0)
    assert list(_progress.watched(range(3000), 3000)) == list(range(3000))
    assert capsys.readouterr().err == ""
