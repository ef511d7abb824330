"""Where offers meet other rules: one place gets one finding."""

from datetime import date
from pathlib import Path

import pytest

from msglint.engine import judge_text
from msglint.glossary.load import parse_glossary
from msglint.model.judgement import Circumstances, Finding
from msglint.model.scale import Severity
from msglint.rulebook.load import load_rules
from tests.offers.corpus import glossary_of

RULES = load_rules()
JUNE = date(2026, 6, 10)


def said(text: str, as_of: date = JUNE, audience: str | None = None) -> list[tuple[str, str]]:
    return [(each.rule, each.said) for each in found(text, as_of, audience)]


def found(text: str, as_of: date = JUNE, audience: str | None = None) -> tuple[Finding, ...]:
    return judge_text(text, "md", glossary_of("caterer"), RULES, Circumstances(as_of, audience=audience))


def test_an_offer_that_is_over_is_no_retired_name_besides() -> None:
    assert said("Ask about the Spring Crate Deal.") == [("OFR301", "Spring Crate Deal")]


def test_an_offer_to_come_is_no_embargoed_name_besides() -> None:
    assert said("The Autumn Tea Special is on.") == [("OFR302", "Autumn Tea Special")]


def test_an_offer_named_and_coded_in_one_sentence_is_told_once() -> None:
    assert said("The Spring Crate Deal: enter CRATE20.") == [("OFR301", "Spring Crate Deal")]


def test_an_offer_that_gives_its_own_right_end_is_a_note() -> None:
    (one,) = found("Use CRATE20 until 31 May.")
    assert (one.rule, one.severity) == ("OFR301", Severity.NOTE)


def test_a_wrong_end_is_told_in_place_of_the_offers_being_over() -> None:
    assert said("Use CRATE20 until 30 June.") == [("OFR303", "30 June")]


def test_the_price_with_an_offer_is_no_price_mismatch() -> None:
    assert said("Garden Party, £27.20 a head with TABLE15.") == []
    assert said("Lunch Crate, £7.60 a head with CRATE20.") == [("OFR301", "CRATE20")]
    assert said("Garden Party, £20 a head with TABLE15.") == [("OFR304", "£20")]


def test_a_wrong_value_stands_in_place_of_wrong_arithmetic() -> None:
    assert said("Garden Party with TABLE15: was £32, now £27.20, save 25%.") == [("OFR304", "25%")]


def test_internal_documents_may_name_what_is_to_come_but_not_hand_out_its_code() -> None:
    assert said("Train the team on the Autumn Tea Special.", audience="internal") == []
    assert said("Hand out TEATIME.", audience="internal") == [("OFR302", "TEATIME")]


def test_a_message_tells_both_facts_and_whom_to_ask() -> None:
    (one,) = found("Summer Table: 15% off until 31 July.")
    assert one.message == (
        "“31 July”: the offer “Summer Table” runs from 2026-06-01 to 2026-08-31. Ask ruth@harbour.example."
    )


def test_a_code_that_two_seasons_share_is_that_of_the_one_that_runs() -> None:
    glossary = parse_glossary(
        "terms:\n"
        "  - {term: Spring 25, type: offer, code: SPRING, discount: 10%, valid_through: 2025-05-31}\n"
        "  - {term: Spring 26, type: offer, code: SPRING, discount: 15%, valid_from: 2026-04-01}\n",
        "two.yaml",
    )
    rules = {code: rule for code, rule in RULES.items() if code.startswith("OFR")}
    given = Circumstances(JUNE)
    assert judge_text("Use SPRING: 15% off.", "md", glossary, rules, given) == ()
    (one,) = judge_text("Use SPRING: 10% off.", "md", glossary, rules, given)
    assert (one.rule, one.suggestion) == ("OFR304", "15%")


@pytest.mark.parametrize("text", ["Save 20%.", "20%", "Reduced by up to 20%. 20%."])
def test_a_figure_that_is_no_discount_may_stand_alone_below_an_offer(text: str) -> None:
    assert said(f"## Summer Table\n\n{text}\n") == [one for one in [("OFR304", "20%")] if "Save" in text]


def test_hostile_paragraphs_are_read() -> None:
    many = "TABLE15 20% off until 31 July, " * 400
    assert {rule for rule, _ in said(many)} <= {"OFR303", "OFR304"}
    assert said("20% off until " * 2000) == []


def test_no_offer_needs_a_language_model() -> None:
    folder = Path(__file__).parents[2] / "msglint" / "offers"
    assert not [path for path in folder.rglob("*.py") if "spacy" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize(
    ("text", "held_out"),
    [
        ("Book with the Spring Crate Deal and bring the whole office along.", True),
        ("Spring Crate Deal", True),
        ("# Spring Crate Deal for teams", True),
        ("The Spring Crate Deal persuaded forty companies in Hull and Leeds.", False),
        ("Nobody at head office remembers who wrote the Spring Crate Deal poster.", False),
    ],
)
def test_an_ended_offer_must_be_held_out_to_somebody(text: str, held_out: bool) -> None:
    assert any(finding.rule == "OFR301" for finding in found(text)) is held_out
