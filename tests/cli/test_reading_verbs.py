"""`msglint lookup`, `today`, `changes`, `impact` and `coverage` as they are run."""

import json
from pathlib import Path
import subprocess
import sys

import pytest

from .conftest import Msglint

HEAVY = ("yaml", "rich", "spacy", "jinja2", "ruamel", "openpyxl", "sqlite3", "subprocess", "msglint.engine")


def test_a_lookup_answers(run: Msglint) -> None:
    result = run("lookup", "busness", "lunch", "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert (found["version"], found["asked"]) == (1, "busness lunch")
    assert [answer["name"] for answer in found["answers"]] == ["Meals for Teams"]
    assert run("lookup", "business lunch").stdout.startswith("Meals for Teams\n  asked ")


def test_a_lookup_without_an_answer_fails_and_says_what_to_do(run: Msglint) -> None:
    result = run("lookup", "printer", "paper")
    assert result.exit_code == 1
    assert result.stdout.startswith("Nothing is called “printer paper” here.\n")
    assert "msglint propose 'printer paper'" in result.stdout


@pytest.mark.parametrize("verb", [["lookup", "x"], ["today"]])
def test_a_bad_glossary_is_no_answer(run: Msglint, verb: list[str]) -> None:
    Path("glossary.yaml").write_text("terms: [{trem: x}]\n", encoding="utf-8")
    result = run(*verb)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "glossary.yaml:1:" in result.stderr
    assert run(*verb, "--glossary", "none.yaml").exit_code == 2


def test_a_lookup_imports_little(folder: Path) -> None:
    """What makes it quick: once the names are kept, neither YAML nor anything that judges documents is imported."""
    program = (
        "import sys; from msglint.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print(len(sys.modules)); print(*sys.modules)"
    )
    command = [sys.executable, "-c", program, "lookup", "busness", "lunch"]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder)
    count, modules = done.stdout.splitlines()[-2:]
    assert not {name for name in HEAVY if name in modules.split()}
    assert int(count) < 330


def test_a_lookup_follows_the_glossary(run: Msglint) -> None:
    assert run("lookup", "business lunch").exit_code == 0
    Path("glossary.yaml").write_text("terms: [Fruit Crate]\n", encoding="utf-8")
    assert run("lookup", "business lunch").exit_code == 1
    assert run("lookup", "fruit crate").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        ([], "What we say"),
        (["--format", "markdown"], "# What we say"),
        (["--format", "csv"], "Part,Name"),
        (["--format", "html"], "<!doctype html>"),
    ],
)
def test_today_in_every_format(run: Msglint, arguments: list[str], beginning: str) -> None:
    result = run("today", *arguments)
    assert result.exit_code == 0
    assert result.stdout.startswith(beginning)
    assert "Meals for Teams" in result.stdout


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("a.csv", b"\xef\xbb\xbfPart"), ("a.html", b"<!doctype"), ("a.md", b"# What"), ("a", b"What")],
)
def test_todays_file_tells_its_format(run: Msglint, name: str, beginning: bytes) -> None:
    result = run("today", "--output", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path(name).read_bytes().startswith(beginning)


def test_today_as_json(run: Msglint) -> None:
    found = json.loads(run("today", "--format", "json", "--as-of", "2026-06-10", "--audience", "customer").stdout)
    assert found["view"] == {"as_of": "2026-06-10", "audience": "customer", "channel": None, "region": None}
    assert [line["names"] for line in found["names"]] == [["Meals for Teams"]]
    assert found["names"][0]["owner"] is None


def test_an_unknown_format_is_refused(run: Msglint) -> None:
    result = run("today", "--format", "pdf")
    assert result.exit_code == 2
    assert "“pdf” is no format; known are csv, html, json, markdown, text." in result.stderr
