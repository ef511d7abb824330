"""A page in a real browser, alone: whatever it would load is refused and noted, whatever it complains of is noted."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
import shutil
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, sync_playwright
import pytest

PHONE, DESKTOP = (375, 720), (1280, 900)
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Visit:
    """A page that is open, and what it did that it should not."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def accessibility(self) -> list[str]:
        """What axe-core holds against the page as it stands: rule, impact and the first place of each."""
        found = Axe().run(self.page).response["violations"]
        return [f"{each['id']} ({each['impact']}): {each['nodes'][0]['html'][:200]}" for each in found]

    def overflows(self) -> bool:
        """Whether the page as a whole scrolls sideways."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        return wide


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium that is installed here; the test is skipped where there is none."""
    executable = next(filter(None, map(shutil.which, _NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium is installed here; `.ci/run` installs Debian's")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=[*_QUIET])
        yield browser
        browser.close()


@contextmanager
def visit(
    browser: Browser, file: Path, size: tuple[int, int] = DESKTOP, dark: bool = False, hash: str = "", **more: Any
) -> Iterator[Visit]:
    """The page in that file, at `size` in CSS pixels; `more` goes to playwright's new_context."""
    scheme = "dark" if dark else "light"
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, **more)
    page = context.new_page()
    visit = Visit(page)
    address = file.resolve().as_uri()

    def refuse_all_but_the_page(route: Route) -> None:
        if route.request.url.partition("#")[0] == address:
            route.continue_()
        else:
            visit.requests.append(route.request.url)
            route.abort()

    page.route("**/*", refuse_all_but_the_page)
    page.on("console", lambda message: visit.complaints.append(message.text))
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.goto(address + hash)
    yield visit
    context.close()
