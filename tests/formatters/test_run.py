"""All formats from one run of the program itself, over documents of many kinds."""

from datetime import date
import json
import os
from pathlib import Path
import shutil
import subprocess
import sys

import pytest

from msglint import registry
from msglint.cli._reports import is_report
from msglint.model.document import Location
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Certainty, Severity

from . import consumers

ROOT = Path(__file__).parents[2]
READ = ("flyers/ünï 1.md", "june.eml", "proposals/one-pager.docx", "proposals/proposal-template.docx", "right.md")
FORMATS = registry.names("msglint.formatters")
GLOSSARY = """\
terms:
  - term: Meals for Teams
    superseded: Business Lunch
    owner: lucy@example.com
  - term: Lunch Pass
    admitted: Meals for Teams
"""
MAIL = (
    "From: a@example.com\nSubject: Business Lunch\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: quoted-printable\n\nHello=0A=0AOur Business Lunch is here.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The documents of a company, one of which nobody can read."""
    shutil.copytree(ROOT / "examples" / "proposals", tmp_path / "proposals")
    written = {
        "glossary.yaml": GLOSSARY,
        "right.md": "Ask about the Lunch Pass.\n",
        "flyers/ünï 1.md": "Our business lunches.\n\nThe Business Lunch.\n\n"
        "A good Business Lunch. <!-- msglint: ignore[NAM101] told -->\n",
        "june.eml": MAIL,
        "broken.docx": "no zip",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, out: Path, seed: int) -> subprocess.CompletedProcess[str]:
    """All formats at once, into `out`."""
    out.mkdir(exist_ok=True)
    outputs = [word for name in FORMATS for word in ("--output", f"{name}={out / name}.txt")]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1", "XDG_CACHE_HOME": str(folder / ".c")}
    command = [sys.executable, "-m", "msglint", "check", ".", "--as-of", "2026-06-10", "--no-cache", *outputs]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def read_back(data: bytes) -> Report:
    """The report that the JSON of a run over `folder` tells of."""
    whole = json.loads(data)
    findings = tuple(
        Finding(
            **{key: each[key] for key in ("rule", "name", "message", "said", "fingerprint")},
            severity=Severity.parse(each["severity"]),
            certainty=Certainty.parse(each["certainty"]),
            location=Location(each["path"], each["line"], each["column"], place=each["place"]),
        )
        for each in whole["findings"]
    )
    return Report(findings, date.fromisoformat(whole["as_of"]), unreadable=whole["summary"]["unreadable"], checked=READ)


def test_all_formats_say_the_same_and_twice_the_same_bytes(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first, again = (tmp_path_factory.mktemp("out") for _ in range(2))
    done = [run(folder, first, 1), run(folder, again, 2)]
    assert [each.returncode for each in done] == [1, 1], done[0].stderr
    for name in FORMATS:
        assert (first / f"{name}.txt").read_bytes() == (again / f"{name}.txt").read_bytes(), name
        assert is_report(str(first / f"{name}.txt")), name
    whole = read_back((first / "json.txt").read_bytes())
    assert {finding.rule for finding in whole.findings} >= {"NAM101", "READ001", "GLO801"}
    assert [f.location.line for f in whole.findings if f.location.path == "flyers/ünï 1.md"] == [1, 3]
    for name in FORMATS:
        getattr(consumers, f"accept_{name}")((first / f"{name}.txt").read_bytes(), whole)


def test_reports_in_the_folder_change_nothing(folder: Path) -> None:
    before = run(folder, folder, 1)
    assert run(folder, folder, 1).stdout == before.stdout
    for file in folder.glob("*.txt"):
        file.rename(file.with_suffix(".md"))
    again = subprocess.run(
        [sys.executable, "-m", "msglint", "check", ".", "--as-of", "2026-06-10"],
        cwd=folder, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert again.stdout == before.stdout
