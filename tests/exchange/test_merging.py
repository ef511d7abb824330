"""A file meets a glossary: what is new comes in, what differs is shown, and nothing is lost."""

# ruff: noqa: E501  sheets and what is said of them

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from msglint.agreement.edit import Edited, edit
from msglint.exchange.formats import csv
from msglint.exchange.merging.merge import OnConflict, merge
from msglint.exchange.passing import Arriving
from msglint.glossary.entries import Defaults
from msglint.glossary.load import load_glossary

OURS = """\
# What we call things.
defaults: {currency: GBP, sign_off: [marketing, sales]}

terms:
  - Fern & Fig   # just a name
  - term: Meals for Teams
    superseded: Business Lunch   # long ago
    price: 12.50 GBP per person   # since March
    # whom to ask
    owner: lucy

  - term: Fruit Crate
    admitted: [Crate]
    definition: Fruit for the office.
    prices:
      - {price: 24.00, per: crate, valid_from: 2026-01-01}   # here
      - {price: 29.00, currency: EUR, per: crate, region: [IE]}
"""


class Met:
    """What came of a merge."""

    def __init__(self, folder: Path, sheet: str, on_conflict: str) -> None:
        path = folder / "glossary.yaml"
        path.write_text(OURS, encoding="utf-8")
        incoming = csv.read(Arriving("list.csv", sheet.encode(), None, Defaults("en", "GBP")))
        open_: list[str] = []
        verb = partial(merge, incoming=incoming, on_conflict=OnConflict(on_conflict), conflicts=open_)
        self.edited: Edited = edit(path, verb, date(2026, 6, 10))
        self.conflicts = [conflict.partition("”: ")[2] for conflict in open_]
        self.edited.write()
        after = path.read_text(encoding="utf-8").splitlines()
        before = OURS.splitlines()
        self.gone = [line.strip() for line in before if line not in after]
        self.new = [line.strip() for line in after if line not in before and line]
        load_glossary(path)


NOTHING_NEW = {
    "the same price": "Name,Price\nMeals for Teams,12.50\n",
    "the same price, its unit and sign": "Name,Price\nMeals for Teams,£12.5 per head\n",
    "other capitals": "Name,Label,Kind\nMEALS FOR TEAMS,BUSINESS LUNCH,superseded\n",
    "an admitted name": "Name,Definition\ncrate,Fruit for the office.\n",
    "one of two prices": "Name,Price,Currency\nFruit Crate,29,EUR\n",
    "a name alone": "Name\nFern & Fig\n",
}


@pytest.mark.parametrize("on_conflict", list(OnConflict))
@pytest.mark.parametrize("sheet", NOTHING_NEW.values(), ids=NOTHING_NEW.keys())
def test_what_is_known_changes_nothing(tmp_path: Path, sheet: str, on_conflict: str) -> None:
    met = Met(tmp_path, sheet, on_conflict)
    assert (met.conflicts, met.gone, met.new) == ([], [], [])


NEW = {
    "an entry": (
        "Name,Type,Price,Currency,From\nSoup Friday,product,6.5,EUR,2026-07-01\n",
        ["- term: Soup Friday", "type: product", "- {price: 6.50, currency: EUR, valid_from: 2026-07-01}"],
    ),
    "a definition": ("Name,Definition\nMeals for Teams,Hot.\n", ["definition: Hot."]),
    "a name": ("Name,Superseded\nFern & Fig,Fern Catering\n", ["- term: Fern & Fig   # just a name", "superseded: Fern Catering"]),
    "a price of another region": (
        "Name,Price,Currency,Price region,Per\nMeals for Teams,14,EUR,IE,person\n",
        ["- 12.50 GBP per person   # since March", "- {price: 14.00, currency: EUR, per: person, region: IE}"],
    ),
    "the day a price ends": (
        "Name,Price,From,Through\nFruit Crate,24,2026-01-01,2026-12-31\n",
        ["- {price: 24.00, per: crate, valid_from: 2026-01-01, valid_through: 2026-12-31}   # here"],
    ),
    "a fact": ("Name,Fact,Value\nFern & Fig,founded,2012\n", ["- term: Fern & Fig   # just a name", "facts: {founded: 2012}"]),
}  # fmt: skip


@pytest.mark.parametrize(("sheet", "new"), NEW.values(), ids=NEW.keys())
def test_what_is_new_comes_in(tmp_path: Path, sheet: str, new: list[str]) -> None:
    met = Met(tmp_path, sheet, "show")
    assert (met.conflicts, met.new) == ([], new)


CONFLICTS = {
    "a price": (
        "Name,Price\nMeals for Teams,13\n",
        "`prices`: £12.50 per person here, £13 there; `msglint reprice \"Meals for Teams\" 13.00 --on DAY` keeps the old price as history",
        ["price: 13.00 GBP per person   # since March"],
    ),
    "a price from a day on": (
        "Name,Price,From\nFruit Crate,26,2026-07-01\n",
        "`prices`: £24 per crate from 2026-01-01 here, £26 from 2026-07-01 there; `msglint reprice \"Fruit Crate\" 26.00 --on "
        "2026-07-01` keeps the old price as history",
        ["- {price: 24.00, per: crate, valid_from: 2026-01-01, valid_through: 2026-06-30}   # here",
         "- {price: 26.00, per: crate, valid_from: 2026-07-01}"],
    ),
    "a definition": (
        "Name,Definition\nFruit Crate,Vegetables.\n", "`definition`: “Fruit for the office.” here, “Vegetables.” there",
        ["definition: Vegetables."],
    ),
    "an owner": ("Name,Owner\nMeals for Teams,arrah\n", "`owner`: “lucy” here, “arrah” there", ["owner: arrah"]),
    "another name of one id": (
        "Id,Name\nfruit-crate,Fruit Box\n",
        "`term`: “Fruit Crate” here, “Fruit Box” there; `msglint rename` keeps the old name as a former one",
        ["- term: Fruit Box", "id: fruit-crate"],
    ),
    "another kind of name": (
        "Name,Label,Kind\nMeals for Teams,Business Lunch,deprecated\n",
        "“Business Lunch” is superseded here, deprecated there", ["deprecated: Business Lunch"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sheet", "said", "taken"), CONFLICTS.values(), ids=CONFLICTS.keys())
def test_what_differs(tmp_path: Path, sheet: str, said: str, taken: list[str]) -> None:
    shown = Met(tmp_path, sheet, "show")
    assert (shown.conflicts, shown.gone, shown.new) == ([said], [], [])
    kept = Met(tmp_path, sheet, "ours")
    assert (kept.conflicts, kept.gone, kept.new) == ([], [], [])
    theirs = Met(tmp_path, sheet, "theirs")
    assert (theirs.conflicts, theirs.new) == ([], taken)


NEVER = {
    "a former name of another entry": ("Name\nBusiness Lunch\n", "“Business Lunch” is a former name of “Meals for Teams” here"),
    "the name of another entry": ("Name,Superseded\nSoup,Crate\n", "“Crate” is an admitted name of “Fruit Crate” here"),
    "one entry twice": ("Name,Note\nCrate,a\nFruit Crate,b\n", "it is “Fruit Crate” here, and so is “Crate” (list.csv:2)"),
    "a former name for an id": ("Id,Name\nmeals-for-teams,Business Lunch\n", "`term`: “Meals for Teams” here, “Business Lunch” there"),
}  # fmt: skip


@pytest.mark.parametrize("on_conflict", ["show", "theirs"])
@pytest.mark.parametrize(("sheet", "said"), NEVER.values(), ids=NEVER.keys())
def test_what_is_never_taken(tmp_path: Path, sheet: str, said: str, on_conflict: str) -> None:
    met = Met(tmp_path, sheet, on_conflict)
    assert len(met.conflicts) == 1
    assert met.conflicts[0].startswith(said)
    assert not [line for line in met.new if "term" in line]


def test_ours_adds_an_entry_without_the_names_of_others(tmp_path: Path) -> None:
    met = Met(tmp_path, "Name,Superseded\nSoup,Crate; Broth\n", "ours")
    assert met.new == ["- term: Soup", "superseded: Broth"]


def test_capitals_that_say_nothing_bind_nobody(tmp_path: Path) -> None:
    met = Met(tmp_path, "Name\nSOUP FRIDAY\nMEALS FOR TEAMS\nCHEESE BOARD\n", "show")
    assert met.new == ["- term: SOUP FRIDAY", "match: {case: any}", "- term: CHEESE BOARD", "match: {case: any}"]
    assert met.edited.outcome.warnings == ("all 3 names are in capitals, so none of them is held to its capitals",)
