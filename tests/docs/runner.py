"""Runs what the documentation shows and holds it to its word.

Above a code block, an HTML comment says what it is for: `<!-- run -->` runs the block's commands in the repository and
compares all they print with what the block shows; `<!-- run: scratch -->` does so in a scratch folder, into which
`<!-- file: NAME -->` puts the block that follows it.

    python -m tests.docs.runner FILE...      writes what the commands print now into the files
"""

from collections.abc import Callable
from dataclasses import dataclass
import os
from pathlib import Path
import re
import subprocess
import sys
import tempfile

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r"<!-- (?P<what>run|file)(?:: (?P<name>[^ ]+))? -->\n```\w*\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL
)


@dataclass(frozen=True)
class Shown:
    """What a page shows, and what is true."""

    command: str
    shown: str
    printed: str


def replay(page: str, scratch: Path) -> tuple[str, list[Shown]]:
    """The page with what its commands really print, and every command with what was shown of it."""
    runs: list[Shown] = []

    def block(match: re.Match[str]) -> str:
        if match["what"] == "file":
            target = scratch / match["name"]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(match["body"], encoding="utf-8")
            return match[0]
        folder = scratch if match["name"] == "scratch" else ROOT
        body = _rerun(match["body"], folder, runs.append)
        return match[0].replace(match["body"], body)

    return _BLOCK.sub(block, page), runs


def _rerun(body: str, folder: Path, note: Callable[[Shown], None]) -> str:
    parts = re.split(r"^\$ (.*)\n", body, flags=re.MULTILINE)
    made = []
    for command, shown in zip(parts[1::2], parts[2::2], strict=True):
        printed = _printed(command, folder)
        note(Shown(command, shown, printed))
        made.append(f"$ {command}\n{printed}")
    return "".join(made)


def _printed(command: str, folder: Path) -> str:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    environment |= {"COLUMNS": "100", "PYTHONUTF8": "1", "NO_COLOR": "1"}
    environment["PRE_COMMIT_HOME"] = str(folder / ".git" / "pre-commit")
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    return done.stdout.rstrip("\n") + "\n" if done.stdout else ""


def main() -> None:
    for name in sys.argv[1:]:
        path = Path(name)
        with tempfile.TemporaryDirectory() as scratch:
            page, _ = replay(path.read_text(encoding="utf-8"), Path(scratch))
        path.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
