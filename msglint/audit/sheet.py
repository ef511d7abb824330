"""One sheet of a workbook, written row by row within what Excel takes.

Limits: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from msglint.audit.table import Cell
from msglint.model.scale import Severity
from msglint.text.counting import counted
from msglint.text.showing import visible

MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
MOST_CHARACTERS = 32_767
"""Of a cell, as UTF-16 counts them."""

_FIRST_DAY = date(1900, 3, 1)
"""Before it Excel's calendar has a day that never was; such days are written as text."""
_LINE, _MOST_LINES = 15, 6
"""Height of a line in points, and how many a row shows: LibreOffice makes no room for wrapped text by itself."""
_SEVERITIES = {Severity.ERROR: "#9C0006", Severity.WARNING: "#7F5A00"}


class Styles(Struct, frozen=True):
    """Formats of a workbook."""

    head: Any
    text: Any
    number: Any
    day: Any
    link: Any
    plain: Any
    strong: Any
    severities: Mapping[Severity, Any]

    @classmethod
    def of(cls, book: Any) -> "Styles":
        wrapped = {"valign": "top", "text_wrap": True}
        return cls(
            head=book.add_format({**wrapped, "bold": True, "bg_color": "#E8E8E8", "bottom": 1}),
            number=book.add_format({"valign": "top", "align": "right"}),
            text=book.add_format(wrapped),
            day=book.add_format({"valign": "top", "num_format": "yyyy-mm-dd"}),
            link=book.add_format({**wrapped, "font_color": "#0563C1", "underline": 1}),
            plain=book.add_format(),
            strong=book.add_format({"bold": True}),
            severities={
                severity: book.add_format({**wrapped, "bold": True, "font_color": color})
                for severity, color in _SEVERITIES.items()
            },
        )


class Sheet:
    """A sheet that grows downward. What does not fit is counted; `cuts` tells of it."""

    def __init__(
        self, book: Any, styles: Styles, name: str, heads: Sequence[tuple[str, int]], filtered: bool = True
    ) -> None:
        """`heads` are the columns' heads and widths in characters; with `filtered` they stand in the first row."""
        self.name, self._styles, self._widths = name, styles, [width for _, width in heads]
        self._rows = self._links = 0
        self._lost_rows = self._lost_links = self._shortened = 0
        self._sheet = book.add_worksheet(name)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        if filtered:
            self._sheet.freeze_panes(1, 0)
            self._sheet.repeat_rows(0)
            self.head([head for head, _ in heads])

    def head(self, heads: Sequence[str]) -> None:
        """A row of heads."""
        for column, head in enumerate(heads):
            self._sheet.write_string(self._rows, column, self._text(head), self._styles.head)
        self._rows += 1

    def say(self, text: str, strong: bool = False) -> None:
        """A line of text that runs over the columns."""
        self._sheet.write_string(self._rows, 0, self._text(text), self._styles.strong if strong else self._styles.plain)
        self._rows += 1

    def add(self, cells: Sequence[Cell], first: Any = None, links: Mapping[int, str | None] | None = None) -> None:
        """A row; `first` is the style of its first cell, `links` the addresses of cells by their number."""
        if self._rows >= MOST_ROWS:
            self._lost_rows += 1
            return
        if (lines := self._lines(cells)) > 1:
            self._sheet.set_row(self._rows, lines * _LINE)
        for column, cell in enumerate(cells):
            style = first if first and column == 0 else self._styles.text
            self._write(column, cell, style, links.get(column) if links else None)
        self._rows += 1

    def finish(self, printed: int | None = None) -> None:
        """Let the rows be filtered by the first one, and only so many columns be printed; None for all."""
        if printed:
            self._sheet.print_area(0, 0, max(self._rows - 1, 0), printed - 1)
        self._sheet.autofilter(0, 0, max(self._rows - 1, 0), len(self._widths) - 1)

    def cuts(self) -> Iterator[str]:
        """What did not fit, in words."""
        if self._lost_rows:
            yield f"{counted(self._lost_rows, 'row')} more than Excel takes, not here, but in the file of --csv"
        if self._lost_links:
            yield f"{counted(self._lost_links, 'row')} without a link, of which Excel takes {MOST_LINKS:,}"
        if self._shortened:
            yield f"{counted(self._shortened, 'text')} cut after {MOST_CHARACTERS:,} characters, as many as Excel takes"

    def _write(self, column: int, cell: Cell, style: Any, address: str | None) -> None:
        """Text is written as text, whatever it looks like: no cell becomes a formula."""
        if cell is None:
            return
        if isinstance(cell, int):
            self._sheet.write_number(self._rows, column, cell, self._styles.number)
        elif isinstance(cell, date) and cell >= _FIRST_DAY:
            self._sheet.write_datetime(self._rows, column, cell, self._styles.day)
        elif address and self._may_link():
            text = self._text(str(cell))
            self._sheet.write_url(self._rows, column, f"external:{address}", self._styles.link, text)
        else:
            self._sheet.write_string(self._rows, column, self._text(str(cell)), style)

    def _lines(self, cells: Sequence[Cell]) -> int:
        """How many lines the longest text of a row takes, about."""
        texts = zip(cells, self._widths, strict=True)
        lines = max((-(-len(cell) // width) for cell, width in texts if isinstance(cell, str)), default=1)
        return min(lines, _MOST_LINES)

    def _may_link(self) -> bool:
        if self._links >= MOST_LINKS:
            self._lost_links += 1
            return False
        self._links += 1
        return True

    def _text(self, text: str) -> str:
        """What a cell can hold of it."""
        shown = visible(text)
        if len(shown) <= MOST_CHARACTERS // 2:
            return shown
        units = shown.encode("utf-16-le")
        if len(units) <= 2 * MOST_CHARACTERS:
            return shown
        self._shortened += 1
        return units[: 2 * (MOST_CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"
