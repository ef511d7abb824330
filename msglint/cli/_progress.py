"""A progress bar, only where somebody waits and watches."""

from collections.abc import Iterable, Iterator
import sys
import time
from typing import TypeVar

_PATIENCE = 1.0
"""Seconds before a bar is shown: shorter runs would only flicker."""

Item = TypeVar("Item")


def watched(items: Iterable[Item], total: int, hidden: bool = False) -> Iterator[Item]:
    """The items, with a bar on standard error once they take longer than a second and a terminal shows it."""
    iterator = iter(items)
    if hidden or not sys.stderr.isatty():
        yield from iterator
        return
    started = time.monotonic()
    for done, item in enumerate(iterator, start=1):
        yield item
        if time.monotonic() - started > _PATIENCE:
            yield from _with_bar(iterator, done, total)


def _with_bar(items: Iterator[Item], done: int, total: int) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TimeRemainingColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:,.0f} documents/s" if task.speed else "")

    columns = ("checking", BarColumn(), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, completed=done)
        for item in items:
            yield item
            progress.advance(task)
