"""The example company: what its README calls right is right, and everything else has something to find."""

from datetime import date
from pathlib import Path

import pytest

from msglint.engine import Standard, judge_file
from msglint.glossary.lexicon import compile_lexicon
from msglint.glossary.load import load_glossary
from msglint.model.judgement import Circumstances
from msglint.rulebook.load import load_rules
from msglint.selection import active_rules
from msglint.sources import SourceFile

ROOT = Path(__file__).parents[2]
RIGHT = {
    "flyers/ireland.md",
    "flyers/meals-for-teams.md",
    "internal/lead-handover.md",
    "website/2025-09-18-autumn-menu.md",
    "website/faq.md",
    "website/meals-for-teams.md",
    "README.md",
}
FILES = sorted(path for path in (ROOT / "examples").rglob("*") if path.is_file())


@pytest.fixture(scope="module", params=[date(2026, 6, 10), date(2027, 2, 1)], ids=str)
def standard(request: pytest.FixtureRequest) -> Standard:
    glossary = load_glossary(ROOT / "glossary.yaml")
    return Standard(glossary, compile_lexicon(glossary), active_rules(load_rules()), Circumstances(request.param))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_right_is_quiet_and_the_rest_is_not(path: Path, standard: Standard) -> None:
    name = path.relative_to(ROOT / "examples").as_posix()
    findings = judge_file(SourceFile(name, named=True, data=path.read_bytes()), standard).findings
    assert bool(findings) is (name not in RIGHT), [f"{found.rule} {found.said}" for found in findings]


def test_the_readme_names_every_file() -> None:
    readme = (ROOT / "examples" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in FILES if path.name not in readme and path.name != "README.md"] == []
