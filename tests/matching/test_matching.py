"""The three certainties, over all labels, whatever the order of entries."""

from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
import pytest

from msglint.model.judgement import Mention
from msglint.model.scale import Certainty
from tests.matching.conftest import Find

MEALS = "  - {term: Meals for Teams, type: product, superseded: Business Lunch}\n"
CERTAIN, LIKELY, POSSIBLE = Certainty.CERTAIN, Certainty.LIKELY, Certainty.POSSIBLE


def said(mentions: list[Mention]) -> list[tuple[str, Certainty]]:
    return [(mention.said, mention.certainty) for mention in mentions if mention.kind == "name"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("two business lunches", ("business lunches", CERTAIN)),
        ("the Business Lunch’s price", ("Business Lunch’s", CERTAIN)),
        ("a businesslunch", ("businesslunch", CERTAIN)),
        ("a Business-Lunch", ("Business-Lunch", CERTAIN)),
        ("Business\u00a0Lunch", ("Business\u00a0Lunch", CERTAIN)),
        ("Busi\u00adness Lunch", ("Busi\u00adness Lunch", CERTAIN)),
        ("Busi-\nness Lunch", ("Busi-\nness Lunch", CERTAIN)),
        ("Ｂｕｓｉｎｅｓｓ Lunch", ("Ｂｕｓｉｎｅｓｓ Lunch", CERTAIN)),
        ("#BusinessLunch", ("BusinessLunch", CERTAIN)),
        ("the buisness lunch", ("buisness lunch", LIKELY)),
        ("the bussiness luncch", ("bussiness luncch", LIKELY)),
        ("the buisnesslunch", ("buisnesslunch", LIKELY)),
        ("lunch for business", ("lunch for business", LIKELY)),
        ("lunches for your business", ("lunches for your business", LIKELY)),
        ("Lunch Business", ("Lunch Business", LIKELY)),
        ("Meal for Teams", ("Meal for Teams", LIKELY)),
        ("Meals 4 Teams", ("Meals 4 Teams", LIKELY)),
        ("Meels for Teams", ("Meels for Teams", LIKELY)),
        ("Meals-for-Teams", ("Meals-for-Teams", CERTAIN)),
        ("Teams Meals", ("Teams Meals", LIKELY)),
        ("set business_lunch to", ("business_lunch", POSSIBLE)),
        ("the lunch business", ("lunch business", POSSIBLE)),
        ("lunch for business travellers", ("lunch for business", POSSIBLE)),
    ],
)
def test_shapes_of_a_name(find_names: Find, text: str, found: tuple[str, Certainty]) -> None:
    assert said(find_names(MEALS, text)) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "The business launch went well.", "It is our business; lunch is at noon.", "we talk business. Lunch follows.",
        "a small business lunchroom", "business brunch", "https://x.org/business-lunch", "business-lunch.pdf",
        "our business, lunch and dinner", "the manager's lunch, business as usual", "business for lunch",
        "We do business over lunch.", "Business Lynch Ltd",
    ],
)  # fmt: skip
def test_innocents(find_names: Find, text: str) -> None:
    assert [found for found in said(find_names(MEALS, text)) if found[1] >= LIKELY] == []


ENTRIES = (
    MEALS,
    "  - {term: Business Lunch Deluxe, type: product}\n",
    "  - {term: Team Table, type: product, superseded: [Lunch Table, Business Lunch Table]}\n",
    "  - {term: Access, type: product, deprecated: [Entry Plan]}\n",
)
TEXT = (
    "Business Lunch Deluxe beats Business Lunch and the business lunch table. Our Access plan, an Entry Plan. "
    "Lunch tables at lunch for business; Meal for Teams, table for teams, Buisness Lunch Delux."
)


def test_the_order_of_entries_changes_nothing(find_names: Find) -> None:
    results = {
        tuple((m.said, m.start, m.entry.id if m.entry else "", m.certainty) for m in find_names("".join(order), TEXT))
        for order in permutations(ENTRIES)
    }
    assert len(results) == 1


def test_the_longest_label_wins_over_all(find_names: Find) -> None:
    found = find_names("".join(ENTRIES), "Business Lunch Deluxe")
    assert [(m.said, m.label.kind.value) for m in found if m.label] == [("Business Lunch Deluxe", "preferred")]


def test_a_split_is_two_mentions_of_the_same_words(find_names: Find) -> None:
    terms = "  - {term: Basic, superseded: Old Plan}\n  - {term: Extra, superseded: Old Plan}\n"
    assert [m.entry.id for m in find_names(terms, "the Old Plan") if m.entry] == ["basic", "extra"]


def test_exceptions_are_literal_and_told(find_names: Find) -> None:
    terms = "  - {term: Meals for Teams, superseded: {term: Business Lunch, match: {not: [working business lunch]}}}\n"
    mentions = find_names(terms, "A Working-Business lunch is no business lunch.")
    assert [(m.kind, m.start) for m in mentions] == [("name", 30), ("exception", 10)] or [
        (m.kind, m.said) for m in mentions
    ] == [("name", "business lunch"), ("exception", "Business lunch")]


def test_another_language_gets_certain_matches_only(find_names: Find) -> None:
    assert said(find_names(MEALS, "Business Lunch, buisness lunch", language="de")) == [("Business Lunch", CERTAIN)]


@given(st.text(alphabet="Business Lunchfor\u00ad\u200b’'-_./@#\n|+&4", max_size=60))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_gives_spans_within_it(find_names: Find, text: str) -> None:
    mentions = find_names(MEALS, text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in mentions)
    assert all(one.end <= other.start for one, other in zip(mentions, mentions[1:], strict=False))


def test_what_stands_around_a_name_does_not_hide_it(find_names: Find) -> None:
    for before in ("", "Hi, ", "(", "“", "**", "a\n\n"):
        for after in ("", ".", ", and", "”", " costs"):
            assert ("Business Lunch", CERTAIN) in said(find_names(MEALS, f"{before}Business Lunch{after}"))
