"""Pages of the site in a real browser: usable by keyboard and screen reader, as narrow as a phone, searched offline."""

from pathlib import Path
from typing import Any

import pytest

from tests.browsing import DESKTOP, PHONE, Visit

PAGES = ("index", "comparison", "how-it-decides", "reference/rules/NAM101")


def _open(browser: Any, address: str, size: tuple[int, int], scheme: str) -> Visit:
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    visit = Visit(context.new_page())
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.goto(address)
    return visit


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (DESKTOP, "light")])
def test_pages_can_be_read_by_all(browser: Any, site: Path, name: str, size: tuple[int, int], scheme: str) -> None:
    visit = _open(browser, (site / f"{name}.html").as_uri(), size, scheme)
    assert [each for each in visit.accessibility() if "(serious)" in each or "(critical)" in each] == []
    assert not visit.overflows()
    assert [url for url in visit.requests if not url.startswith(("file:", "data:"))] == []
    visit.page.context.close()


def test_the_search_finds_pages_offline(browser: Any, site: Path) -> None:
    visit = _open(browser, (site / "search.html").as_uri() + "?q=baseline", DESKTOP, "light")
    visit.page.wait_for_selector("#search-results a[href^='adopt.html']")
    visit.page.context.close()
