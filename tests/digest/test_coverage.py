"""What documents do not mention."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Msglint
from tests.cli.conftest import folder as folder
from tests.cli.conftest import run as run

GLOSSARY = """\
defaults: {currency: GBP}
terms:
  - {term: Quiet Cabin, type: product, superseded: Silent Coach, price: 49 GBP per night}
  - {term: Dublin Deck, type: product, scope: {region: [IE]}}
  - {term: Partner Deck, type: product, scope: {audience: [partner]}}
  - {term: Sea Pass, type: product, valid_from: 2026-07-01, superseded: {term: Deck Ticket, until: 2026-06-30}}
  - {term: Steam Bath, type: product, valid_through: 2026-05-31}
  - {term: Zephyr Lounge, type: product, status: proposed}
  - {term: Early Crossing, type: offer, item: Quiet Cabin, discount: 20%, code: EARLY20, valid_through: 2026-06-30}
  - {term: Night Boat Promise, type: claim, scope: {channel: [flyer]}}
  - {term: Wine List, type: product, scope: {channel: [menu]}}
  - {term: Marketing Qualified Lead, type: metric}
"""
FULL = "Quiet Cabin: £49 a night. Deck Ticket too. Code EARLY20. "
ON = "2026-06-10"


@pytest.fixture
def company(folder: Path) -> Path:
    Path("glossary.yaml").write_text(GLOSSARY, encoding="utf-8")
    for name in ("right.md", "stale.md"):
        Path(name).unlink()
    return folder


def gaps(run: Msglint, text: str, *options: str) -> list[tuple[str, str]]:
    Path("page.md").write_text(text, encoding="utf-8")
    result = run("coverage", "page.md", "--as-of", ON, "--format", "json", "--region", "GB", *options)
    assert result.exit_code == 0, result.stderr
    return [(gap["entry"], gap["missing"]) for gap in json.loads(result.stdout)["gaps"]]


CUSTOMER = ("--audience", "customer")


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        (FULL, CUSTOMER, []),
        (FULL.replace("Quiet Cabin", "quiet cabins"), CUSTOMER, []),
        (FULL + "Partner Deck.", (), []),
        (FULL, (), [("partner-deck", "name")]),
        (FULL.replace("Code EARLY20.", "Ask for our Early Crossing."), CUSTOMER, []),
        (FULL.replace("Code EARLY20.", "Now 20% off every Quiet Cabin!"), CUSTOMER, []),
        (FULL.replace("Code EARLY20.", ""), CUSTOMER, [("early-crossing", "offer")]),
        (FULL.replace("£49", "£55"), CUSTOMER, [("quiet-cabin", "price")]),
        (FULL.replace(": £49 a night", ""), CUSTOMER, [("quiet-cabin", "price")]),
        ("# Calm\n\nThe Quiet Cabin.\n\n**£49 a night**\n\nDeck Ticket. EARLY20", CUSTOMER, []),
        (FULL.replace("Deck Ticket", "Sea Pass"), CUSTOMER, [("sea-pass", "name")]),
        (FULL.replace("Quiet Cabin", "Silent Coach"), CUSTOMER, [("quiet-cabin", "name")]),
        (FULL, (*CUSTOMER, "--channel", "Flyer"), [("night-boat-promise", "name")]),
        (FULL + "Our Night Boat Promise.", (*CUSTOMER, "--channel", "flyer"), []),
        (FULL, (*CUSTOMER, "--channel", "menu"), [("wine-list", "name")]),
    ],
)
def test_what_is_expected_and_not_said(
    run: Msglint, company: Path, text: str, options: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert gaps(run, text, *options) == expected


def test_a_region_expects_its_own(run: Msglint, company: Path) -> None:
    Path("page.md").write_text(f"---\nmsglint: {{region: IE, audience: customer}}\n---\n\n{FULL}\n", encoding="utf-8")
    result = run("coverage", "page.md", "--as-of", ON, "--format", "json")
    assert [gap["entry"] for gap in json.loads(result.stdout)["gaps"]] == ["dublin-deck"]


def test_the_old_name_in_its_stead_is_told(run: Msglint, company: Path) -> None:
    Path("page.md").write_text(FULL.replace("Quiet Cabin", "Silent Coaches"), encoding="utf-8")
    result = run("coverage", "page.md", "--as-of", ON, *CUSTOMER, "--region", "GB", "--format", "markdown")
    assert "| Quiet Cabin | product | “Silent Coaches” |" in result.stdout


def test_a_channel_is_covered_by_all_its_documents_together(run: Msglint, company: Path) -> None:
    Path("msglint.yaml").write_text(
        "documents: [{match: '*.md', channel: script, audience: customer, region: GB}]\n", encoding="utf-8"
    )
    Path("one.md").write_text("Quiet Cabin: £49 a night.\n", encoding="utf-8")
    Path("two.md").write_text("A Deck Ticket with EARLY20.\n", encoding="utf-8")
    whole = json.loads(run("coverage", "--as-of", ON, "--format", "json").stdout)
    assert whole["gaps"] == []
    assert whole["groups"] == [{"name": "script", "documents": 2, "expected": 3, "said": 3}]
    single = json.loads(run("coverage", "--as-of", ON, "--format", "json", "--by", "document").stdout)
    assert [(gap["group"], gap["entry"]) for gap in single["gaps"]] == [
        ("one.md", "sea-pass"),
        ("one.md", "early-crossing"),
        ("two.md", "quiet-cabin"),
    ]


def test_an_old_post_answers_nobody_today(run: Msglint, company: Path) -> None:
    Path("2025-09-18-cabins.md").write_text("The Silent Coach, £49 a night. Deck Ticket. EARLY20", encoding="utf-8")
    result = run("coverage", "--as-of", ON, "--format", "json", *CUSTOMER, "--region", "GB")
    assert [gap["entry"] for gap in json.loads(result.stdout)["gaps"]] == ["quiet-cabin"]


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["page.md"], 0),
        (["page.md", "--fail-on-gap"], 1),
        (["page.md", "none.md", "--fail-on-gap"], 2),
        (["page.md", "broken.docx"], 2),
        (["full.md", "--fail-on-gap", "--audience", "customer", "--region", "GB"], 0),
    ],
)
def test_what_it_exits_with(run: Msglint, company: Path, arguments: list[str], status: int) -> None:
    Path("page.md").write_text("Nothing.\n", encoding="utf-8")
    Path("full.md").write_text(FULL, encoding="utf-8")
    Path("broken.docx").write_bytes(b"PK no")
    assert run("coverage", *arguments, "--as-of", ON).exit_code == status
