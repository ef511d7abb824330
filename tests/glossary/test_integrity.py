"""GLO801 and GLO804: what a glossary is blamed for, and, first, what it is not blamed for."""

from datetime import date

import pytest

from msglint.checks import glossary_integrity, idle_exception
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Finding, Rule
from msglint.model.scale import Certainty, Severity

RULE = Rule("GLO801", "glossary-integrity", "glossary_integrity", Severity.ERROR, "{problem}.{ask}", "", "glossary")
AS_OF = date(2026, 6, 10)


def judged(text: str, as_of: date = AS_OF) -> list[Finding]:
    return list(glossary_integrity.judge(parse_glossary(text, "g.yaml"), RULE, as_of))


IN_ORDER = {
    "a split: one old name on two entries": "terms: [{term: A, superseded: Z}, {term: B, superseded: Z}]",
    "a merge: two old names on one entry": "terms: [{term: A, superseded: [Y, Z]}]",
    "a spelling rule: case": "terms: [{term: Login.gov, superseded: login.gov}]",
    "a spelling rule: case of several words": "terms: [{term: Meals for Teams, superseded: meals for teams}]",
    "a spelling rule: space": "terms: [{term: Breakfast Box, superseded: [BreakfastBox, Breakfast-Box]}]",
    "a word and a name, told apart by the capital": "terms: [{term: Gold, id: plan}, {term: gold, id: metal}]",
    "one word in two languages": "terms: [{term: Menu, id: a}, {term: Menu, id: b, language: fr}]",
    "a name that is over elsewhere": "terms: [{term: A, superseded: B}, {term: B, status: retired}]",
    "a name handed over on a day to come": (
        "terms: [{term: A, valid_from: 2026-09-01, superseded: B}, {term: B, valid_through: 2026-08-31}]"
    ),
    "prices that follow each other": (
        "terms: [{term: A, prices: [{price: 3 GBP, valid_from: 2026-03-01}, "
        "{price: 2 GBP, valid_through: 2026-02-28}]}]"
    ),
    "prices of other regions, currencies, units, quantities, tax": (
        "terms: [{term: A, prices: [3 GBP, 4 EUR, 3 GBP per head, {price: 2 GBP, region: IE},"
        " {price: 2 GBP, vat: excluded}, {price: 2 GBP, min_quantity: 8}, {price: 2 GBP, min_quantity: 20}]}]"
    ),
    "an offer within its item's life": (
        "terms: [{term: A, valid_from: 2026-01-01, valid_through: 2026-12-31},"
        " {term: O, type: offer, item: A, valid_from: 2026-04-01, valid_through: 2026-05-31}]"
    ),
    "an offer from before its item was renamed": (
        "terms: [{term: A, valid_from: 2026-03-01, superseded: Z},"
        " {term: O, type: offer, item: Z, valid_from: 2026-02-01}]"
    ),
    "an offer without days, on an item with some": (
        "terms: [{term: A, valid_from: 2026-03-01, valid_through: 2026-12-31}, {term: O, type: offer, item: a}]"
    ),
    "an offer that is over, on a retired item": (
        "terms: [{term: A, status: retired}, {term: O, type: offer, item: A, valid_through: 2026-05-31}]"
    ),
    "an offer on everything": "terms: [{term: Free Delivery, type: offer, discount: 100%}]",
}  # fmt: skip


@pytest.mark.parametrize("text", IN_ORDER.values(), ids=IN_ORDER.keys())
def test_in_order(text: str) -> None:
    assert [finding.message for finding in judged(text)] == []


# text, line, column, said, parts of the message
TROUBLES = {
    "one name of two entries": (
        "terms:\n  - {term: A, admitted: [Box]}\n  - {term: Box}\n",
        3, 12, "Box", ["“Box” is a name of two entries, “A” (line 2) and “Box”"],
    ),
    "one term twice": ("terms:\n  - Box\n  - Box\n", 3, 5, "Box", ["two entries", "line 2"]),
    "one name in another case": (
        "terms:\n  - Lunch Box\n  - {term: A, admitted: lunch box}\n", 3, 25, "lunch box", ["two entries"],
    ),
    "right and stale on one entry": (
        "terms:\n  - {term: A, superseded: [A]}\n", 2, 28, "A", ["superseded here and preferred on the same entry"],
    ),
    "right and stale on two entries": (
        "terms:\n  - {term: A, superseded: [B]}\n  - {term: B}\n", 2, 28, "B", ["preferred on “B” (line 3)"],
    ),
    "admitted and deprecated": (
        "terms:\n  - {term: A, admitted: B}\n  - {term: C, deprecated: B}\n",
        3, 27, "B", ["deprecated here and admitted on “A” (line 2)"],
    ),
    "a loop": (
        "terms:\n  - {term: A, superseded: B}\n  - {term: B, superseded: A}\n",
        2, 27, "B", ["“B” → “A” → “B”", "circle"],
    ),
    "a loop of three": (
        "terms:\n  - {term: A, superseded: C}\n  - {term: B, superseded: A}\n  - {term: C, superseded: B}\n",
        2, 27, "C", ["“C” → “A” → “B” → “C”"],
    ),
    "a chain": (
        "terms:\n  - {term: B, superseded: A}\n  - {term: C, superseded: B}\n",
        2, 27, "A", ["“A” → “B” → “C”", "under “C”"],
    ),
    "prices that overlap": (
        "terms:\n  - term: A\n    prices:\n      - {price: 2 GBP, valid_from: 2026-01-01}\n"
        "      - {price: 3 GBP, valid_from: 2026-03-01}\n",
        5, 9, "3 GBP", ["two prices hold at once", "2 GBP (line 4)", "valid_through: 2026-02-28"],
    ),
    "a price without days beside a former one": (
        "terms:\n  - term: A\n    price: 3 GBP per head\n    prices:\n"
        "      - {price: 2 GBP per head, valid_through: 2026-05-31}\n",
        5, 9, "2 GBP per head", ["hold at once", "valid_from: 2026-06-01"],
    ),
    "prices whose units say one thing in another order": (
        "terms:\n  - term: A\n    prices: [3 GBP per user per month, 2 GBP per month per User]\n",
        3, 40, "2 GBP per month per User", ["hold at once"],
    ),
    "a short price within a long one": (
        "terms:\n  - term: A\n    prices:\n      - {price: 1 GBP, valid_from: 2026-01-01}\n"
        "      - {price: 2 GBP, valid_from: 2026-02-01, valid_through: 2026-02-28}\n",
        5, 9, "2 GBP", ["hold at once"],
    ),
    "a gap": (
        "terms:\n  - term: A\n    prices:\n      - {price: 2 GBP, valid_through: 2026-02-28}\n"
        "      - {price: 3 GBP, valid_from: 2026-03-03}\n",
        5, 9, "3 GBP", ["no price holds from 2026-03-01 to 2026-03-02"],
    ),
    "an end before the beginning": (
        "terms:\n  - {term: A, valid_from: 2026-03-01, valid_through: 2026-02-01}\n",
        2, 5, "A", ["ends on 2026-02-01, before it begins on 2026-03-01"],
    ),
    "an item that is nothing": (
        "terms:\n  - Meals\n  - {term: O, type: offer, item: meal}\n", 3, 34, "meal", ["names no entry", "“meals”"],
    ),
    "an item that is the offer itself": (
        "terms:\n  - {term: O, type: offer, item: O}\n", 2, 34, "O", ["names the offer itself"],
    ),
    "an offer after its item": (
        "terms:\n  - {term: A, valid_through: 2026-04-30}\n"
        "  - {term: O, type: offer, item: A, valid_through: 2026-05-31}\n",
        3, 12, "O", ["goes on after its item “A” (line 2) ended on 2026-04-30"],
    ),
    "an offer before its item": (
        "terms:\n  - {term: A, valid_from: 2026-04-30}\n  - {term: O, type: offer, item: A, valid_from: 2026-04-01}\n",
        3, 12, "O", ["begins before its item"],
    ),
    "an offer on a retired item": (
        "terms:\n  - {term: A, status: retired}\n  - {term: O, type: offer, item: A}\n",
        3, 12, "O", ["which is retired"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "said", "parts"), TROUBLES.values(), ids=TROUBLES.keys())
def test_troubles(text: str, line: int, column: int, said: str, parts: list[str]) -> None:
    (finding,) = judged(text)
    assert (finding.location.path, finding.location.line, finding.location.column) == ("g.yaml", line, column)
    assert (finding.said, finding.rule, finding.severity, finding.certainty) == (
        said, "GLO801", Severity.ERROR, Certainty.CERTAIN,
    )  # fmt: skip
    for part in parts:
        assert part in finding.message


def test_where_a_finding_ends() -> None:
    (finding,) = judged('terms:\n  - {term: A, superseded: ["A"]}\n')
    assert (finding.location.end_line, finding.location.end_column) == (2, 31)


def test_a_chain_suggests_its_last_name() -> None:
    (finding,) = judged("terms: [{term: B, superseded: A}, {term: C, superseded: B}]")
    assert (finding.said, finding.suggestion) == ("A", "C")


def test_a_proposed_entry_weighs_a_note_and_an_owner_is_named() -> None:
    (finding,) = judged("terms: [{term: A, status: proposed, owner: lucy, superseded: B}, B]")
    assert (finding.severity, finding.owner, finding.entry) == (Severity.NOTE, "lucy", "a")
    assert finding.message.endswith(". Ask lucy.")


@pytest.mark.parametrize(
    "decided",
    ["{term: A, superseded: B}", "{term: A, admitted: B}", "{term: A, superseded: [C, D]}, {term: C2, admitted: C2s}"],
)
@pytest.mark.parametrize("proposed", ["{term: B, status: proposed}", "{term: C, superseded: A, status: proposed}"])
def test_what_a_proposal_contradicts_is_told_of_the_proposal(decided: str, proposed: str) -> None:
    for text in (f"terms: [{decided}, {proposed}]", f"terms: [{proposed}, {decided}]"):
        assert {finding.severity for finding in judged(text)} <= {Severity.NOTE}
    assert judged("terms: [{term: A, superseded: B}, {term: B, status: proposed}]")


def test_a_finding_keeps_its_fingerprint_when_it_moves() -> None:
    text = "terms:\n  - {term: A, superseded: [B]}\n  - B\n"
    (first,), (moved,) = judged(text), judged("# a comment\n" + text)
    assert first.fingerprint == moved.fingerprint
    assert first.location.line != moved.location.line


def test_the_order_of_entries_changes_no_verdict() -> None:
    entries = ["{term: B, superseded: A}", "{term: C, superseded: B}", "{term: D, superseded: C}"]
    forward, backward = (judged(f"terms: [{', '.join(order)}]") for order in (entries, entries[::-1]))
    assert {finding.message for finding in forward} == {finding.message for finding in backward}
    assert [finding.suggestion for finding in forward] == ["D", "D"]


def test_idle_exceptions_are_told_once_each() -> None:
    glossary = parse_glossary(
        "terms:\n  - term: A\n    match: {not: [big a, small a]}\n    superseded: [{term: B, match: {not: b b}}]\n",
        "g.yaml",
    )
    entry = glossary.entries[0]
    used = {entry.preferred.match.exceptions[0]}
    found = list(idle_exception.idle_exceptions(glossary, used, RULE))
    assert [(finding.said, finding.location.line, finding.location.column) for finding in found] == [
        ("small a", 3, 26),
        ("b b", 4, 41),
    ]
    assert "“small a” of “A” occurs in none" in found[0].message
    everything = {exception for label in entry.labels for exception in label.match.exceptions}
    assert list(idle_exception.idle_exceptions(glossary, everything, RULE)) == []
