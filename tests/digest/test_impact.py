"""What a rename would make stale is what a check finds when it is done."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Msglint
from tests.cli.conftest import folder as folder
from tests.cli.conftest import run as run

GLOSSARY = """\
defaults: {currency: GBP, owner: ines@bluepier.example}
terms:
  - term: Quiet Cabin
    type: product
    superseded: Silent Coach
    admitted: QC
    prices: [{price: 49, per: night}]
  - {term: Sea Pass, type: product, valid_from: 2026-07-01, superseded: {term: Deck Ticket, until: 2026-06-30}}
  - {term: Early Crossing, type: offer, item: Quiet Cabin, discount: 20%}
"""
DOCUMENTS = {
    "scripts/call.md": "# Quiet Cabin\n\nThe quiet cabin is £49 a night. Two Quiet Cabins? The Silent Coach is gone.\n",
    "scripts/none.md": "Nothing of it: the cabin is quiet, and a new name is found.\n",
    "flyers/june.md": "---\nmsglint: {channel: flyer}\n---\n\nQuiet-Cabin, from £49 a night. Deck Tickets too. (QC)\n",
    "flyers/slips.md": "A Quite Cabin and a Quiet Cabinn, in a QuietCabin.\n",
    "flyers/past.md": "The Sea Pass, formerly Deck Ticket. Deck Tickets are £5.\n",
    "flyers/ignored.md": "Quiet Cabin. <!-- msglint: ignore[NAM] the deed says so -->\n",
}
ON = "2026-06-10"
SETTINGS = 'documents: [{match: "scripts/**", channel: script}]\n'

Key = tuple[str, int, int, str]


@pytest.fixture
def company(folder: Path) -> Path:
    Path("glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    Path("msglint.yaml").write_text(SETTINGS, encoding="utf-8")
    for name in ("right.md", "stale.md"):
        Path(name).unlink()
    for name, text in DOCUMENTS.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return folder


def checked(run: Msglint, entry: str, day: str) -> dict[Key, set[str]]:
    """What a check says of an entry: the rules by place."""
    found = json.loads(run("check", ".", "--as-of", day, "--format", "json").stdout)["findings"]
    places: dict[Key, set[str]] = {}
    for each in found:
        if each["entry"] == entry and not each["rule"].startswith("XDC"):  # those stand between documents
            places.setdefault((each["path"], each["line"], each["column"], each["said"]), set()).add(each["rule"])
    return places


def impact(run: Msglint, *arguments: str) -> dict[Key, dict[str, str]]:
    result = run("impact", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    places = json.loads(result.stdout)["places"]
    return {(each["path"], each["line"], each["column"], each["said"]): each for each in places}


def newly(before: dict[Key, set[str]], after: dict[Key, set[str]]) -> set[Key]:
    return {place for place, rules in after.items() if rules - before.get(place, set())}


@pytest.mark.parametrize("options", [[], ["--to", "Harbour Room"]], ids=["unnamed", "named"])
def test_what_is_counted_is_what_a_check_reports_after_the_rename(
    run: Msglint, company: Path, options: list[str]
) -> None:
    foreseen = impact(run, "Quiet Cabin", ".", "--as-of", ON, *options)
    before = checked(run, "quiet-cabin", ON)
    renamed = GLOSSARY.replace(
        "term: Quiet Cabin\n    type: product\n    superseded: Silent Coach",
        "term: Harbour Room\n    id: quiet-cabin\n    type: product\n"
        "    superseded: [{term: Quiet Cabin, until: 2026-06-09}, Silent Coach]",
    )
    Path("glossary.yaml").write_text(renamed, encoding="utf-8")
    after = checked(run, "quiet-cabin", ON)
    assert set(foreseen) == newly(before, after)
    assert {path for path, *_ in foreseen} == {"scripts/call.md", "flyers/june.md", "flyers/slips.md"}
    assert all(each["rule"] in after[place] for place, each in foreseen.items())


def test_an_admitted_name_can_be_given_up_alone(run: Msglint, company: Path) -> None:
    assert [place[3] for place in impact(run, "QC", ".", "--as-of", ON)] == ["QC"]


def test_a_change_that_is_planned_is_judged_as_of_its_day(run: Msglint, company: Path) -> None:
    foreseen = impact(run, "Deck Ticket", ".", "--as-of", ON)
    before, after = checked(run, "sea-pass", "2026-06-30"), checked(run, "sea-pass", "2026-07-01")
    assert set(foreseen) == newly(before, after)
    assert {place[3] for place in foreseen} >= {"Deck Tickets"}
    result = json.loads(run("impact", "Deck Ticket", "--as-of", ON, "--format", "json").stdout)
    assert (result["planned"], result["becomes"], result["as_of"]) == (True, "Sea Pass", "2026-07-01")
    assert impact(run, "Deck Ticket", ".", "--as-of", "2026-08-01") == foreseen


def test_the_price_is_counted_where_it_is_asked_for(run: Msglint, company: Path) -> None:
    without, with_price = (impact(run, "Quiet Cabin", ".", "--as-of", ON, *more) for more in ([], ["--price"]))
    prices = [place[3] for place in with_price if place not in without]
    assert prices == ["£49", "£49"]
    assert all(each["mend"] != "safe" for place, each in with_price.items() if place[3] == "£49")


def test_what_fix_mends_is_what_is_promised(run: Msglint, company: Path) -> None:
    foreseen = impact(run, "Quiet Cabin", ".", "--as-of", ON, "--to", "Harbour Room")
    safe = {place for place, each in foreseen.items() if each["mend"] == "safe"}
    assert safe
    run("rename", "Quiet Cabin", "Harbour Room", "--on", ON)
    run("fix", ".", "--as-of", ON)
    left = checked(run, "quiet-cabin", ON)
    assert [place[3] for place in left] == [place[3] for place in foreseen if place not in safe]


def test_channels_and_owners_are_told(run: Msglint, company: Path) -> None:
    found = impact(run, "Quiet Cabin", ".", "--as-of", ON)
    assert {(each["path"], each["channel"]) for each in found.values()} == {
        ("scripts/call.md", "script"),
        ("flyers/june.md", "flyer"),
        ("flyers/slips.md", None),
    }
    assert {each["owner"] for each in found.values()} == {"ines@bluepier.example"}
    text = run("impact", "Quiet Cabin", ".", "--as-of", ON).stdout
    assert "“Quiet Cabin” → “(new name)”, as of 10 June 2026" in text
    assert "Qzx" not in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Noisy Cabin", "no entry is called “Noisy Cabin”"),
        ("Sea Pass", "“Sea Pass” is not said on that day"),
        ("Silent Coach", "“Silent Coach” is no name to say"),
    ],
)
def test_what_is_not_in_use_is_refused(run: Msglint, company: Path, name: str, said: str) -> None:
    result = run("impact", name, ".", "--as-of", ON)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in " ".join(result.stderr.split())


def test_a_file_that_is_missing_is_no_success(run: Msglint, company: Path) -> None:
    result = run("impact", "Quiet Cabin", "none.md", "scripts")
    assert result.exit_code == 2
    assert "none.md" in result.stderr
    assert "scripts/call.md" in result.stdout
