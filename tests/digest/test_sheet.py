"""The sheet of the day: what is on it, and for whom it is not."""

import csv
from datetime import date
import io

from msgspec.structs import replace
import pytest

from msglint import registry
from msglint.digest.as_json import as_json
from msglint.digest.page import Page, page, table
from msglint.digest.sheet import active_sheet
from msglint.digest.sheet_page import sheet_page
from msglint.digest.view import View
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import EntryType

from .company import TODAY, company

RENDERERS = ("text", "markdown", "html", "csv")


def rendered(name: str, laid_out: Page) -> str:
    said: str = registry.load("msglint.digest.renderers", name).render(laid_out, color=False, width=200)
    return said


def everything_said(view: View) -> str:
    """The sheet in every format there is, in small letters."""
    sheet = active_sheet(company(), view)
    laid_out = sheet_page(sheet)
    return "\n".join([as_json(sheet), *(rendered(name, laid_out) for name in RENDERERS)]).casefold()


def test_all_renderers_are_tried() -> None:
    assert set(registry.names("msglint.digest.renderers")) == set(RENDERERS)


SECRETS = ["Skylark", "Moonraker", "lark project", "LARK10", "9,517", "Crew Rate", "Zephyr"]


@pytest.mark.parametrize("audience", ["customer", "partner", "Customer", "press"])
def test_outsiders_never_see_what_is_under_embargo_or_internal(audience: str) -> None:
    said = everything_said(View(TODAY, audience))
    for secret in (*SECRETS, "ines@", "ferries now", "5,248", "marketing qualified"):
        assert secret.casefold() not in said, secret
    assert "family cabin" in said  # what it is called until then
    assert "quiet cabin" in said


@pytest.mark.parametrize("audience", [None, "internal", "sales", "Marketing"])
def test_our_own_people_see_what_is_to_come(audience: str | None) -> None:
    said = everything_said(View(TODAY, audience))
    for told in ("“Family Cabin” becomes “Skylark Suite”", "The lark project", "Crew Rate", "ines@", "Moonraker"):
        assert told.casefold() in said, told
    assert "zephyr" not in said  # proposed is not decided


def names(view: View) -> list[str]:
    return [line.name for line in active_sheet(company(), view).names]


@pytest.mark.parametrize(
    ("view", "seen", "unseen"),
    [
        (View(TODAY), ["Quiet Cabin", "Family Cabin", "Partner Deck", "Dublin Deck"], ["Steam Bath", "Moonraker"]),
        (View(TODAY, "customer"), ["Quiet Cabin", "Follow-up SLA"], ["Partner Deck", "Marketing Qualified Lead"]),
        (View(TODAY, "partner"), ["Partner Deck"], ["Crew Rate"]),
        (View(TODAY, region="GB"), ["Quiet Cabin"], ["Dublin Deck"]),
        (View(TODAY, region="IE"), ["Dublin Deck"], []),
        (View(date(2026, 5, 20)), ["Silent Coach", "Steam Bath"], ["Quiet Cabin"]),
        (View(date(2026, 6, 25)), ["Skylark Suite", "Moonraker"], ["Family Cabin"]),
    ],
)
def test_who_sees_which_names(view: View, seen: list[str], unseen: list[str]) -> None:
    found = names(view)
    assert [name for name in seen if name not in found] == []
    assert [name for name in unseen if name in found] == []


def prices(view: View) -> list[str]:
    return [price.price for price in active_sheet(company(), view).names[0].prices]


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        (View(TODAY), ["£49 per night", "€60 per night"]),
        (View(TODAY, region="IE"), ["€60 per night"]),
        (View(TODAY, region="GB"), ["£49 per night"]),
        (View(date(2026, 5, 1)), ["£55 per night"]),
        (View(date(2026, 7, 1), region="uk"), ["£5,248 per night"]),
    ],
)
def test_prices_of_the_day_and_region(view: View, expected: list[str]) -> None:
    assert prices(view) == expected


def test_what_changed_and_what_will() -> None:
    sheet = active_sheet(company(), View(TODAY))
    assert [(event.day.day, event.said) for event in sheet.changed] == [
        (20, "last day of “Steam Bath”"),
        (1, "“Silent Coach” becomes “Quiet Cabin”"),
        (1, "“Quiet Cabin” costs £49 per night instead of £55"),
        (1, "“Quiet Cabin” costs €60 per night in IE"),
        (1, "“Moonraker” costs £15"),
        (1, "“Early Crossing” starts: 20% off, code EARLY20, until 15 June 2026"),
    ]
    assert [(event.day.day, event.said) for event in sheet.coming] == [
        (15, "last day of “Early Crossing” (code EARLY20)"),
        (20, "“Family Cabin” becomes “Skylark Suite”"),
        (20, "“Skylark Suite” costs £9,517 per night instead of £80"),
        (20, "“Lark Days” starts: 10% off, code LARK10"),
        (25, "“Moonraker” is new"),
        (1, "“Quiet Cabin” costs £5,248 per night instead of £49"),
    ]
    assert [event.said for event in active_sheet(company(), View(TODAY, "customer")).coming] == [
        "last day of “Early Crossing” (code EARLY20)"
    ]


def test_days_around_the_ends_of_time() -> None:
    for day in (date.min, date.max):
        assert active_sheet(company(), View(day), 3660).days == 3660


def test_former_names_that_will_be_merged_are_both_said() -> None:
    glossary = parse_glossary("terms: [{term: C1, superseded: [A1, B1], valid_from: 2026-07-01}]", "g.yaml")
    sheet = active_sheet(glossary, View(TODAY, "customer"))
    assert (sheet.names[0].name, sheet.names[0].id) == ("A1 or B1", "a1-b1")
    assert [e.said for e in active_sheet(glossary, View(TODAY)).coming] == ["“A1” and “B1” become “C1”"]


@pytest.mark.parametrize("cell", ["=1+1", "+44 20", "-2%", "@SUM(A1)", "\t=1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    laid_out = page("A", (), [table("T", ("a", "b"), [(cell, "plain")])])
    rows = list(csv.reader(io.StringIO(rendered("csv", laid_out))))
    assert rows[1][1].startswith("'")
    assert rows[1][2] == "plain"


def test_text_of_the_glossary_stays_text() -> None:
    glossary = company()
    entry = replace(glossary.entries[0], definition="<script>alert(1)</script> | a_b\x1b[31m")
    sheet = active_sheet(replace(glossary, entries=(replace(entry, prices=(), type=EntryType.TERM),)), View(TODAY))
    laid_out = sheet_page(sheet)
    said = {name: rendered(name, laid_out) for name in RENDERERS}
    assert "<script>alert" not in said["html"] + said["markdown"]
    assert "\\|" in said["markdown"]
    assert "\x1b" not in "".join(said.values())
