"""What people see on a terminal: colours where they are wanted, lines broken between words."""

import os
from pathlib import Path
import re
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pexpect needs a pty")


def seen(columns: int, *arguments: str, **more: str) -> str:
    """All that a terminal of that width was sent."""
    import pexpect

    environment = {
        name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "FORCE_COLOR")
    }
    text: str = pexpect.run(
        f"{sys.executable} -m msglint {' '.join(arguments)}", timeout=60, encoding="utf-8", withexitstatus=False,
        env={**environment, "TERM": "xterm", **more}, dimensions=(24, columns),
    )  # fmt: skip
    return text.replace("\r\n", "\n")


def test_what_is_said_beside_the_findings_is_broken_between_words(folder: Path) -> None:
    said = [line for line in seen(60, "check").splitlines() if line.startswith(("msglint: ", "         "))]
    assert all(len(line) <= 60 for line in said)
    assert "msglint: `msglint explain NAM101` says why it matters; a\n         comment" in "\n".join(said)


def test_the_line_is_shown_in_colours(folder: Path) -> None:
    assert "\x1b[1;31mBusiness Lunch\x1b[0m" in seen(80, "check", "stale.md")


@pytest.mark.parametrize("name", ["NO_COLOR", "TERM"])
def test_or_without(folder: Path, name: str) -> None:
    said = seen(80, "check", "stale.md", **{name: "dumb"})
    assert "\x1b" not in said
    assert re.search(r"1 \| Ask about our Business Lunch today\.\n +\| +\^{14}\n", said)


def test_quietly_only_findings_are_shown(folder: Path) -> None:
    assert "msglint:" not in seen(80, "check", "--quiet")
    assert seen(80, "check", "--quiet", "right.md") == ""


def test_verbosely_where_things_come_from_is_told(folder: Path) -> None:
    said = seen(80, "check", "--verbose")
    assert "msglint: settings: defaults\n" in said
    assert "msglint: glossary: glossary.yaml (found upward)\n" in said
