"""What changed: by the glossary's dates, and by its versions in git."""

import json
import os
from pathlib import Path
import subprocess

import pytest

from tests.cli.conftest import Msglint
from tests.cli.conftest import folder as folder
from tests.cli.conftest import run as run

BEFORE = """\
defaults: {currency: GBP}
include: [more/*.yaml]
terms:
  - {term: Business Lunch, id: lunch, type: product, price: 15 GBP}
  - {term: MQL, type: metric, definition: A contact., status: proposed}
"""
AFTER = """\
defaults: {currency: GBP}
include: [more/*.yaml]
terms:
  - term: Meals for Teams
    id: lunch
    type: product
    valid_from: 2026-03-01
    superseded: {term: Business Lunch, until: 2026-02-28}
    prices: [{price: 15, valid_through: 2026-02-28}, {price: 12.50, valid_from: 2026-03-01}]
  - {term: MQL, type: metric, definition: A contact with a score., sign_off: {team: sales, by: arrah, on: 2026-03-02}}
  - {term: Tea Tray, type: product, status: proposed}
"""


def git(*arguments: str, day: str = "2026-02-01") -> None:
    when = f"{day}T12:00:00"
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", *arguments],
        check=True, capture_output=True, env={**os.environ, "GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when},
    )  # fmt: skip


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture
def repository(folder: Path) -> Path:
    """A version of 1 February, tagged v1, and one of 20 February; what lies there now is as the second."""
    git("init", "-q", "-b", "main")
    write("glossary.yaml", BEFORE)
    write("more/crate.yaml", "terms: [{term: Fruit Crate, type: product, price: 24 GBP}]\n")
    git("add", "."), git("commit", "-qm", "one"), git("tag", "v1")
    write("glossary.yaml", AFTER)
    write("more/crate.yaml", "terms: [{term: Fruit Crate, type: product, price: 26 GBP}]\n")
    git("add", "."), git("commit", "-qm", "two", day="2026-02-20")
    return folder


EDITS = [
    "lunch: renamed from “Business Lunch” to “Meals for Teams” on 1 March 2026",
    "lunch: costs £12.50 from 1 March 2026 instead of £15",
    "fruit-crate: price corrected from £24 to £26",
    "lunch: first day: “1 March 2026” added",
    "tea-tray: proposed as a product",
    "mql: status: “proposed” → “approved”",
    "mql: definition: “A contact.” → “A contact with a score.”",
    "mql: signed by arrah for sales on 2 March 2026",
]


def told(run: Msglint, *arguments: str) -> tuple[list[str], list[str]]:
    result = run("changes", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    found = json.loads(result.stdout)
    return [event["said"] for event in found["took_effect"]], [f"{e['entry']}: {e['said']}" for e in found["written"]]


def test_since_a_revision_the_two_versions_are_compared(run: Msglint, repository: Path) -> None:
    events, edits = told(run, "--since", "v1")
    assert events == []
    assert edits == EDITS
    assert told(run, "--since", "v1", "--until", "HEAD")[1] == edits
    assert told(run, "--since", "HEAD") == ([], [])


def test_what_is_not_committed_yet_counts(run: Msglint, repository: Path) -> None:
    write("more/crate.yaml", "terms: [{term: Fruit Crate, type: product, price: 28 GBP}]\n")
    assert told(run, "--since", "HEAD")[1] == ["fruit-crate: price corrected from £26 to £28"]


def test_since_a_day_nothing_is_told_twice(run: Msglint, repository: Path) -> None:
    events, edits = told(run, "--since", "2026-02-10", "--until", "2026-03-31")
    assert events == [
        "“Business Lunch” becomes “Meals for Teams”",
        "“Meals for Teams” costs £12.50 instead of £15",
        "“MQL” is signed by arrah for sales",
    ]
    assert edits == [edit for edit in EDITS if "1 March" not in edit and "signed" not in edit]


def test_a_day_before_the_change_holds_tells_what_was_written(run: Msglint, repository: Path) -> None:
    events, edits = told(run, "--since", "2026-02-10", "--until", "2026-02-25")
    assert events == []
    assert set(edits) == set(EDITS)
    assert told(run, "--since", "2026-02-10", "--until", "2026-02-15") == ([], [])


def test_before_the_first_version_only_the_dates_tell(run: Msglint, repository: Path) -> None:
    result = run("changes", "--since", "2026-01-01", "--until", "2026-03-31")
    assert result.exit_code == 0
    assert "git has no version from before 1 January 2026" in result.stdout


def test_without_git_the_dates_tell(run: Msglint) -> None:
    write("glossary.yaml", AFTER.replace("include: [more/*.yaml]\n", ""))
    assert told(run, "--since", "2026-03-01", "--until", "2026-03-01")[0] == [
        "“Business Lunch” becomes “Meals for Teams”",
        "“Meals for Teams” costs £12.50 instead of £15",
    ]
    result = run("changes", "--since", "v1")
    assert result.exit_code == 2
    assert "“v1” is no day (2026-05-01), and glossary.yaml is in no git repository." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "v9"], "“v9” is neither a day (2026-05-01) nor a revision that git knows here"),
        (["--since", "--all"], "“--all” is neither a day"),
        (["--since", "v1", "--until", "2026-03-01"], "--until then names one too"),
        (["--since", "2026-03-01", "--until", "v1"], "“v1” is no day"),
        (["--since", "2026-03-01", "--until", "2026-02-01"], "2026-02-01 comes before 2026-03-01"),
        (["--since", "2026-02-30"], "“2026-02-30” is neither a day"),
    ],
)
def test_what_cannot_be_meant_is_refused(run: Msglint, repository: Path, arguments: list[str], said: str) -> None:
    result = run("changes", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_a_version_that_was_no_glossary_is_named(run: Msglint, repository: Path) -> None:
    write("glossary.yaml", "terms: [{trem: x}]\n")
    git("commit", "-qam", "broken", day="2026-02-21")
    git("tag", "broken")
    write("glossary.yaml", AFTER)
    result = run("changes", "--since", "broken")
    assert result.exit_code == 2
    assert "glossary.yaml:1:" in result.stderr
    assert "(at broken)" in result.stderr
    assert "msglint-" not in result.stderr
    remark = run("changes", "--since", "2026-02-22").stdout
    assert "What was written is not known: glossary.yaml:1:" in " ".join(remark.split())


def test_a_glossary_below_the_repository(run: Msglint, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("team/words/glossary.yaml", "include: ../more.yaml\nterms: [A1]\n")
    write("team/more.yaml", "terms: [B1]\n")
    git("add", "."), git("commit", "-qm", "three", day="2026-02-22")
    write("team/more.yaml", "terms: [B1, C1]\n")
    monkeypatch.chdir("team/words")
    assert told(run, "--since", "HEAD")[1] == ["c1: added as a term"]
