"""The audit's page in a real browser: what it shows, finds, filters and refuses to run."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
import re
from urllib.parse import urlencode

from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect
import pytest

from msglint.audit.history.record import record
from msglint.audit.history.scope import Scope
from msglint.audit.history.trend import Trend, trend_of
from msglint.audit.model import Audit
from msglint.audit.page import page
from tests.audit.audits import audit_of_texts, big_audit
from tests.browsing import DESKTOP, PHONE, Visit, visit

TEXTS = {
    "mails/june.md": "---\nmsglint: {channel: email, audience: customer}\n---\n\nThe Silent Coach for £44 a night.",
    "scripts/call.md": "---\nmsglint: {channel: script, audience: internal}\n---\n\nThe Dock Walk.\n\nA Sun Ticket?",
    "scripts/old/hold.md": "---\nmsglint: {channel: script}\n---\n\nSilent coaches are the Quiet Cabin now, say all.",
    "right.md": "The Quiet Cabin and the Harbour Tour.",
}
HOSTILE = {
    "a<img src=x onerror=alert(1)>.md": "The Silent Coach <script>alert(1)</script></script><!-- <script> is here.",
    'b" onmouseover="alert(1).md': "\u202eThe Silent Coach\u202c \x07 \u200f <img src=x onerror=alert(1)> {{ 7 * 7 }}",
    "c</script><script>alert(1)</script>.txt": "</title></style></template>The Silent Coach\x1b[31m & &lt;b&gt;",
    "d\udcff\n\u202e.md": "The Silent Coach.",
}


def write(audit: Audit, folder: Path, trend: Trend | None = None) -> Path:
    file = folder / "audit.html"
    file.write_bytes(page(audit, trend).encode("utf-8", "backslashreplace"))
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write(audit_of_texts(tmp_path, TEXTS), tmp_path)


@pytest.fixture
def visited(browser: Browser, file: Path) -> Iterator[Visit]:
    """The page of a small company, which must have done nothing wrong when the test is over."""
    with visit(browser, file) as visited:
        yield visited
        assert (visited.complaints, visited.requests) == ([], [])


def places(shown: Page) -> list[str]:
    return shown.locator("#results .place").all_inner_texts()


def wait_for(shown: Page, holds: Callable[[list[str]], bool]) -> list[str]:
    """The places shown once that holds of them: results follow a link a moment after it was clicked."""
    for _ in range(100):
        if holds(found := places(shown)):
            return found
        shown.wait_for_timeout(50)
    raise AssertionError(f"still shown after five seconds: {found}")


def only(*documents: str) -> Callable[[list[str]], bool]:
    return lambda found: {place.partition(":")[0] for place in found} == {*documents}


def wait_for_address(shown: Page, name: str, value: str) -> None:
    """What is typed is looked for when the typing pauses; then it stands in the address."""
    expect(shown).to_have_url(re.compile(rf"[#&]{re.escape(urlencode({name: value}))}(&|$)"))


def search(shown: Page, text: str) -> None:
    shown.get_by_label("Search").fill(text)
    wait_for_address(shown, "q", text)


def test_every_finding_says_where_what_instead_why_and_whom_to_ask(visited: Visit) -> None:
    finding = visited.page.locator(".finding", has_text="mails/june.md").filter(has_text="Silent Coach").first
    expect(finding.locator("mark")).to_have_text("Silent Coach")
    expect(finding.locator("blockquote")).to_contain_text("The Silent Coach for £44 a night.")
    expect(finding.locator(".instead")).to_have_text("Say instead: Quiet Cabin")
    finding.get_by_text("Why it matters").click()
    expect(finding.locator("[data-slot=why]")).to_be_visible()
    expect(finding.locator("[data-slot=owner]")).to_have_text("ines@bluepier.example")
    expect(finding.locator("[data-slot=since]")).to_have_text("2026-03-01")
    expect(finding.locator("[data-slot=channel]")).to_have_text("email")


def test_the_search_looks_for_all_words_everywhere(visited: Visit) -> None:
    everything = len(places(visited.page))
    search(visited.page, "DOCK scripts/")
    assert [place.partition(":")[0] for place in places(visited.page)] == ["scripts/call.md"]
    expect(visited.page.get_by_role("status")).to_have_text(f"1 of {everything} findings")
    search(visited.page, "nobody says this")
    expect(visited.page.get_by_role("status")).to_have_text("No finding is like that: clear a filter.")
    visited.page.get_by_role("button", name="Clear all").click()
    expect(visited.page.locator("#results .finding")).to_have_count(everything)


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [
        ("Entry", "harbour-tour", {"scripts/call.md"}),
        ("Rule", "NAM101", {"mails/june.md", "scripts/call.md", "scripts/old/hold.md"}),
        ("Owner", "olaf@bluepier.example", {"scripts/call.md"}),
        ("Channel", "email", {"mails/june.md"}),
        ("Folder", "scripts", {"scripts/call.md", "scripts/old/hold.md"}),
        ("Folder", "scripts/old", {"scripts/old/hold.md"}),
        ("Certainty", "certain", {"mails/june.md", "scripts/call.md", "scripts/old/hold.md"}),
    ],
)
def test_filters_keep_what_is_asked_for_and_stand_in_the_address(
    visited: Visit, browser: Browser, file: Path, label: str, value: str, expected: set[str]
) -> None:
    visited.page.get_by_label(label, exact=True).select_option(value)
    wait_for_address(visited.page, label.lower(), value)
    kept = places(visited.page)
    assert {place.partition(":")[0] for place in kept} == expected
    with visit(browser, file, hash=visited.page.evaluate("location.hash")) as again:
        assert places(again.page) == kept
        expect(again.page.get_by_label(label, exact=True)).to_have_value(value)


def test_sorting(visited: Visit) -> None:
    visited.page.get_by_label("Sort by").select_option("document")
    wait_for_address(visited.page, "sort", "document")
    by_document = [place.partition(":")[0] for place in places(visited.page)]
    assert by_document == sorted(by_document)
    assert len(by_document) > 3


def test_the_address_of_a_finding_leads_to_it_whatever_is_filtered(
    visited: Visit, browser: Browser, file: Path
) -> None:
    target = visited.page.locator("#results .finding").last
    id = target.get_attribute("id")
    place = target.locator(".place").inner_text()
    with visit(browser, file, hash=f"#{id}") as again:
        expect(again.page.locator(".finding.meant .place")).to_have_text(place)
        expect(again.page.locator(".finding.meant")).to_be_focused()
        expect(again.page.locator(".finding.meant")).to_be_in_viewport()
    search(visited.page, "dock")
    visited.page.evaluate("id => { location.hash = id; }", id)
    expect(visited.page.locator(".finding.meant .place")).to_have_text(place)


def test_links_of_the_charts_and_tables_show_what_is_behind_them(visited: Visit) -> None:
    visited.page.get_by_role("link", name="Harbour Tour").click()
    expect(visited.page.get_by_label("Entry")).to_have_value("harbour-tour")
    wait_for(visited.page, lambda found: len(found) == 1)
    visited.page.get_by_role("link", name="mails/june.md", exact=True).click()
    wait_for(visited.page, only("mails/june.md"))
    expect(visited.page.get_by_label("Entry")).to_have_value("")
    visited.page.get_by_role("button", name="Show all documents").click()
    wait_for(visited.page, lambda found: len(found) > 3)


def test_an_address_that_asks_for_what_is_no_more_shows_nothing_else(browser: Browser, file: Path) -> None:
    with visit(browser, file, hash="#owner=gone%40bluepier.example") as visited:
        expect(visited.page.get_by_role("status")).to_have_text("No finding is like that: clear a filter.")
        expect(visited.page.get_by_label("Owner", exact=True)).to_have_value("gone@bluepier.example")
        visited.page.get_by_role("button", name="Clear all").click()
        expect(visited.page.get_by_label("Owner", exact=True)).to_have_value("")
        wait_for(visited.page, lambda found: len(found) > 3)


def test_charts_by_every_side_have_the_first_and_fold_the_others(browser: Browser, tmp_path: Path) -> None:
    texts = {f"folder-{number:02}/a.md": "The Silent Coach." for number in range(14)}
    with visit(browser, write(audit_of_texts(tmp_path, texts), tmp_path)) as visited:
        folder = visited.page.get_by_role("link", name="folder-13", exact=True)
        expect(folder).to_be_hidden()
        visited.page.get_by_text("4 more", exact=True).click()
        folder.click()
        wait_for(visited.page, only("folder-13/a.md"))
        visited.page.get_by_role("link", name="NAM101 superseded-name").click()
        expect(visited.page.get_by_role("status")).to_have_text("14 findings")
        assert visited.accessibility() == []


def test_the_keyboard_is_enough(visited: Visit) -> None:
    visited.page.keyboard.press("Tab")
    expect(visited.page.get_by_role("link", name="Skip to the content")).to_be_focused()
    visited.page.keyboard.press("Enter")
    expect(visited.page.locator("main")).to_be_focused()
    visited.page.get_by_label("Search").focus()
    visited.page.keyboard.type("dock")
    expect(visited.page.locator("#results .finding")).to_have_count(1)
    visited.page.locator("#results summary").focus()
    visited.page.keyboard.press("Enter")
    expect(visited.page.locator("#results [data-slot=why]")).to_be_visible()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_is_accessible_and_fits(browser: Browser, file: Path, size: tuple[int, int], dark: bool) -> None:
    with visit(browser, file, size, dark) as visited:
        for folded in visited.page.locator("summary").all():
            folded.click()
        assert visited.accessibility() == []
        assert not visited.overflows()
        assert (visited.complaints, visited.requests) == ([], [])


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_documents_say_is_shown_and_never_run(browser: Browser, tmp_path: Path, size: tuple[int, int]) -> None:
    file = write(audit_of_texts(tmp_path, HOSTILE), tmp_path)
    with visit(browser, file, size) as visited:
        visited.page.on("dialog", lambda dialog: visited.complaints.append(dialog.message))
        said = visited.page.locator("#results").inner_text()
        assert "<script>alert(1)</script></script><!-- <script> is here." in said
        assert "<img src=x onerror=alert(1)> {{ 7 * 7 }}" in said
        assert "&lt;b&gt;" in said
        assert not re.search("[\u202e\x07\x1b]", visited.page.content())
        assert visited.page.locator("img").count() == 0
        for label in ("Folder", "Entry"):
            visited.page.get_by_label(label, exact=True).select_option(index=1)
        visited.page.get_by_role("link", name="a<img").first.click()
        expect(visited.page.locator("#only-document bdi")).to_have_text("a<img src=x onerror=alert(1)>.md")
        visited.page.get_by_role("link", name="d\ufffd\ufffd\ufffd.md", exact=True).click()
        assert [place.partition(":")[0] for place in places(visited.page)] == ["d\ufffd\ufffd\ufffd.md"]
        assert visited.accessibility() == []
        assert not visited.overflows()
        assert (visited.complaints, visited.requests) == ([], [])


def test_ten_thousand_findings_stay_usable(browser: Browser, tmp_path: Path) -> None:
    file = write(big_audit(tmp_path, 10_000), tmp_path)
    with visit(browser, file) as visited:
        shown = visited.page
        expect(shown.get_by_role("status")).to_have_text("10,000 findings")
        assert shown.locator("#results .finding").count() <= 100, "no more than is looked at"
        shown.get_by_role("button", name="Show 50 more").click()
        assert shown.locator("#results .finding").count() == 100
        search(shown, "script-999 walk")
        assert {place.partition(":")[0] for place in places(shown)} == {"drive/39/3/script-999.md"}
        shown.get_by_role("button", name="Clear all").click()
        expect(shown.get_by_role("status")).to_have_text("10,000 findings")
        shown.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(shown.get_by_role("status")).to_have_text("The first 1,000 of 10,000 findings")
        shown.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(shown.get_by_role("status")).to_have_text("10,000 findings")
        last = shown.evaluate("pageData('data').findings.at(-1).id")
        shown.evaluate("id => { location.hash = id; }", last)
        expect(shown.locator(f"#{last}")).to_be_focused()
        assert (visited.complaints, visited.requests) == ([], [])


def test_without_script_the_essentials_are_there(browser: Browser, tmp_path: Path) -> None:
    file = write(big_audit(tmp_path, 1000), tmp_path)
    with visit(browser, file, PHONE, java_script_enabled=False) as visited:
        shown = visited.page
        expect(shown.get_by_role("status")).to_have_text("The first 100 of 1,000 findings, worst first.")
        assert shown.locator("#results .finding").count() == 100
        expect(shown.get_by_text("Alignment score:")).to_be_visible()
        expect(shown.get_by_text("Documents with the most to do")).to_be_visible()
        expect(shown.locator("#filters")).to_be_hidden()
        expect(shown.locator("#theme")).to_be_hidden()


def test_it_prints_all_that_was_asked_for_without_the_controls(visited: Visit) -> None:
    visited.page.emulate_media(media="print", color_scheme="dark")
    expect(visited.page.locator("#filters")).to_be_hidden()
    expect(visited.page.locator("#theme")).to_be_hidden()
    expect(visited.page.locator("#results .finding").first).to_be_visible()
    assert visited.page.evaluate("getComputedStyle(document.querySelector('.card')).backgroundColor").endswith(
        "(255, 255, 255)"
    )


@pytest.mark.parametrize(
    ("texts", "more", "expected"),
    [
        ({"a.md": "The Quiet Cabin."}, {}, "Nothing disagrees with the glossary."),
        ({"a.md": "Tea."}, {}, "No alignment score"),
        ({}, {}, "No alignment score"),
        ({"a.md": "The Silent Coach."}, {"interrupted": True}, "This audit was interrupted."),
    ],
)
def test_what_there_is_to_say_where_there_is_little(
    browser: Browser, tmp_path: Path, texts: dict[str, str], more: dict[str, bool], expected: str
) -> None:
    file = write(audit_of_texts(tmp_path, texts, **more), tmp_path)
    with visit(browser, file) as visited:
        expect(visited.page.get_by_text(expected)).to_be_visible()
        assert visited.accessibility() == []
        assert (visited.complaints, visited.requests) == ([], [])


def test_the_trend_is_drawn_and_in_tables(browser: Browser, tmp_path: Path) -> None:
    stale = "The Silent Coach.\n\nThe Dock Walk.\n\nA Sun Ticket.\n"
    texts = [
        {"a.md": stale, "b.md": "A Dock Walk."},
        {"a.md": stale.replace("Dock Walk", "Harbour Tour"), "b.md": "A Dock Walk."},
        {"a.md": stale, "b.md": "A Harbour Tour.", "c.md": "Sun Tickets."},
    ]
    file, scope = str(tmp_path / "history.sqlite"), Scope(("drive",))
    for month, documents in enumerate(texts, start=4):
        audit = replace(audit_of_texts(tmp_path, documents), as_of=date(2026, month, 5))
        record(file, audit, scope)
    page = write(audit, tmp_path, trend_of(file, scope))
    for size, dark in ((PHONE, True), (DESKTOP, False)):
        with visit(browser, page, size, dark) as visited:
            told = "As of 2026-06-05, against 2026-05-05: 1 new, 1 came back, 1 mended or gone."
            expect(visited.page.get_by_text(told)).to_be_visible()
            visited.page.get_by_text("The numbers").last.click()
            expect(visited.page.get_by_role("row", name="2026-05-05 3 0 1 0")).to_be_visible()
            expect(visited.page.get_by_role("row", name="Harbour Tour 0 1 1 1 50")).to_be_visible()
            expect(visited.page.get_by_role("row", name="olaf@bluepier.example 0 1 1 1 50")).to_be_visible()
            expect(visited.page.get_by_role("img", name="Alignment score")).to_be_visible()
            assert visited.accessibility() == []
            assert not visited.overflows()


def test_addresses_of_findings_stay_the_same_from_audit_to_audit(tmp_path: Path) -> None:
    ids: Callable[[Audit], list[str]] = lambda audit: re.findall(r'id="(f-\w+)"', page(audit))  # noqa: E731
    before = ids(audit_of_texts(tmp_path, TEXTS))
    after = ids(audit_of_texts(tmp_path, {**TEXTS, "more/new.md": "A Sun Ticket.\n"}))
    assert len(set(before)) == len(before)
    assert set(before) < set(after)
