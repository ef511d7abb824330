"""Days, regions, tiers, and changes that were applied by half."""

from datetime import date

import pytest

from tests.prices.conftest import Judge

_LUNCH = """\
  - term: Meals for Teams
    type: product
    valid_from: 2026-03-01
    superseded: {term: Business Lunch, until: 2026-02-28}
    prices:
      - {price: 12.50, per: person, valid_from: 2026-03-01}
      - {price: 15.00, per: person, valid_through: 2026-02-28}
"""
_TIERS = """\
  - term: Lunch Pass
    type: product
    prices:
      - {price: 12.50, per: person, min_quantity: 1}
      - {price: 11.00, per: person, min_quantity: 20}
"""
_REGIONS = """\
  - term: Lunch Pass
    type: product
    prices:
      - {price: 12, currency: GBP, region: [GB]}
      - {price: 14, currency: EUR, region: [IE]}
      - {price: 13, currency: EUR}
"""


def _told(found: tuple[object, ...]) -> list[tuple[str, str, str | None]]:
    return [(each.rule, each.said, each.suggestion) for each in found]  # type: ignore[attr-defined]


def test_both_sides_stale_are_told_apart_and_the_name_is_not_safe_to_change_alone(judge: Judge) -> None:
    name, price = judge(_LUNCH, "Business Lunch, £15 a head", ("PRC", "NAM101"))
    assert (name.rule, price.rule) == ("NAM101", "PRC202")
    assert (name.fix, price.fix) == ("unsafe", "unsafe")


def test_half_a_change_stands_in_place_of_the_name(judge: Judge) -> None:
    found = judge(_LUNCH, "Business Lunch, £12.50 a head", ("PRC", "NAM101"))
    assert _told(found) == [("PRC203", "Business Lunch", "Meals for Teams")]
    assert found[0].fix == "safe"


def test_half_a_change_stands_in_place_of_the_price(judge: Judge) -> None:
    found = judge(_LUNCH, "Meals for Teams, £15 a head", ("PRC", "NAM101"))
    assert _told(found) == [("PRC203", "£15", "£12.50")]


def test_without_its_rule_the_others_stand(judge: Judge) -> None:
    assert [each.rule for each in judge(_LUNCH, "Business Lunch, £12.50 a head", ("NAM101",))] == ["NAM101"]
    assert [each.rule for each in judge(_LUNCH, "Meals for Teams, £15 a head", ("PRC202",))] == ["PRC202"]


def test_the_message_tells_both_facts(judge: Judge) -> None:
    (found,) = judge(_LUNCH, "Meals for Teams, £15 a head")
    assert "Meals for Teams" in found.message
    assert "2026-03-01" in found.message
    assert "£12.50 per person" in found.message


def test_before_the_change_the_old_price_is_right(judge: Judge) -> None:
    assert judge(_LUNCH, "Business Lunch, £15 a head", as_of=date(2026, 2, 28)) == ()


def test_any_tier_is_right_and_from_means_the_lowest(judge: Judge) -> None:
    assert judge(_TIERS, "Lunch Pass, £11 a head") == ()
    assert judge(_TIERS, "Lunch Pass from £11 a head") == ()
    assert _told(judge(_TIERS, "Lunch Pass from £12.50 a head")) == [("PRC201", "£12.50", "£11.00")]


def test_a_region_has_its_own_prices_else_those_without_one(judge: Judge) -> None:
    assert judge(_REGIONS, "Lunch Pass €14", region="IE") == ()
    assert _told(judge(_REGIONS, "Lunch Pass €13", region="IE")) == [("PRC201", "€13", "€14")]
    assert judge(_REGIONS, "Lunch Pass €13", region="FR") == ()
    assert _told(judge(_REGIONS, "Lunch Pass £12", region="IE")) == [("PRC205", "£12", "€14")]


@pytest.mark.parametrize("region", ["UK", "gb", "GB-SCT"])
def test_a_region_is_the_same_by_any_of_its_codes_and_a_part_has_the_prices_of_the_whole(
    judge: Judge, region: str
) -> None:
    assert judge(_REGIONS, "Lunch Pass £12", region=region) == ()
    assert _told(judge(_REGIONS, "Lunch Pass £13", region=region)) == [("PRC201", "£13", "£12")]


def test_where_the_region_is_unknown_any_price_is_right_and_the_currency_picks(judge: Judge) -> None:
    assert judge(_REGIONS, "Lunch Pass €14, in Britain £12") == ()
    assert _told(judge(_REGIONS, "Lunch Pass £11")) == [("PRC201", "£11", "£12")]


def test_a_proposed_entry_is_no_more_than_a_note(judge: Judge) -> None:
    (found,) = judge("  - {term: Lunch Pass, status: proposed, price: 12 GBP}\n", "Lunch Pass £11")
    assert str(found.severity) == "note"


def test_a_retired_figure_is_likely_where_the_page_names_the_product(judge: Judge) -> None:
    text = "# Our menus\n\nMeals for Teams is for eight or more.\n\n## How to order\n\nJust £15 per person, any day."
    assert [each.rule for each in judge(_LUNCH, text)] == ["PRC202"]
    assert judge(_LUNCH, "# How to order\n\nJust £15 per person, any day.") == ()


def test_an_offers_own_price_is_right(judge: Judge) -> None:
    offer = (
        "  - {term: Early Bird, type: offer, item: Lunch Pass, discount: 10%, valid_from: 2026-06-01, "
        "valid_through: 2026-06-30}\n  - {term: Lunch Pass, type: product, price: 20 GBP}\n"
    )
    assert judge(offer, "Lunch Pass £18 with Early Bird") == ()
    assert _told(judge(offer, "Lunch Pass £17")) == [("PRC201", "£17", "£20")]


def test_a_product_named_like_a_fee_has_a_price(judge: Judge) -> None:
    assert _told(judge("  - {term: Express Delivery, type: product, price: 5 GBP}\n", "Express Delivery is £4.")) == [
        ("PRC201", "£4", "£5")
    ]
