"""Everything that the documentation shows was run, and still is so."""

from pathlib import Path
import re

import pytest

from tests.docs.runner import ROOT, replay

MADE = ("_build", "reference")  # from the code; tests/docs/test_site.py looks after them, and after links to them
PAGES = [ROOT / "README.md", *sorted(page for page in (ROOT / "docs").rglob("*.md") if not {*page.parts} & {*MADE})]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_print_what_is_shown(page: Path, tmp_path: Path) -> None:
    _, runs = replay(page.read_text(encoding="utf-8"), tmp_path)
    for run in runs:
        assert run.printed == run.shown, f"$ {run.command} (python -m tests.docs.runner {page.name} mends it)"


@pytest.mark.parametrize("page", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8")):
        assert target.startswith("reference/") or (page.parent / target).exists(), target


def test_ci_runs_the_readmes_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = re.search(r"pip install --quiet (?P<install>-e '\.\[test\]') && (?P<test>python -m pytest)", readme)
    assert command
    steps = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert f"pip install --quiet {command['install']}" in steps.replace(" --disable-pip-version-check", "")
    assert command["test"] in steps
