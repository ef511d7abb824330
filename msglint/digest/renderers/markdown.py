"""Markdown, for wikis, mails and pull requests."""

from collections.abc import Iterator, Sequence

from msglint.digest.page import Page, Table
from msglint.text.escaping import for_markdown


def render(page: Page, *, color: bool, width: int) -> str:
    return "\n".join(_lines(page)) + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield f"# {for_markdown(page.title)}"
    for line in page.lead:
        yield from ("", for_markdown(line))
    for table in page.tables:
        yield from ("", f"## {for_markdown(table.title)}", "")
        yield from _table(table)
    if not page.tables and page.empty:
        yield from ("", for_markdown(page.empty))


def _table(table: Table) -> Iterator[str]:
    yield _row(table.columns)
    yield _row(["---"] * len(table.columns))
    for row in table.rows:
        yield _row([for_markdown(cell) for cell in row])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
