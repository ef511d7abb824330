"""`msglint glossary export` and `import`, run as people run them."""

# ruff: noqa: E501  what is said

import json
from pathlib import Path

import jsonschema
import pytest

from msglint.glossary.load import load_glossary
from msglint.glossary.schema import json_schema
from tests.cli.conftest import Msglint

GLOSSARY = """\
organization: Fern & Fig
defaults: {currency: GBP, sign_off: [marketing, sales]}
terms:
  - term: Meals for Teams   # ours
    superseded: {term: Business Lunch, until: 2026-02-28, grace: 14d}
    price: 12.50 GBP per person
    facts: {lead time: "<= 2 days"}
  - {term: Spring Offer, type: offer, item: meals-for-teams, discount: 20%, valid_through: 2026-05-31}
"""


FILES = ("glossary.yaml", "new.yaml")


@pytest.fixture(autouse=True)
def glossary(folder: Path) -> Path:
    path = folder / "glossary.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv", "list.json", "list.tbx"])
def test_out_and_back_changes_nothing(run: Msglint, glossary: Path, name: str) -> None:
    assert run("glossary", "export", name).exit_code == 0
    result = run("glossary", "import", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no entries added, 0 changed, no conflicts" in result.stderr
    assert glossary.read_text(encoding="utf-8") == GLOSSARY


@pytest.mark.parametrize("name", ["list.xlsx", "list.json"])
def test_a_new_glossary_says_the_same(run: Msglint, glossary: Path, name: str) -> None:
    run("glossary", "export", name)
    result = run("glossary", "import", name, "--into", "new.yaml")
    assert result.exit_code == 0, result.stderr
    ours, new = (run("glossary", "export", "-", "--format", "json", "--glossary", file).stdout for file in FILES)
    assert ours == new
    assert load_glossary(Path("new.yaml")).organization == "Fern & Fig"


def test_json_is_what_the_schema_says(run: Msglint) -> None:
    written = json.loads(run("glossary", "export", "-", "--format", "json").stdout)
    jsonschema.validate(written, json_schema())
    assert written["terms"][0]["superseded"] == {"term": "Business Lunch", "until": "2026-02-28", "grace": "14d"}


def test_a_dry_run_shows_and_writes_nothing(run: Msglint, glossary: Path) -> None:
    Path("list.csv").write_text("Name,Price\nSoup,4\nMeals for Teams,13\n", encoding="utf-8")
    result = run("glossary", "import", "list.csv", "--dry-run")
    assert result.exit_code == 1
    assert "+  - {term: Soup, price: 4.00}" in result.stdout
    assert "list.csv:3: “Meals for Teams”: `prices`: £12.50 per person here, £13 there" in result.stdout
    assert "nothing is written yet" in result.stderr
    assert glossary.read_text(encoding="utf-8") == GLOSSARY


def test_ours_is_no_failure(run: Msglint) -> None:
    result = run(
        "glossary", "import", "-", "--format", "csv", "--on-conflict", "ours", input="Name,Price\nMeals for Teams,13\n"
    )
    assert result.exit_code == 0
    assert "no conflicts left, 1 kept as they are here" in result.stderr


REFUSED = {
    "an unknown format": (("export", "list.doc"), "“doc” is no format that glossaries are exchanged in; name a format with --format: csv"),
    "an old workbook": (("import", "list.xls"), "save it as .xlsx"),
    "no file": (("import", "nothing.csv"), "nothing.csv: cannot be read"),
    "no JSON": (("import", "bad.json"), "bad.json:1:2: not JSON"),
    "a sheet with errors": (("import", "bad.csv"), "bad.csv:2: `price`: found “x”"),
    "a template of JSON": (("export", "--template", "t.json"), "people fill in .xlsx or .csv files"),
    "a template over a filled one": (("export", "--template", "bad.csv"), "is there already"),
    "no language": (("import", "bad.csv", "--language", "?"), "a language is a BCP 47 tag"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "said"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_writes_nothing(
    run: Msglint, glossary: Path, arguments: tuple[str, ...], said: str
) -> None:
    Path("bad.json").write_text("{]", encoding="utf-8")
    Path("bad.csv").write_text("Name,Price\nSoup,x\n", encoding="utf-8")
    result = run("glossary", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
    assert not Path("t.json").exists()


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx"])
def test_an_empty_template_brings_nothing(run: Msglint, glossary: Path, name: str) -> None:
    assert run("glossary", "export", "--template", name).exit_code == 0
    assert run("glossary", "import", name).exit_code == 0
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
