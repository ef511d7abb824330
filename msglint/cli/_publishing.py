"""A run of `msglint glossary publish`."""

from pathlib import Path

from msglint import registry
from msglint.cli._discretion import told_of
from msglint.cli._output import tell, width
from msglint.cli._pages import RENDERERS
from msglint.cli._settings import settings_of
from msglint.digest.as_json import by_lines
from msglint.digest.publishing.cards import published
from msglint.digest.publishing.folder import DATA, PAGE, TABLE, write_folder
from msglint.digest.publishing.page import page
from msglint.digest.sheet import Sheet, active_sheet
from msglint.digest.sheet_page import sheet_page
from msglint.digest.view import View
from msglint.text.counting import entries_counted
from msglint.text.showing import shown
from msglint.uncollected import uncollected


def run(folder: str, view: View, days: int, title: str | None, glossary: str | None, config: str | None) -> None:
    """Make the page and what stands beside it, and say where."""
    with uncollected():
        read = told_of(settings_of(config, glossary), view)
        sheet = active_sheet(read, view, days)
        found = published(read, sheet)
        files = {
            PAGE: page(found, title).encode(),
            DATA: "".join(by_lines(found)).encode(),
            TABLE: _table(sheet),
        }
    write_folder(Path(folder), files)
    tell(f"{entries_counted(len(found.entries))} published: {shown(Path(folder) / PAGE)}{_size(len(files[PAGE]))}")


def _table(sheet: Sheet) -> bytes:
    renderer = registry.load(RENDERERS, "csv")
    text: str = renderer.render(sheet_page(sheet), color=False, width=width())
    return text.encode(renderer.ENCODING)


def _size(count: int) -> str:
    """A number of bytes, where it is worth telling."""
    return f" ({count / 1_000_000:.1f} MB)" if count >= 1_000_000 else ""
