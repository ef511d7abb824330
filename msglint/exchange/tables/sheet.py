"""Cells as they come from a file, and where they stand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from msgspec import Struct, field

from msglint.exchange.incoming import Place


class Number(NamedTuple):
    """A number as a spreadsheet holds it: 0.2, shown as 20 % by its format code."""

    value: float
    format: str = "General"


class Broken(NamedTuple):
    """A cell whose value nobody knows, and why."""

    why: str


Cell: TypeAlias = str | Number | bool | date | Broken | None


class Sheet(Struct, frozen=True):
    """One table of a file: `name` is "" where the file has but one. Rows and columns count from 1 in places.

    lines  of a text file, the line on which each row begins
    """

    path: str
    name: str
    rows: Sequence[Sequence[Cell]]
    lines: Sequence[int] = field(default_factory=tuple)

    def place(self, row: int, column: int) -> Place:
        if self.lines:
            return Place(self.path, self.lines[row - 1])
        return Place(self.path, None, f"{self.name}!{letters(column)}{row}" if row else self.name)


def letters(column: int) -> str:
    """The name of a column: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())
