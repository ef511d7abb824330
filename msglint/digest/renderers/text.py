"""For a terminal: aligned columns, wrapped to its width."""

import io

from msglint.digest.page import Page, Table
from msglint.text.showing import visible

_LEAST_WIDTH = 40


def render(page: Page, *, color: bool, width: int) -> str:
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(
        file=out, force_terminal=color, color_system="standard" if color else None, no_color=not color,
        width=max(width, _LEAST_WIDTH), legacy_windows=False, highlight=False, emoji=False, markup=False,
    )  # fmt: skip
    console.print(Text(visible(page.title), "bold"))
    for line in page.lead:
        console.print(Text(visible(line)))
    for table in page.tables:
        console.print()
        console.print(Text(visible(table.title), "bold"))
        console.print(_drawn(table))
    if not page.tables and page.empty:
        console.print(Text(visible(page.empty)))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _drawn(table: Table) -> object:
    from rich.padding import Padding
    from rich.table import Table as Drawn
    from rich.text import Text

    drawn = Drawn(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for index, column in enumerate(table.columns):
        words = any(" " in row[index] for row in table.rows)  # an address is not cut, other columns give way
        drawn.add_column(column, overflow="fold", no_wrap=not words)
    for row in table.rows:
        drawn.add_row(*(Text(visible(cell)) for cell in row))
    return Padding(drawn, (0, 0, 0, 2))
