"""What rich lays out, as text."""

from collections.abc import Iterable
import io

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text


def laid_out(parts: Iterable[RenderableType], color: bool, columns: int) -> str:
    """The parts one below the other; without colour it is plain. Lines of text are not wrapped, tables are."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=columns,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
    )
    for part in parts:
        console.print(part, soft_wrap=isinstance(part, Text))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def table(title: str, *heads: str, left: str = "", least: int = 30) -> Table:
    """A table without lines, its first column at least so wide, the others of numbers, but for `left`."""
    made = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    made.add_column(title, header_style="bold", overflow="fold", min_width=least)
    for head in heads:
        made.add_column(head, justify="left" if head == left else "right", overflow="fold")
    return made
