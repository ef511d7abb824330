"""`msglint glossary publish`: the page in a real browser, what it never holds, and the folder it is written to."""

from collections.abc import Iterator
import json
from pathlib import Path
import re
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, expect
import pytest

from msglint.digest.publishing.cards import published
from msglint.digest.publishing.page import page
from msglint.digest.sheet import active_sheet
from msglint.digest.view import View
from msglint.glossary.load import parse_glossary
from msglint.model.glossary import Glossary
from tests.browsing import DESKTOP, PHONE, Visit, visit
from tests.cli.conftest import Msglint, folder, run  # noqa: F401
from tests.digest.company import COMPANY, TODAY, company

HOSTILE = """\
organization: "</title><script>alert(1)</script>"
terms:
  - term: "<script>alert(1)</script>"
    type: product
    superseded: {term: "Old <img src=x onerror=alert(1)>", until: 2026-01-01, why: "</script><!-- <script>"}
    definition: "&lt;b&gt; {{ 7 * 7 }} \\u202eturned"
    owner: '" onmouseover="alert(1)'
    facts: {"</dl><script>": ">= 4 </script>"}
  - {term: Main, owner: "a@b.example"}
  - {term: theme}
  - {term: "Grüße & Küsse"}
"""


def page_of(glossary: Glossary, view: View) -> str:
    return page(published(glossary, active_sheet(glossary, view)))


def write(glossary: Glossary, place: Path, view: View | None = None) -> Path:
    file = place / "index.html"
    file.write_text(page_of(glossary, view or View(TODAY, "internal")), encoding="utf-8")
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(company(), tmp_path)


@pytest.fixture
def visited(browser: Browser, file: Path) -> Iterator[Visit]:
    """The page of a small company, which must have done nothing wrong when the test is over."""
    with visit(browser, file) as visited:
        yield visited
        assert (visited.complaints, visited.requests) == ([], [])


def names(shown: Page) -> list[str]:
    return shown.locator("#_results h3").all_inner_texts()


def search(shown: Page, text: str) -> list[str]:
    shown.get_by_role("searchbox").fill(text)
    expect(shown).to_have_url(re.compile(rf"[#&]{re.escape(urlencode({'q': text}))}(&|$)"))
    return names(shown)


def test_an_entry_says_what_a_caller_asks(visited: Visit) -> None:
    entry = visited.page.locator("#quiet-cabin")
    for said in (
        "£49 per night incl. VAT, since 1 June 2026 until 30 June 2026",
        "€60 per night in IE, since 1 June 2026",
        "Early Crossing: 20% off, code EARLY20, from 1 June 2026 until 15 June 2026, say “terms apply”",
        "A cabin without calls.",
        "“Silent Coach” until 31 May (We run ferries now)",
        "1 July 2026: “Quiet Cabin” costs £5,248 per night instead of £49",
    ):
        expect(entry).to_contain_text(said)
    expect(entry.get_by_role("link", name="ines@bluepier.example")).to_have_attribute(
        "href", "mailto:ines@bluepier.example"
    )
    entry.get_by_text("More").click()
    expect(entry.get_by_text("until 31 May 2026")).to_be_visible()
    expect(visited.page.locator("#zephyr-lounge")).to_contain_text("proposed, not agreed")
    expect(visited.page.locator("#steam-bath")).to_contain_text("over, last day 20 May 2026")
    expect(visited.page.locator("#moonraker")).to_contain_text("not to be named before 25 June 2026")


@pytest.mark.parametrize(
    ("asked", "name", "why"),
    [
        ("quiet cabin", "Quiet Cabin", None),
        ("QUIET-CAB", "Quiet Cabin", None),
        ("silent coach", "Quiet Cabin", "“Silent Coach”: the old name until 31 May (We run ferries now)"),
        ("slient coaches", "Quiet Cabin", "“Silent Coach”: the old name until 31 May (We run ferries now)"),
        ("silentcoach", "Quiet Cabin", "“Silent Coach”: the old name until 31 May (We run ferries now)"),
        ("quiet cabbin", "Quiet Cabin", "Spelt “Quiet Cabin”"),
        ("qc", "Quiet Cabin", "“QC”: also right"),
        ("early20", "Early Crossing", "“EARLY20”: its code"),
        ("the skylark suite", "Family Cabin", "“Skylark Suite”: its name from 20 June"),
        ("without calls", "Quiet Cabin", "Speaks of it"),
    ],
)
def test_any_name_finds_what_it_is_called_now(visited: Visit, asked: str, name: str, why: str | None) -> None:
    assert search(visited.page, asked)[0] == name
    found = visited.page.locator("#_results > li").first.locator(".found")
    if why is None:
        expect(found).to_have_count(0)
    else:
        expect(found).to_have_text(why)


def test_what_nobody_calls_anything_finds_nothing(visited: Visit) -> None:
    assert search(visited.page, "printer paper") == []
    expect(visited.page.get_by_role("status")).to_contain_text("Nothing is called so here.")
    visited.page.get_by_role("button", name="Clear all").click()
    expect(visited.page.get_by_role("status")).to_have_text("12 entries")
    expect(visited.page.get_by_role("searchbox")).to_be_focused()


@pytest.mark.parametrize(
    ("label", "value", "kept", "gone"),
    [
        ("Kind", "offer", "Early Crossing", "Quiet Cabin"),
        ("Where", "IE", "Dublin Deck", None),
        ("May be told to", "customer", "Family Cabin", "Crew Rate"),
        ("May be told to", "partner", "Partner Deck", "Zephyr Lounge"),
    ],
)
def test_filters_stand_in_the_address(
    visited: Visit, browser: Browser, file: Path, label: str, value: str, kept: str, gone: str | None
) -> None:
    visited.page.get_by_label(label).select_option(value)
    expect(visited.page).to_have_url(re.compile(f"={value}$"))
    shown = names(visited.page)
    assert kept in shown
    assert gone not in shown
    with visit(browser, file, hash=visited.page.evaluate("location.hash")) as again:
        assert names(again.page) == shown


def test_a_region_has_its_own_prices(visited: Visit) -> None:
    visited.page.get_by_label("Where").select_option("IE")
    expect(visited.page.locator("#quiet-cabin .now")).to_have_text(["€60 per night in IE, since 1 June 2026"])
    expect(visited.page.locator("#family-cabin .now")).to_have_count(0)
    expect(visited.page.locator("#skylark-suite .now")).to_contain_text("£80 per night")


def test_an_entry_has_an_address(visited: Visit, browser: Browser, file: Path) -> None:
    with visit(browser, file, PHONE, hash="#early-crossing") as again:
        meant = again.page.locator(".entry.meant")
        expect(meant.get_by_role("heading")).to_have_text("Early Crossing")
        expect(meant).to_be_focused()
        expect(meant).to_be_in_viewport()
    search(visited.page, "dublin")
    visited.page.evaluate("location.hash = '#quiet-cabin'")
    expect(visited.page.locator(".entry.meant h3")).to_have_text("Quiet Cabin")


def test_the_keyboard_is_enough(visited: Visit) -> None:
    visited.page.keyboard.press("Tab")
    expect(visited.page.get_by_role("link", name="Skip to the content")).to_be_focused()
    visited.page.get_by_role("searchbox").focus()
    visited.page.keyboard.type("silent coach")
    expect(visited.page.locator("#_results > li")).to_have_count(1)
    visited.page.locator("#_results summary").focus()
    visited.page.keyboard.press("Enter")
    expect(visited.page.get_by_text("until 31 May 2026")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_is_accessible_and_fits(browser: Browser, file: Path, size: tuple[int, int], dark: bool) -> None:
    for hash in ("", "#q=silent+coach"):
        with visit(browser, file, size, dark, hash) as visited:
            for folded in visited.page.locator("summary:visible").all():
                folded.click()
            assert visited.accessibility() == []
            assert not visited.overflows()
            assert (visited.complaints, visited.requests) == ([], [])


def test_what_the_glossary_says_is_shown_and_never_run(browser: Browser, tmp_path: Path) -> None:
    glossary = parse_glossary(HOSTILE, "glossary.yaml")
    with visit(browser, write(glossary, tmp_path), PHONE) as visited:
        shown = visited.page
        shown.on("dialog", lambda dialog: visited.complaints.append(dialog.message))
        said = shown.locator("main").inner_text()
        for text in (
            "<script>alert(1)</script>",
            "Old <img src=x onerror=alert(1)>",
            "&lt;b&gt; {{ 7 * 7 }} \ufffdturned",
        ):
            assert text in said
        assert shown.locator("img").count() == 0
        assert search(shown, "grusse kusse") == ["Grüße & Küsse"]
        shown.evaluate("location.hash = '#main-2'")
        expect(shown.locator(".meant h3")).to_have_text("Main")
        assert visited.accessibility() == []
        assert not visited.overflows()
        assert (visited.complaints, visited.requests) == ([], [])


def test_thousands_of_entries_stay_usable(browser: Browser, tmp_path: Path) -> None:
    terms = "".join(
        f"  - {{term: Cabin {n} Deluxe, superseded: Coach {n} Classic, price: {n + 1} GBP}}\n" for n in range(5000)
    )
    with visit(browser, write(parse_glossary(f"terms:\n{terms}", "glossary.yaml"), tmp_path)) as visited:
        expect(visited.page.get_by_role("status")).to_have_text("5,000 entries")
        assert visited.page.locator("#_results > li").count() == 50, "no more than is looked at"
        assert search(visited.page, "coahc 4711 clasic") == ["Cabin 4711 Deluxe"]
        visited.page.evaluate("location.hash = '#cabin-4999-deluxe'")
        expect(visited.page.locator(".entry.meant")).to_be_focused()


def test_without_script_the_entries_are_there(browser: Browser, file: Path) -> None:
    with visit(browser, file, PHONE, java_script_enabled=False, hash="#early-crossing") as visited:
        expect(visited.page.locator("#early-crossing")).to_be_in_viewport()
        expect(visited.page.locator("#_results > li")).to_have_count(12)
        expect(visited.page.locator("#_filters")).to_be_hidden()


def test_it_prints_without_the_controls(visited: Visit) -> None:
    visited.page.emulate_media(media="print", color_scheme="dark")
    expect(visited.page.locator("#_filters")).to_be_hidden()
    expect(visited.page.locator("#quiet-cabin")).to_be_visible()


SECRET = re.compile(
    "skylark|moonraker|9,?517|zephyr|11 GBP|lark10|lark days|5,?248|crew rate|ines@|MQL|kwiet|ferries"
    "|partner deck|the lark project",
    re.IGNORECASE,
)


def test_customers_are_told_nothing_that_is_under_embargo_or_internal(run: Msglint) -> None:  # noqa: F811
    Path("glossary.yaml").write_text(COMPANY, encoding="utf-8")
    told = run("glossary", "publish", "out", "--audience", "customer", "--as-of", TODAY.isoformat())
    assert told.exit_code == 0, told.output
    files = sorted(Path("out").iterdir())
    assert [file.name for file in files] == ["glossary.json", "index.html", "today.csv"]
    for file in files:
        text = file.read_text(encoding="utf-8")
        assert "Quiet Cabin" in text
        assert not SECRET.findall(text), file
    run("glossary", "publish", "out", "--as-of", TODAY.isoformat())
    assert SECRET.search(Path("out/index.html").read_text(encoding="utf-8")), "our own people are told"


def test_the_same_day_makes_the_same_bytes(run: Msglint) -> None:  # noqa: F811
    for out in ("one", "two", "two"):
        assert run("glossary", "publish", out, "--as-of", "2026-06-10").exit_code == 0
    for name in ("index.html", "glossary.json", "today.csv"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()
    data = json.loads(Path("one/glossary.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in data["entries"]] == ["Meals for Teams"]


@pytest.mark.parametrize("name", ["index.html", "today.csv", "glossary.json"])
def test_files_of_others_are_left_alone(run: Msglint, name: str) -> None:  # noqa: F811
    Path("out").mkdir()
    Path("out", name).write_text("<!doctype html>mine", encoding="utf-8")
    told = run("glossary", "publish", "out")
    assert told.exit_code == 2
    assert f"out/{name}: is there already" in told.stderr
    assert [(file.name, file.read_text("utf-8")) for file in Path("out").iterdir()] == [(name, "<!doctype html>mine")]


def test_a_folder_that_is_a_file_is_refused(run: Msglint) -> None:  # noqa: F811
    told = run("glossary", "publish", "glossary.yaml")
    assert told.exit_code == 2
    assert "cannot be made a folder" in told.stderr


TELLING = """\
terms:
  - {term: Skylark Suite, type: product, valid_from: 2026-07-01, superseded: Family Cabin}
  - {term: Access, type: product, status: proposed}
  - {term: Crew Rate, scope: {audience: [internal]}}
  - {term: Night, definition: "A night in the Skylark Suite.", first_use: "Night, see Crew-Rate"}
  - {term: Deck, definition: "Access to the deck."}
  - {term: Stairs, definition: "They give access to a family cabin.", facts: {steps: 12}}
"""


@pytest.mark.parametrize("command", [["glossary", "publish", "out"], ["today", "--format", "csv"]])
def test_texts_that_give_something_away_are_left_out_and_told(run: Msglint, command: list[str]) -> None:  # noqa: F811
    Path("glossary.yaml").write_text(TELLING, encoding="utf-8")
    outside = run(*command, "--audience", "customer", "--as-of", "2026-06-10")
    assert outside.exit_code == 0
    told = [line for line in outside.stderr.splitlines() if "left out" in line]
    assert [re.findall("“(.*?)”", line) for line in told] == [
        ["Night", "Skylark Suite"],
        ["Night", "Crew Rate"],
        ["Deck", "Access"],
    ]
    written = outside.stdout + "".join(file.read_text(encoding="utf-8") for file in Path().glob("out/*"))
    assert not re.search("Skylark|Crew|Access", written)
    assert "They give access to a family cabin." in written
    inside = run("today", "--as-of", "2026-06-10", "--format", "csv")
    assert "A night in the Skylark Suite" in inside.stdout
    assert "left out" not in inside.stderr
