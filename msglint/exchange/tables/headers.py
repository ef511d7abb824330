"""The row of a sheet that names its columns, wherever it stands and in whatever order the columns are."""

from collections.abc import Sequence
import difflib

from msgspec import Struct

from msglint.errors import Problem
from msglint.exchange.incoming import Placed, problem_at
from msglint.exchange.tables.columns import COLUMNS, ENTRY, FIRST, ID, NAME, Column, by_header, folded, meant
from msglint.exchange.tables.sheet import Cell, Sheet, is_blank

_DEEPEST = 20
"""Rows in which a header is looked for: titles and remarks stand above it."""


class Header(Struct, frozen=True):
    """`row` (from 1) and the columns of a sheet, by their place in it (from 1)."""

    row: int
    columns: dict[int, Column]


def header_of(sheet: Sheet) -> Header | None:
    """The row of the first twenty that names the most columns, Name or Id among them; None where there is none."""
    best: Header | None = None
    for number, row in enumerate(sheet.rows[:_DEEPEST], 1):
        columns = _columns(row)
        if {NAME, ID} & set(columns.values()) and len(columns) > (len(best.columns) if best else 0):
            best = Header(number, columns)
    return best


def _columns(row: Sequence[Cell]) -> dict[int, Column]:
    texts = {at: cell for at, cell in enumerate(row, 1) if isinstance(cell, str) and cell.strip()}
    groups = frozenset(
        column.group
        for text in texts.values()
        for column in by_header().get(folded(text), ())
        if column.name in FIRST.values()
    )
    found = {at: meant(text, groups | {ENTRY}) for at, text in texts.items()}
    return {at: column for at, column in found.items() if column is not None}


def faults(sheet: Sheet, header: Header) -> tuple[list[Problem], list[str]]:
    """What is wrong with a header, and the columns that are left out, in words."""
    problems: list[Problem] = []
    warnings: list[str] = []
    first: dict[Column, int] = {}
    for at, cell in enumerate(sheet.rows[header.row - 1], 1):
        if is_blank(cell):
            continue
        text = Placed.at(" ".join(str(cell).split()), sheet, header.row, at)
        column = header.columns.get(at)
        if column is None:
            near = nearest(text)
            if near and near not in header.columns.values():
                problems.append(problem_at(text, f"“{text}” is no known column; did you mean “{near.header}”?"))
            else:
                warnings.append(f"{text.place}: “{text}” is no known column and was left out")
        elif column in first:
            problems.append(problem_at(text, f"“{text}” and another column both mean “{column.header}”: keep one"))
        else:
            first[column] = at
    groups = {column.group for column in first}
    for group, needed in FIRST.items():
        if group in groups and needed not in {column.name for column in first}:
            lone = next(column for column in first if column.group == group)
            wanted = next(column.header for column in COLUMNS if column.name == needed)
            text = Placed.at(lone.header, sheet, header.row, first[lone])
            problems.append(problem_at(text, f"the column “{lone.header}” says nothing without a column “{wanted}”"))
    return problems, warnings


def nearest(header: str) -> Column | None:
    """The known column that a header is a slip of."""
    near = difflib.get_close_matches(folded(header), by_header(), 1, 0.8)
    return by_header()[near[0]][0] if near else None
