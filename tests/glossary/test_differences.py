"""What changed between two versions of an entry, in words."""

from datetime import date, timedelta

from msgspec.structs import replace
import pytest

from msglint.glossary.change import Act
from msglint.glossary.differences.entries import differences
from msglint.glossary.differences.glossaries import compared
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Discount, Entry, EntryType, Glossary, Origin, Scope, Status

RICH = """\
defaults: {currency: GBP}
terms:
  - term: Meals for Teams
    type: product
    valid_from: 2026-03-01
    superseded: {term: Business Lunch, until: 2026-02-28, why: Schools too.}
    admitted: MfT
    definition: A hot buffet.
    scope: {channel: [flyer, email]}
    prices:
      - {price: 15.00, per: person, valid_through: 2026-02-28}
      - {price: 12.50, per: person, vat: excluded, valid_from: 2026-03-01}
    facts: {guests: ">= 8"}
    owner: lucy
    sign_off: {team: marketing, by: lucy, on: 2026-02-10, hash: abcd}
    reviewed: 2026-02-01
"""


def read(text: str) -> Glossary:
    return parse_glossary(text, "glossary.yaml")


def one(text: str) -> Entry:
    return read(text).entries[0]


@pytest.mark.parametrize(
    "written",
    [
        RICH,
        "# a comment\n\n" + RICH,
        RICH.replace("term: Meals for Teams\n    type: product", "type: product\n    term: 'Meals for Teams'"),
        RICH.replace("admitted: MfT", "admitted: [MfT]"),
        RICH.replace("12.50", "12.5"),
    ],
    ids=["same", "comment", "order and quotes", "list of one", "zero"],
)
def test_what_means_the_same_is_no_difference(written: str) -> None:
    assert differences(one(RICH), one(written)) == ()


CASES = [
    ("admitted: MfT", "deprecated: MfT", ["“MfT” is now a name never to be said, no longer an admitted name"]),
    ("    admitted: MfT\n", "", ["admitted name “MfT” removed"]),
    ("admitted: MfT", "admitted: [MfT, Team Meals]", ["admitted name “Team Meals” added"]),
    ("until: 2026-02-28, why", "until: 2026-03-31, why",
     ["“Business Lunch”: until “28 February 2026” → “31 March 2026”"]),
    ("why: Schools too.", "why: Clubs.", ["“Business Lunch”: why “Schools too.” → “Clubs.”"]),
    (", why: Schools too.", "", ["“Business Lunch”: why “Schools too.” → nothing"]),
    (
        "    admitted", "    match: {case: any, not: [quick meals]}\n    admitted",
        [
            "“Meals for Teams”, “Business Lunch” and “MfT”: case nothing → “any”",
            "“Meals for Teams”, “Business Lunch” and “MfT”: exceptions nothing → “quick meals”",
        ],
    ),
    ("price: 12.50", "price: 13", ["price corrected from £12.50 per person to £13 per person from 1 March 2026"]),
    ("vat: excluded", "vat: included", ["price £12.50 per person: excl. VAT → incl. VAT"]),
    ("      - {price: 15.00, per: person, valid_through: 2026-02-28}\n", "",
     ["price £15 per person until 28 February 2026 removed"]),
    (
        "vat: excluded, valid_from: 2026-03-01}",
        "vat: excluded, valid_from: 2026-03-01, valid_through: 2026-06-30}\n"
        "      - {price: 13, per: person, vat: excluded, valid_from: 2026-07-01}",
        ["costs £13 per person from 1 July 2026 instead of £12.50"],
    ),
    ("valid_from: 2026-03-01}", "valid_from: 2026-03-01, valid_through: 2026-06-30}",
     ["price £12.50 per person holds until 30 June 2026"]),
    ("    prices:\n", "    prices:\n      - {price: 14 EUR per person, region: [IE]}\n",
     ["costs €14 per person in IE"]),
    ("A hot buffet.", "A cold buffet.", ["definition: “A hot buffet.” → “A cold buffet.”"]),
    ("    definition: A hot buffet.\n", "", ["definition: “A hot buffet.” removed"]),
    (">= 8", ">= 10", ["fact “guests”: “>= 8” → “>= 10”"]),
    ("[flyer, email]", "flyer", ["channel: “flyer and email” → “flyer”"]),
    ("owner: lucy", "owner: arrah", ["owner: “lucy” → “arrah”"]),
    ("type: product", "type: brand", ["kind: “product” → “brand”"]),
    ("type: product", "type: product\n    valid_through: 2026-12-31", ["last day: “31 December 2026” added"]),
    ("on: 2026-02-10", "on: 2026-02-12", ["signed by lucy for marketing on 12 February 2026"]),
    ("    sign_off: {team: marketing, by: lucy, on: 2026-02-10, hash: abcd}\n", "",
     ["no longer signed by lucy for marketing"]),
    ("reviewed: 2026-02-01", "reviewed: 2026-06-01", ["reviewed on 1 June 2026"]),
]  # fmt: skip


@pytest.mark.parametrize(("was", "became", "said"), CASES, ids=[case[1].strip()[:40] or case[0][:40] for case in CASES])
def test_each_change_is_said_in_words(was: str, became: str, said: list[str]) -> None:
    assert was in RICH
    found = differences(one(RICH), one(RICH.replace(was, became, 1)))
    assert [change.said for change in found] == said


def test_a_rename_is_one_change_and_names_its_day() -> None:
    before = one("terms: [{term: Business Lunch, type: product, price: 15 GBP}]")
    after = one(
        "terms: [{term: Meals for Teams, id: business-lunch, type: product, price: 15 GBP, valid_from: 2026-03-01,"
        " superseded: {term: Business Lunch, until: 2026-02-28}}]"
    )
    renamed, started = differences(before, after)
    assert renamed.said == "renamed from “Business Lunch” to “Meals for Teams” on 1 March 2026"
    assert (renamed.act, renamed.day) == (Act.RENAMED, date(2026, 3, 1))
    assert started.key == "valid_from"


OTHER = {
    "labels": (),
    "type": EntryType.CLAIM,
    "status": Status.RETIRED,
    "language": "fr",
    "valid_from": date(2020, 1, 1),
    "valid_through": date(2030, 1, 1),
    "scope": Scope(region=("NO",)),
    "prices": (),
    "discount": Discount(percent=None),
    "facts": (),
    "sign_off": (),
    "reviewed": date(2020, 1, 1),
    "review_every": timedelta(days=1),
    "item_origin": Origin("elsewhere.yaml", 1, 1),
}


@pytest.mark.parametrize("field", Entry.__struct_fields__)
def test_no_field_changes_unnoticed(field: str) -> None:
    before = one(RICH)
    if field in ("id", "origin", "item_origin"):  # what an entry is known by, and where it is written
        assert not differences(before, replace(before, **{field: before.origin}))
        return
    other = OTHER.get(field, ("a", "b") if isinstance(getattr(before, field), tuple) else "something else")
    if field == "labels":
        other = before.labels[:1]
    if field == "discount":
        other = Discount(percent=before.prices[0].amount)
    assert differences(before, replace(before, **{field: other}))


def said(before: str, after: str) -> list[tuple[str, str]]:
    found = compared(read(before), read(after))
    return [(changed.entry.id, change.said) for changed in found for change in changed.changes]


def test_entries_come_and_go() -> None:
    assert said("terms: [A1, B1]", "terms: [B1, A1]") == []
    assert said("terms: [A1]", "terms: [A1, {term: B1, type: offer, code: X5, discount: 5%}]") == [
        ("b1", "added as an offer: 5% off; code X5")
    ]
    assert said("terms: [A1]", "terms: [A1, {term: B1, status: proposed}]") == [("b1", "proposed as a term")]
    assert said("terms: [A1, B1]", "terms: [B1]") == [("a1", "removed")]


def test_a_rename_by_hand_is_no_removal() -> None:
    assert said("terms: [Old Name]", "terms: [{term: New Name, superseded: Old Name}]") == [
        ("new-name", "renamed from “Old Name” to “New Name”")
    ]
