"""Completion in the shells themselves, where they are installed."""

import os
import shutil
import subprocess
import sys

import pytest

from .conftest import Msglint


def complete(shell: str, words: str, position: int) -> str:
    environment = {
        **os.environ,
        "_MSGLINT_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(position),
    }
    command = [sys.executable, "-c", "from msglint.cli import main; main()"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize(
    ("words", "position", "expected"),
    [
        ("msglint che", 1, ["check"]),
        ("msglint check --format gith", 3, ["github"]),
        ("msglint explain nam10", 2, [f"NAM10{number}" for number in range(1, 9)]),
        ("msglint check --select NAM101,XDC", 3, ["NAM101,XDC701"]),
        ("msglint check --format nothing-such", 3, []),
    ],
)
def test_commands_formats_and_codes_are_completed(words: str, position: int, expected: list[str]) -> None:
    lines = complete("bash", words, position).split()
    assert [line.partition(",")[2] for line in lines] == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_its_shell_can_read(run: Msglint, shell: str) -> None:
    script = run("completion", shell).stdout
    assert "_MSGLINT_COMPLETE" in script
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    checked = subprocess.run([shell, "-n"], input=script, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
def test_bash_asks_msglint_itself(run: Msglint) -> None:
    function = f'msglint() {{ "{sys.executable}" -c "from msglint.cli import main; main()" "$@"; }}; export -f msglint'
    asked = "COMP_WORDS=(msglint gloss); COMP_CWORD=1; _msglint_completion msglint; echo ${COMPREPLY[@]}"
    script = f"{function}\n{run('completion', 'bash').stdout}\n{asked}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["glossary"], done.stderr


def test_an_unknown_shell_is_refused_with_those_there_are(run: Msglint) -> None:
    result = run("completion", "tcsh")
    assert result.exit_code == 2
    assert "bash" in result.stderr
