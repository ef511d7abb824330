"""What docs/comparison.md says of msglint is what it does; the others are tried by hand."""

from pathlib import Path

from tests.compare.__main__ import table
from tests.compare.sentences import write
from tests.compare.tools import MSGLINT
from tests.docs.runner import ROOT


def test_msglint_finds_what_the_page_says(tmp_path: Path) -> None:
    names = write(tmp_path)
    found = MSGLINT.found(tmp_path)
    page = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8").split("\n")
    shown = ["|".join(line.split("|")[:3]) for line in page]
    for line in table(names, [MSGLINT], {"msglint": found}):
        assert "|".join(line.split("|")[:3]) in shown
