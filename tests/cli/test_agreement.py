"""The verbs that write the glossary, run as people run them."""

from collections.abc import Sequence
from difflib import unified_diff
import os
from pathlib import Path
import re
import subprocess
import sys

import pytest

from msglint.glossary.load import load_glossary
from msglint.writing import Replacement, replace_files
from tests.cli.conftest import Msglint

GLOSSARY = """\
# What we call things.
defaults: {currency: GBP, sign_off: [marketing, sales]}

terms:
  - Fern & Fig   # just a name
  - term: Business Lunch
    type: product
    superseded: Office Lunch   # long ago
    price: 15.00 GBP per person   # since 2024
    # whom to ask
    owner: lucy

  - term: Fruit Crate
    prices:
      - {price: 24.00, per: crate, valid_from: 2026-01-01}
      - {price: 29.00, currency: EUR, per: crate, region: [IE]}
  - {term: Spring Offer, type: offer, item: fruit-crate, discount: 10%, valid_through: 2099-12-31}
"""


@pytest.fixture(autouse=True)
def glossary(folder: Path) -> Path:
    path = folder / "glossary.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    return path


def changed(path: Path) -> list[str]:
    """The lines that are not as they were, in a diff's way."""
    lines = unified_diff(GLOSSARY.splitlines(), path.read_text(encoding="utf-8").splitlines(), n=0, lineterm="")
    told = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return sorted(told, key=lambda line: line[0] == "+")


def test_rename_and_reprice_on_one_day(run: Msglint, glossary: Path) -> None:
    result = run(
        "rename", "business lunch", "Meals for Teams", "--on", "2026-03-01", "--price", "12.50",
        "--why", "For all: schools too", "--grace", "14d",
    )  # fmt: skip
    assert result.exit_code == 0, result.stderr
    assert "“Business Lunch” is “Meals for Teams” from 2026-03-01 on and costs £12.50 per person" in result.stderr
    assert 'marketing and sales must sign: `msglint sign "Meals for Teams" --as marketing --by NAME`' in result.stderr
    assert changed(glossary) == [
        "-  - term: Business Lunch",
        "-    superseded: Office Lunch   # long ago",
        "-    price: 15.00 GBP per person   # since 2024",
        "+  - term: Meals for Teams",
        "+    id: business-lunch",
        "+    valid_from: 2026-03-01",
        "+    superseded:",
        "+      - Office Lunch   # long ago",
        '+      - {term: Business Lunch, until: 2026-02-28, grace: 14d, why: "For all: schools too"}',
        "+    prices:",
        "+      - {price: 15.00 GBP per person, valid_through: 2026-02-28}   # since 2024",
        "+      - {price: 12.50 GBP per person, valid_from: 2026-03-01}",
    ]
    assert run("glossary", "check").exit_code == 0


def test_renaming_back_leaves_no_circle(run: Msglint, glossary: Path) -> None:
    run("rename", "Business Lunch", "Meals for Teams", "--on", "2026-03-01")
    run("rename", "Meals for Teams", "Business Lunch", "--on", "2026-05-01")
    entry = load_glossary(glossary).ids["business-lunch"]
    assert [(label.text, label.kind.value) for label in entry.labels] == [
        ("Business Lunch", "preferred"), ("Office Lunch", "superseded"), ("Meals for Teams", "superseded"),
    ]  # fmt: skip
    assert run("glossary", "check").exit_code == 0


def test_a_planned_rename_leaves_today_as_it_is(run: Msglint, folder: Path) -> None:
    run("rename", "Business Lunch", "Meals for Teams", "--on", "2026-03-01")
    run("rename", "Meals for Teams", "Team Table", "--on", "2026-12-01")
    document = folder / "call.md"
    document.write_text("Try the Business Lunch.\n", encoding="utf-8")
    assert "renamed “Meals for Teams” on 2026-03-01" in run("check", "call.md", "--as-of", "2026-06-10").stdout
    assert "renamed “Team Table” on 2026-03-01" in run("check", "call.md", "--as-of", "2026-12-24").stdout
    document.write_text("Try Meals for Teams.\n", encoding="utf-8")
    assert run("check", "call.md", "--as-of", "2026-06-10").exit_code == 0


def test_a_former_name_of_no_known_day_is_not_right_again_until_a_rename(run: Msglint, folder: Path) -> None:
    told = run("rename", "Business Lunch", "Meals for Teams", "--on", "2098-03-01").stderr
    assert "“Office Lunch”, given up on no known day, goes to the names never to be said" in told
    (folder / "call.md").write_text("Try the Office Lunch.\n", encoding="utf-8")
    assert "Never say “Office Lunch”: the name is “Business Lunch”" in run("check", "call.md").stdout
    assert run("lookup", "office lunch").stdout.startswith("Business Lunch\n")


@pytest.mark.parametrize("on", ["2098-01-01", "2098-06-01", "2098-12-01"])
def test_a_name_under_embargo_that_is_renamed_stays_secret(run: Msglint, glossary: Path, on: str) -> None:
    glossary.write_text("terms: [{term: Delivery Plus, valid_from: 2098-06-01, price: 9 GBP}]\n", encoding="utf-8")
    assert run("rename", "Delivery Plus", "Doorstep", "--on", on).exit_code == 0
    for day in ("2026-06-10", "2098-05-31"):
        for name in ("Delivery Plus", "Doorstep"):
            assert run("lookup", name, "--audience", "customer", "--as-of", day).exit_code == 1
        assert "£9" not in run("today", "--audience", "customer", "--as-of", day).stdout
    first = "Delivery Plus" if on > "2098-06-01" else "Doorstep"
    assert first in run("today", "--audience", "customer", "--as-of", "2098-06-01").stdout


def test_a_planned_name_that_is_changed_before_its_day_was_never_one(run: Msglint, glossary: Path) -> None:
    run("rename", "Fern & Fig", "Fern and Fig", "--on", "2098-03-01")
    run("rename", "Fern and Fig", "Figs", "--on", "2098-02-01")
    entry = load_glossary(glossary).ids["fern-fig"]
    assert [(label.text, label.kind.value, str(label.until)) for label in entry.labels] == [
        ("Figs", "preferred", "None"), ("Fern & Fig", "superseded", "2098-01-31"), ("Fern and Fig", "hidden", "None"),
    ]  # fmt: skip
    assert run("lookup", "fern and fig").stdout.startswith("Fern & Fig\n")


def test_a_rename_takes_up_a_proposal(run: Msglint, glossary: Path) -> None:
    run(
        "propose",
        "Meals for Teams",
        "--by",
        "arrah",
        "--definition",
        "A hot buffet.",
        "--price",
        "12.50 GBP per person",
    )
    result = run("rename", "Business Lunch", "Meals for Teams", "--on", "2026-03-01")
    assert "the proposal's price, £12.50 per person, is not taken over" in result.stderr
    entries = load_glossary(glossary).entries
    assert [entry.preferred.text for entry in entries] == [
        "Fern & Fig", "Meals for Teams", "Fruit Crate", "Spring Offer"
    ]  # fmt: skip
    assert entries[1].definition == "A hot buffet."


REFUSED = {
    "a name that is near": (
        ["rename", "Busines Lunch", "Team Table", "--on", "2026-03-01"],
        "“Busines Lunch” is no name in the glossary; did you mean “Business Lunch”",
    ),
    "a name that is taken": (
        ["rename", "Business Lunch", "fruit crate", "--on", "2026-03-01"],
        "“fruit crate” is a name of “Fruit Crate” already (glossary.yaml, line 13)",
    ),
    "its own name": (["rename", "Business Lunch", "Business Lunch", "--on", "2026-03-01"], "is its name already"),
    "no day": (["rename", "Business Lunch", "B", "--on", "1 March"], "“1 March” is no day"),
    "no name": (["rename", "Business Lunch", " ", "--on", "2026-03-01"], "write some words"),
    "a name of signs": (["rename", "Business Lunch", "!!", "--on", "2026-03-01"], "a name has at least one letter"),
    "several prices": (
        ["reprice", "Fruit Crate", "26", "--on", "2026-03-01"],
        "“Fruit Crate” has 2 prices on 2026-03-01: £24 per crate; €29 per crate (region IE); say which",
    ),
    "no price": (["reprice", "Fruit Crate", "12,50", "--on", "2026-03-01"], "write 12.50"),
    "the price of an offer": (["reprice", "Spring Offer", "5", "--on", "2026-03-01"], "is an offer"),
    "a name that exists": (["propose", "Office lunch", "--by", "lucy"], "is a name of “Business Lunch” already"),
    "an id that exists": (["propose", "Fern Fig", "--by", "lucy"], "`id`: “fern-fig”"),
    "another file": (["propose", "Soup", "--by", "lucy", "--file", "x.yaml"], "x.yaml: is no file of this glossary"),
    "another team": (["sign", "--as", "sale", "--by", "lucy", "--all"], "“sale” is no team that signs here"),
    "a successor of its own": (
        ["retire", "Fruit Crate", "--on", "2026-03-01", "--successor", "fruit-crate"], "is “Fruit Crate” itself"
    ),
    "a team that nobody knows": (["glossary", "status", "--as", "legal"], "“legal” is no team that signs here"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_done_is_refused_and_nothing_written(
    run: Msglint, glossary: Path, arguments: list[str], message: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert glossary.read_text(encoding="utf-8") == GLOSSARY


def test_reprice_one_of_several(run: Msglint, glossary: Path) -> None:
    assert run("reprice", "Fruit Crate", "31", "--on", "2026-03-01", "--region", "ie").exit_code == 0
    assert changed(glossary) == [
        "-      - {price: 29.00, currency: EUR, per: crate, region: [IE]}",
        "+      - {price: 29.00, currency: EUR, per: crate, region: [IE], valid_through: 2026-02-28}",
        "+      - {price: 31, currency: EUR, per: crate, region: [IE], valid_from: 2026-03-01}",
    ]


def test_reprice_says_all_regions_of_the_price_that_ends(run: Msglint, glossary: Path) -> None:
    glossary.write_text("terms: [{term: Crate, prices: [{price: 5 EUR, region: [IE, DE]}]}]\n", encoding="utf-8")
    told = run("reprice", "Crate", "6", "--on", "2026-03-01", "--region", "IE").stderr
    assert "“Crate” costs €6 in IE and DE, instead of €5, from 2026-03-01 on" in told


def test_reprice_on_the_first_day_corrects(run: Msglint, glossary: Path) -> None:
    run("reprice", "Fruit Crate", "25", "--on", "2026-01-01", "--currency", "GBP")
    assert changed(glossary) == [
        "-      - {price: 24.00, per: crate, valid_from: 2026-01-01}",
        "+      - {price: 25, per: crate, valid_from: 2026-01-01}",
    ]


def test_reprice_before_a_planned_price(run: Msglint, glossary: Path) -> None:
    run("reprice", "Fruit Crate", "26 GBP", "--on", "2026-09-01")
    run("reprice", "Fruit Crate", "25 GBP", "--on", "2026-06-01")
    prices = [price for price in load_glossary(glossary).ids["fruit-crate"].prices if price.currency == "GBP"]
    assert [(str(price.amount), str(price.valid_from), str(price.valid_through)) for price in prices] == [
        ("24.00", "2026-01-01", "2026-05-31"), ("25", "2026-06-01", "2026-08-31"), ("26", "2026-09-01", "None"),
    ]  # fmt: skip
    assert run("glossary", "check").exit_code == 0


def test_a_first_price(run: Msglint, glossary: Path) -> None:
    run("reprice", "Fern & Fig", "3 GBP per month", "--on", "2026-03-01")
    assert changed(glossary) == [
        "-  - Fern & Fig   # just a name",
        "+  - term: Fern & Fig   # just a name",
        "+    prices:",
        "+      - {price: 3 GBP per month, valid_from: 2026-03-01}",
    ]


def test_retire_with_a_successor(run: Msglint, glossary: Path) -> None:
    result = run("retire", "Business Lunch", "--on", "2026-03-01", "--successor", "Fruit Crate", "--why", "Too heavy.")
    assert "“Business Lunch” ends on 2026-02-28" in result.stderr
    assert changed(glossary) == [
        "+    valid_through: 2026-02-28",
        "+    superseded:",
        "+      - {term: Business Lunch, until: 2026-02-28, why: Too heavy.}",
        "+      - {term: Office Lunch, until: 2026-02-28, why: Too heavy.}",
    ]
    assert run("glossary", "check", "--as-of", "2026-04-01").exit_code == 0


def test_a_name_is_its_successors_from_that_day_on(run: Msglint, folder: Path) -> None:
    run("retire", "Business Lunch", "--on", "2098-03-01", "--successor", "Fruit Crate")
    (folder / "call.md").write_text("Try the Business Lunch or the Office Lunch.\n", encoding="utf-8")
    before = run("check", "call.md", "--as-of", "2098-02-28").stdout
    assert "“Office Lunch” was renamed “Business Lunch”" in before
    assert run("lookup", "office lunch", "--as-of", "2098-02-28").stdout.startswith("Business Lunch\n")
    after = run("check", "call.md", "--as-of", "2098-03-01").stdout
    assert "“Business Lunch” was renamed “Fruit Crate” on 2098-03-01" in after
    assert "“Office Lunch” was renamed “Fruit Crate” on 2098-03-01" in after
    assert "Fruit Crate\n" in run("lookup", "office lunch", "--as-of", "2098-03-01").stdout


def test_what_contradicts_itself_since_is_told(run: Msglint) -> None:
    result = run("retire", "Fruit Crate", "--on", "2026-03-01")
    assert result.exit_code == 0
    assert "with that the glossary contradicts itself: the offer “Spring Offer” goes on after its item" in result.stderr


def test_propose_review(run: Msglint, glossary: Path) -> None:
    near = run("propose", "Fruit Crates", "--by", "arrah", "--on", "2026-02-01", "--why", "callers ask")
    assert "there is “Fruit Crate” already" in near.stderr
    run("review", "fruit crates", "--by", "lucy", "--on", "2026-02-02")
    assert changed(glossary) == [
        "+  - {term: Fruit Crates, status: proposed, note: \"Proposed by arrah on 2026-02-01: callers ask\", "
        "reviewed: 2026-02-02, reviewed_by: lucy}",
    ]  # fmt: skip


def test_signing_binds_until_the_meaning_changes(run: Msglint, glossary: Path) -> None:
    assert run("sign", "--as", "Marketing", "--by", "lucy", "--all", "--on", "2026-02-10").exit_code == 0
    asked = run("sign", "--as", "sales", "--by", "arrah")
    assert asked.exit_code == 1
    assert "sales would sign 4 entries" in asked.stderr
    last = run("sign", "--as", "sales", "--by", "arrah", "--yes", "--on", "2026-02-12")
    assert "next:" not in last.stderr
    assert run("glossary", "check", "--strict").exit_code == 0
    assert "4 of 4 agreed." in run("glossary", "status").stdout
    text = glossary.read_text(encoding="utf-8")
    glossary.write_text(text.replace("owner: lucy", "owner: arrah  # new").replace("15.00", "15.0"), encoding="utf-8")
    assert run("glossary", "check", "--strict").exit_code == 0
    glossary.write_text(text.replace("15.00", "16.00"), encoding="utf-8")
    strict = run("glossary", "check", "--strict")
    assert strict.exit_code == 1
    assert "“Business Lunch” has changed since sales (arrah) agreed to it on 2026-02-12" in strict.stdout
    assert run("glossary", "check").exit_code == 0
    shown = run("glossary", "status", "--as", "sales", "--format", "markdown").stdout
    assert re.search(r"Business Lunch \| sales \| changed since arrah, 12 February 2026 \| .*£15.* £16|£16.*£15", shown)
    again = run("sign", "business lunch", "--as", "sales", "--by", "arrah", "--on", "2026-02-20")
    assert again.exit_code == 0
    assert glossary.read_text(encoding="utf-8").count("team: sales, by: arrah") == 4


def test_without_its_record_status_says_so(run: Msglint, glossary: Path, folder: Path) -> None:
    run("sign", "Fruit Crate", "--as", "sales", "--by", "arrah")
    (folder / "glossary.signed").unlink()
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("24.00", "25.00"), encoding="utf-8")
    shown = run("glossary", "status", "Fruit Crate", "--as", "sales", "--format", "markdown").stdout
    assert "what has changed is not known: neither glossary.signed nor git holds what was signed" in shown


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "an unfinished merge"),
        ("{}", "no signature as `msglint sign` writes it"),
        (
            '{"on": "", "team": "", "by": "", "id": "", "hash": "123456789012", "entry": {}}',
            "this line was changed by hand",
        ),
    ],
)
def test_a_damaged_record_is_told(run: Msglint, folder: Path, line: str, message: str) -> None:
    run("sign", "Fruit Crate", "--as", "sales", "--by", "arrah")
    record = folder / "glossary.signed"
    record.write_text(record.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    for command in (["glossary", "check"], ["glossary", "status"], ["sign", "--as", "sales", "--by", "x", "--all"]):
        result = run(*command)
        assert result.exit_code == 2
        assert f"glossary.signed:2:1: {message}" in result.stderr


def test_the_last_teams_word_approves_a_proposal(run: Msglint, glossary: Path) -> None:
    run("propose", "Soup Friday", "--by", "arrah")
    run("sign", "soup-friday", "--as", "sales", "--by", "arrah")
    assert load_glossary(glossary).ids["soup-friday"].status == "proposed"
    result = run("sign", "soup-friday", "--as", "marketing", "--by", "lucy")
    assert "“Soup Friday” is approved with that" in result.stderr
    assert load_glossary(glossary).ids["soup-friday"].status == "approved"
    assert "Soup Friday" in run("glossary", "status").stdout.partition("Agreed")[2]


WRITING = [
    ["rename", "Business Lunch", "Team Table", "--on", "2026-03-01"],
    ["reprice", "Business Lunch", "16", "--on", "2026-03-01"],
    ["retire", "Business Lunch", "--on", "2026-03-01"],
    ["propose", "Soup", "--by", "lucy"],
    ["review", "Business Lunch", "--by", "lucy"],
    ["sign", "Business Lunch", "--as", "sales", "--by", "lucy"],
]


@pytest.mark.parametrize("arguments", WRITING, ids=lambda arguments: arguments[0])
def test_a_dry_run_shows_and_writes_nothing(run: Msglint, glossary: Path, folder: Path, arguments: list[str]) -> None:
    before = sorted(path.name for path in folder.iterdir())
    result = run(*arguments, "--dry-run")
    assert result.exit_code == 0
    assert result.stdout.startswith("--- glossary.yaml\n+++ glossary.yaml\n@@ ")
    assert "nothing is written yet" in result.stderr
    assert glossary.read_text(encoding="utf-8") == GLOSSARY
    assert sorted(path.name for path in folder.iterdir()) == before


def test_an_entry_is_edited_in_the_file_where_it_lives(run: Msglint, folder: Path, glossary: Path) -> None:
    glossary.write_text("include: more/*.yaml\ndefaults: {currency: GBP}\nterms: [Fern & Fig]\n", encoding="utf-8")
    more = folder / "more" / "prices.yaml"
    more.parent.mkdir()
    more.write_text("terms:\n- term: Soup\n  price: 4 GBP\n", encoding="utf-8")
    run("reprice", "soup", "5", "--on", "2026-03-01")
    run("propose", "Stew", "--by", "lucy", "--on", "2026-03-01", "--file", "more/prices.yaml")
    assert more.read_text(encoding="utf-8") == (
        "terms:\n- term: Soup\n  prices:\n  - {price: 4 GBP, valid_through: 2026-02-28}\n"
        "  - {price: 5 GBP, valid_from: 2026-03-01}\n- term: Stew\n  status: proposed\n"
        "  note: Proposed by lucy on 2026-03-01.\n"
    )
    run("sign", "--as", "sales", "--by", "arrah", "Fern & Fig", "Soup")
    assert "team: sales" in more.read_text(encoding="utf-8")
    assert "team: sales" in glossary.read_text(encoding="utf-8")


def test_what_others_repeat_is_not_changed_for_them(run: Msglint, glossary: Path) -> None:
    text = "terms:\n- &a\n  term: A\n  price: 3 GBP\n- <<: *a\n  term: B\n"
    glossary.write_text(text, encoding="utf-8")
    result = run("review", "A", "--by", "lucy")
    assert result.exit_code == 2
    assert "glossary.yaml:5:3: nothing was changed, since “B” repeats a part of what was to change" in result.stderr
    assert glossary.read_text(encoding="utf-8") == text
    assert run("review", "A", "B", "--by", "lucy").exit_code == 0


def test_two_verbs_at_once_both_happen(run: Msglint, glossary: Path) -> None:
    verbs = [["review", "Fruit Crate", "--by", "lucy"], ["review", "Business Lunch", "--by", "arrah"]] * 2
    running = [
        subprocess.Popen([sys.executable, "-m", "msglint", *verb], stderr=subprocess.PIPE, env={**os.environ})
        for verb in verbs
    ]
    assert [(each.communicate()[1], each.returncode)[1] for each in running] == [0] * 4
    assert glossary.read_text(encoding="utf-8").count("reviewed_by") == 2


def test_what_was_changed_meanwhile_is_left(run: Msglint, glossary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(files: Sequence[Replacement]) -> None:
        glossary.write_text("terms: [A]\n", encoding="utf-8")
        replace_files(files)

    monkeypatch.setattr("msglint.agreement.edit.replace_files", meanwhile)
    result = run("sign", "Fruit Crate", "--as", "sales", "--by", "arrah")
    assert result.exit_code == 2
    assert "glossary.yaml: has changed meanwhile, so it was not written: run msglint again" in result.stderr
    assert glossary.read_text(encoding="utf-8") == "terms: [A]\n"
    assert not glossary.with_suffix(".signed").exists()


def test_without_its_record_git_remembers(run: Msglint, glossary: Path, folder: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)

    git("init", "-q")
    run("sign", "Fruit Crate", "--as", "sales", "--by", "arrah")
    git("add", "glossary.yaml")
    git("commit", "-qm", "signed")
    (folder / "glossary.signed").unlink()
    glossary.write_text(glossary.read_text(encoding="utf-8").replace("24.00", "25.00"), encoding="utf-8")
    shown = run("glossary", "status", "Fruit Crate", "--as", "sales", "--format", "markdown").stdout
    assert "£24" in shown
    assert "£25" in shown


def test_where_nobody_has_to_sign_a_team_that_does_signs_all_that_is_decided(run: Msglint, glossary: Path) -> None:
    glossary.write_text(
        "terms: [Tea, {term: Cake, status: proposed}, {term: Jam, status: retired}]\n", encoding="utf-8"
    )
    done = run("sign", "--as", "marketing", "--by", "lucy", "--all", "--on", "2026-06-01")
    assert done.exit_code == 0, done.stderr
    assert [len(entry.sign_off) for entry in load_glossary(glossary).entries] == [1, 0, 0]
    assert "nothing that marketing has yet to sign" in run("sign", "--as", "marketing", "--by", "lucy", "--all").stderr
    assert "“Tea” signed by arrah for sales" in run("sign", "--as", "sales", "--by", "arrah", "--all").stderr
