"""The site builds without a warning, and every link in it leads somewhere."""

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msglint import registry
from msglint.cli._standard import rules_of
from msglint.config.settings import Settings


class _Page(HTMLParser):
    """The links and anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.anchors |= {value for key in ("id", "name") if (value := said.get(key))}
        self.links |= {value for key in ("href", "src") if (value := said.get(key))}


def test_every_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    pages = {}
    for file in site.rglob("*.html"):
        page = pages[file.resolve()] = _Page()
        page.feed(file.read_text(encoding="utf-8"))
    assert len(pages) > 30
    broken = []
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            if not target.exists():
                broken.append(f"{file.name}: {link}")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].anchors:
                broken.append(f"{file.name}: {link} (no such place)")
    assert broken == []


def test_every_command_rule_and_setting_has_its_place(site: Path) -> None:
    commands = (site / "reference" / "commands.html").read_text(encoding="utf-8")
    assert [name for name in registry.names("msglint.cli") if f'id="msglint-{name}"' not in commands] == []
    assert [code for code in rules_of(Settings()) if not (site / "reference" / "rules" / f"{code}.html").exists()] == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    for file in site.rglob("*.html"):
        page = _Page()
        page.feed(file.read_text(encoding="utf-8"))
        loaded = [link for link in page.links if urlsplit(link).netloc and link.endswith((".js", ".css", ".woff2"))]
        assert loaded == [], file
