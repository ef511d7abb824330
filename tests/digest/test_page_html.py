"""`today`, `changes` and `glossary status` as pages, in a real browser."""

from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, expect
import pytest

from msglint.digest.changes import Changes, changes_page, took_effect
from msglint.digest.page import Page
from msglint.digest.renderers import html
from msglint.digest.sheet import active_sheet
from msglint.digest.sheet_page import sheet_page
from msglint.digest.view import View
from tests.browsing import DESKTOP, PHONE, visit
from tests.digest.company import TODAY, company

PAGES = {
    "today": lambda: sheet_page(active_sheet(company(), View(TODAY))),
    "customers": lambda: sheet_page(active_sheet(company(), View(TODAY, "customer"))),
    "changes": lambda: changes_page(Changes("May", "July", took_effect(company(), date(2026, 5, 1), TODAY), ())),
}
NARROW = "[...document.querySelectorAll('tbody th, tbody td:not(:empty)')].filter(cell => cell.offsetWidth < 60).length"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("name", PAGES)
def test_tables_can_be_read(browser: Browser, tmp_path: Path, name: str, size: tuple[int, int], dark: bool) -> None:
    made: Page = PAGES[name]()
    file = tmp_path / "page.html"
    file.write_text(html.render(made, color=False, width=100), encoding="utf-8")
    with visit(browser, file, size, dark) as visited:
        shown = visited.page
        assert shown.evaluate(NARROW) == 0, "a column so narrow breaks its words"
        expect(shown.get_by_role("rowheader").first).to_be_visible()
        assert shown.get_by_role("row").count() == sum(len(table.rows) + 1 for table in made.tables)
        assert visited.accessibility() == []
        assert not visited.overflows()
        assert (visited.complaints, visited.requests) == ([], [])
