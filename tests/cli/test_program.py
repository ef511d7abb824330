"""The program as a process: exit statuses, streams, encodings, what is imported."""

import os
from pathlib import Path
import subprocess
import sys

from click.testing import CliRunner
import pytest

from msglint import registry
from msglint.cli._group import msglint as group

SLOW = ("spacy", "rich", "rich.progress", "yaml", "inflect", "numpy", "rapidfuzz", "pathspec")


def msglint(*arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, "-m", "msglint", *arguments],
        capture_output=True,
        env={**os.environ, **environment},
        check=False,
    )


def imported_by(*arguments: str) -> set[str]:
    """The modules that a run has imported when it ends."""
    code = (
        "import sys, atexit; from msglint.cli import main; sys.argv = ['msglint', *sys.argv[1:]]; "
        "atexit.register(lambda: print('\\n'.join(sys.modules), file=sys.stderr)); main()"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines())


def test_alone_it_prints_its_help() -> None:
    done = msglint()
    assert done.returncode == 0
    assert b"Commands:" in done.stdout
    assert done.stdout == msglint("--help").stdout


@pytest.mark.parametrize("command", registry.names("msglint.cli"))
def test_every_command_explains_itself(command: str) -> None:
    done = msglint(command, "--help")
    assert done.returncode == 0
    assert f"Usage: msglint {command} ".encode() in done.stdout
    assert f"\n  {command} ".encode() in msglint("--help").stdout


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--frmat", "json"], ["glossary", "chek"]])
def test_a_slip_on_the_command_line_ends_with_2(arguments: list[str]) -> None:
    done = msglint(*arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Did you mean" in done.stderr or b"No such" in done.stderr


def test_help_imports_nothing_slow() -> None:
    assert imported_by("--help").isdisjoint(SLOW)


def test_a_clean_file_imports_no_spacy_and_no_progress_bar(folder: Path) -> None:
    Path("right.md").write_text("Meals for Teams are served hot, every day.\n\n" * 48, encoding="utf-8")
    assert imported_by("check", "right.md").isdisjoint({"spacy", "rich", "rich.progress", "numpy"})


def test_findings_import_no_spacy_either(folder: Path) -> None:
    assert "spacy" not in imported_by("check", "--format", "full", "--fail-on", "never", "stale.md")


def test_statuses_and_streams(folder: Path) -> None:
    done = msglint("check")
    assert done.returncode == 1
    assert done.stdout.startswith(b"stale.md:1:15 NAM101")
    assert b"1 finding" in done.stderr
    assert msglint("check", "right.md").returncode == 0
    assert msglint("check", "gone.md").returncode == 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.parametrize("format", ["full", "concise", "json", "github"])
def test_output_suits_any_encoding(folder: Path, encoding: str, format: str) -> None:
    Path("stale.md").write_text("昼食 🍱 Business Lunch\n", encoding="utf-8")
    done = msglint("check", "--format", format, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.returncode == 1, done.stderr
    assert "Business Lunch" in done.stdout.decode(encoding)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows such names")
@pytest.mark.parametrize("format", registry.names("msglint.formatters"))
def test_names_that_are_no_unicode_are_shown_safely(folder: Path, format: str) -> None:
    os.rename("stale.md", b"caf\xe9 1.md")
    done = msglint("check", "--format", format, "--output", f"{format}=out")
    assert done.returncode == 1, done.stderr
    assert b"NAM101" in done.stdout
    Path("out").read_text(encoding="utf-8")


def test_an_interrupt_is_no_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("msglint.cli._checking.run", interrupted)
    result = CliRunner().invoke(group, ["check"])
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr.strip() == "msglint: interrupted"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    Path("stale.md").write_text("Business Lunch\n\n" * 5_000, encoding="utf-8")
    command = f'"{sys.executable}" -m msglint check | head -n 1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert done.stdout.startswith(b"stale.md:1:1 NAM101")
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full and a shell")
@pytest.mark.parametrize(
    ("redirection", "status"),
    [("> /dev/full", 2), (">&-", 1), ("- <&-", 2), ("2>&-", 1), ("> /dev/null 2> /dev/full", 1)],
)
def test_streams_that_fail_are_no_traceback(folder: Path, redirection: str, status: int) -> None:
    command = f'"{sys.executable}" -m msglint check stale.md {redirection}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert done.returncode == status


@pytest.mark.parametrize(
    ("variables", "colored"), [({"FORCE_COLOR": "1"}, True), ({"NO_COLOR": "1"}, False), ({}, False)]
)
def test_colour_on_request(folder: Path, variables: dict[str, str], colored: bool) -> None:
    done = msglint("check", "--format", "full", **variables)
    assert (b"\x1b[" in done.stdout) is colored
