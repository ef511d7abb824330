"""From a half-remembered name to what it is called."""

from datetime import date
from pathlib import Path

import pytest

from msglint.digest.as_json import as_json
from msglint.digest.lookup import kept
from msglint.digest.lookup.answer import Lookup, look_up
from msglint.digest.lookup.index import compile_index
from msglint.digest.lookup.telling import told
from msglint.digest.state import State
from msglint.digest.view import View
from msglint.glossary.load import load_glossary, parse_glossary
from msglint.model.glossary import Glossary

from .company import TODAY, company

CATERER = load_glossary(Path(__file__).parents[2] / "glossary.yaml")
INDEX = compile_index(CATERER)


def ask(asked: str, glossary: Glossary = CATERER, view: View = View(date(2026, 4, 10))) -> Lookup:  # noqa: B008
    return look_up(asked, INDEX if glossary is CATERER else compile_index(glossary), view)


@pytest.mark.parametrize(
    "asked",
    [
        "printer service", "asdf qwer", "zzz", "the", "", "...", "and for of", "wages", "TEAM2020X", "xx", "12",
        "ресторан", "日本語料理",
        "a very long question about something that nobody here has ever heard of " * 5, "mealtime", "cabinet", "☃",
    ],
)  # fmt: skip
def test_what_is_near_nothing_has_no_answer(asked: str) -> None:
    assert ask(asked).answers == ()
    assert ask(asked).near == ()


@pytest.mark.parametrize("asked", ["hot lunch", "lunch for schools", "team22", "bocks"])
def test_what_only_shares_something_is_no_answer(asked: str) -> None:
    assert ask(asked).answers == ()
    assert ask(asked).near != ()


OLD = "“Business Lunch”, the old name until 28 February (We now serve schools and clubs too)"


@pytest.mark.parametrize(
    ("asked", "name", "why"),
    [
        ("Meals for Teams", "Meals for Teams", ""),
        ("meals FOR teams", "Meals for Teams", ""),
        ("meals-for-teams", "Meals for Teams", ""),
        ("mealsforteams", "Meals for Teams", "another form of “Meals for Teams”"),
        ("MfT", "Meals for Teams", "also right"),
        ("OFC", "Office Fruit Crate", "initials of “Office Fruit Crate”"),
        ("Business Lunch", "Meals for Teams", OLD.removeprefix("“Business Lunch”, ")),
        ("business lunches", "Meals for Teams", f"another form of {OLD}"),
        ("busness lunch", "Meals for Teams", f"one letter off {OLD}"),
        ("bussines lunch", "Meals for Teams", f"two letters off {OLD}"),
        ("bizness lunch", "Meals for Teams", f"sounds like {OLD}"),
        ("brekfust bocks", "Breakfast Box", "sounds like “Breakfast Box”"),
        ("buisnesslunch", "Meals for Teams", f"one letter off {OLD}"),
        ("lunch for business", "Meals for Teams", f"the words of {OLD}"),
        ("team meals", "Meals for Teams", "the words of “Meals for Teams”"),
        ("meals", "Meals for Teams", "has the word “meals”: “Meals for Teams”"),
        ("meels", "Meals for Teams", "has the word “meals” (one letter off): “Meals for Teams”"),
        ("the business lunch package", "Meals for Teams", f"has the name {OLD}"),
        ("corporate catering", "Meals for Teams", "which we never say"),
        ("meals 4 teams", "Meals for Teams", "a known slip"),
        ("fern and fig", "Fern & Fig", ""),
        ("vitamin box", "Office Fruit Crate", "an old name"),
        ("TEAM20", "Spring Team Offer", "code TEAM20"),
        ("team 20", "Spring Team Offer", "code TEAM20"),
        ("spring offer", "Spring Team Offer", "has the words “spring” and “offer”: “Spring Team Offer”"),
        ("hot leads", "Marketing Qualified Lead", "another form of “hot lead”, which we never say"),
        ("brekfast", "Breakfast Box", "has the word “breakfast” (one letter off): “Breakfast Box”"),
        ("tea tray", "Morning Tea Tray", "has the words “tea” and “tray”: “Morning Tea Tray”"),
    ],
)
def test_any_name_leads_to_the_right_one_and_says_how(asked: str, name: str, why: str) -> None:
    best = ask(asked).answers[0]
    assert (best.name, best.why) == (name, why)


RANKED = """\
terms:
  - {term: Lunch Box, superseded: Old Crate}
  - {term: Lunch Box Deluxe}
  - {term: Box Lunch}
  - {term: Lunch Fox}
  - {term: Grand Meal, superseded: [Lunch Pass, {term: Lunch Box Plus}]}
"""


@pytest.mark.parametrize(
    ("asked", "order"),
    [
        ("lunch box", ["Lunch Box", "Box Lunch", "Lunch Box Deluxe", "Grand Meal"]),
        ("lunch boxes", ["Lunch Box", "Box Lunch", "Lunch Box Deluxe", "Grand Meal"]),
        ("lunch pass", ["Grand Meal"]),
        ("lunch box delux", ["Lunch Box Deluxe", "Lunch Box", "Box Lunch"]),
        ("old crate", ["Lunch Box"]),
    ],
)
def test_the_surest_comes_first(asked: str, order: list[str]) -> None:
    found = ask(asked, parse_glossary(RANKED, "g.yaml"))
    assert [*(each.name for each in found.answers), *(each.name for each in found.near)] == order


def test_a_name_that_became_two_has_two_answers() -> None:
    glossary = parse_glossary("terms: [{term: New A, superseded: Old}, {term: New B, superseded: Old}]", "g.yaml")
    assert [answer.name for answer in ask("old", glossary).answers] == ["New A", "New B"]


def test_what_it_costs_and_which_offer_runs() -> None:
    answer = ask("business lunch").answers[0]
    assert [price.price for price in answer.line.prices] == ["£12.50 per person", "€14 per person"]
    assert [(offer.name, offer.code) for offer in answer.offers] == [("Spring Team Offer", "TEAM20")]
    assert answer.line.owner == "lucy@fernandfig.example"
    ireland = ask("business lunch", view=View(date(2026, 4, 10), region="IE")).answers[0]
    assert [price.price for price in ireland.line.prices] == ["€14 per person"]
    assert ask("business lunch", view=View(date(2026, 6, 10))).answers[0].offers == ()


@pytest.mark.parametrize(
    ("asked", "state"),
    [
        ("quiet cabin", State.CURRENT),
        ("skylark suite", State.EMBARGOED),
        ("steam bath", State.OVER),
        ("zephyr lounge", State.PROPOSED),
    ],
)
def test_how_a_name_stands(asked: str, state: State) -> None:
    assert ask(asked, company(), View(TODAY)).answers[0].state is state


def test_a_price_to_come_is_told() -> None:
    coming = ask("family cabin", company(), View(TODAY)).answers[0].coming
    assert [event.said for event in coming] == [
        "“Family Cabin” becomes “Skylark Suite”",
        "“Skylark Suite” costs £9,517 per night instead of £80",
        "“Lark Days” starts: 10% off, code LARK10",
    ]


@pytest.mark.parametrize("asked", ["skylark suite", "skylark", "LARK10", "moonraker", "crew rate", "zephyr lounge"])
@pytest.mark.parametrize("audience", ["customer", "partner"])
def test_outsiders_cannot_ask_for_what_is_under_embargo(asked: str, audience: str) -> None:
    found = ask(asked, company(), View(TODAY, audience))
    assert (found.answers, found.near) == ((), ())


@pytest.mark.parametrize("asked", ["family cabin", "famly cabin", "cabin"])
def test_what_outsiders_are_told_gives_nothing_away(asked: str) -> None:
    view = View(TODAY, "customer")
    found = ask(asked, company(), view)
    assert found.answers[0].name in ("Family Cabin", "Quiet Cabin")
    said = (as_json(found) + told(found, view)).casefold()
    for secret in ("lark", "9,517", "9517", "ines@", "embargo", "for now"):
        assert secret not in said, secret


def test_the_answer_comes_first_and_is_short() -> None:
    view = View(date(2026, 4, 10))
    lines = told(ask("busness lunch"), view).splitlines()
    assert lines[0] == "Meals for Teams"
    assert lines[1] == f"  asked    “busness lunch”: one letter off {OLD}"
    assert lines[2] == "  costs    £12.50 per person, excl. VAT, for 8 or more, since 1 March"
    assert len(lines) < 12


def test_what_was_asked_cannot_disturb_the_terminal() -> None:
    assert "\x1b" not in told(ask("\x1b[31mlunch for \nschools"), View(TODAY))


GLOSSARY = "include: [more/*.yaml]\nterms: [Alpha One]\n"


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "a.yaml").write_text("terms: [Beta Two]\n", encoding="utf-8")
    path = tmp_path / "glossary.yaml"
    path.write_text(GLOSSARY, encoding="utf-8")
    read = load_glossary(path)
    kept.store(tmp_path / "cache", path, read, compile_index(read))
    return path


def fetched(glossary: Path) -> bool:
    return kept.fetch(glossary.parent / "cache", glossary) is not None


def test_an_index_is_kept_while_nothing_changes(glossary: Path) -> None:
    index = kept.fetch(glossary.parent / "cache", glossary)
    assert index is not None
    assert index == compile_index(load_glossary(glossary))
    assert kept.fetch(None, glossary) is None
    assert kept.fetch(glossary.parent / "cache", glossary.with_name("other.yaml")) is None


@pytest.mark.parametrize(
    "change", ["edited", "include edited", "include added", "include removed", "damaged", "foreign"]
)
def test_an_index_is_made_anew_when_anything_changes(glossary: Path, change: str) -> None:
    more = glossary.parent / "more"
    file = next((glossary.parent / "cache").glob(kept.FILE_NAMES))
    if change == "edited":
        glossary.write_text(GLOSSARY + "# more\n", encoding="utf-8")
    elif change == "include edited":
        (more / "a.yaml").write_text("terms: [Beta Too]\n", encoding="utf-8")
    elif change == "include added":
        (more / "b.yaml").write_text("terms: [Gamma]\n", encoding="utf-8")
    elif change == "include removed":
        (more / "a.yaml").unlink()
    elif change == "damaged":
        file.write_bytes(file.read_bytes()[:-20])
    else:
        file.write_bytes(b"cos\nsystem\n(S'echo mischief'\ntR.")
    assert not fetched(glossary)
