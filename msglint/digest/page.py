"""Anything told, laid out: a title, a few lines, titled tables. What every renderer knows, and all that it knows."""

from collections.abc import Sequence
from typing import NamedTuple


class Table(NamedTuple):
    """Rows of as many cells as there are columns; a cell may be empty."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Page(NamedTuple):
    """`lead` are lines below the title; `empty` is said where there is no table."""

    title: str
    lead: tuple[str, ...]
    tables: tuple[Table, ...]
    empty: str = ""


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table without the columns that no row fills."""
    kept = [index for index in range(len(columns)) if any(row[index] for row in rows)]
    return Table(title, tuple(columns[i] for i in kept), tuple(tuple(row[i] for i in kept) for row in rows))


def page(title: str, lead: Sequence[str], tables: Sequence[Table], empty: str = "") -> Page:
    """A page without tables that have no rows."""
    return Page(title, tuple(filter(None, lead)), tuple(one for one in tables if one.rows), empty)
