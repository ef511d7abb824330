"""docs/json.md names the keys that a report has, in its order, and no others."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
import subprocess
import sys

from tests.docs.runner import ROOT


def test_the_keys_told_are_those_of_a_report(tmp_path: Path) -> None:
    (tmp_path / "glossary.yaml").write_text("terms: [{term: Quiet Cabin, superseded: Silent Coach}]", encoding="utf-8")
    (tmp_path / "page.md").write_text("Our Silent Coach.", encoding="utf-8")
    command = [sys.executable, "-m", "msglint", "check", "--format", "json", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    report = json.loads(done.stdout)
    page = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    whole, finding = (re.findall(r"^\| `([\w.]+)` \|", part, re.MULTILINE) for part in page.split("## A finding"))
    assert whole == list(_keys(report))
    assert finding == list(report["findings"][0])


def _keys(record: dict[str, object], prefix: str = "") -> Iterator[str]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _keys(value, f"{prefix}{key}.")
        else:
            yield prefix + key
