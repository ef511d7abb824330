"""A workbook -> sheets of cells, as a spreadsheet program holds them: dates, numbers with their formats, texts."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time, timedelta
import io
from typing import Any
import warnings
from zipfile import BadZipFile
import zlib

from msglint.errors import ReadError
from msglint.exchange.tables.sheet import Broken, Cell, Number, Sheet
from msglint.formats.packages.package import Package

_NO_RESULT = "this formula has no result yet: open the file in a spreadsheet program, save it, and import it again"
# What openpyxl lets through of files that are not as it expects; its XML parsers' errors are SyntaxErrors.
_DAMAGE = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, ArithmeticError, EOFError, OSError,
    BadZipFile, zlib.error,
)  # fmt: skip


def sheets_of(path: str, data: bytes) -> list[Sheet]:
    """All sheets of a workbook. Raises ReadError where it is damaged, encrypted, hostile or none."""
    formulas = _inspect(path, data)
    with _quietly(path):
        book = _open(data, data_only=True)
        unknown = _formulas(_open(data, data_only=False)) if formulas else {}
        return [Sheet(path, sheet.title, _rows(sheet, unknown.get(sheet.title, set()))) for sheet in book.worksheets]


def _inspect(path: str, data: bytes) -> bool:
    """Refuse bombs and document types; whether some cells are formulas. Raises ReadError."""
    package = Package(path, data, "xlsx")
    formulas = False
    for name in sorted(package.names):
        if name.lower().endswith((".xml", ".rels")):
            part = package.part(name)
            if b"<!DOCTYPE" in part or b"<!ENTITY" in part or part.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
                raise ReadError(
                    path,
                    f"{name} declares an XML document type or is in UTF-16, as no spreadsheet program does: refused",
                )
            formulas = formulas or (b"<f>" in part or b"<f " in part)
    return formulas


def _open(data: bytes, data_only: bool) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(data), data_only=data_only, keep_links=False)


@contextmanager
def _quietly(path: str) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that a price list does not need
            yield
    except _DAMAGE as error:
        cure = "open it in a spreadsheet program and save it again"
        raise ReadError(path, f"this workbook is damaged ({type(error).__name__}: {error}): {cure}") from error


def _formulas(book: Any) -> dict[str, set[tuple[int, int]]]:
    """Sheet -> the places of its formulas."""
    return {
        sheet.title: {place for place, cell in sheet._cells.items() if cell.data_type == "f"}
        for sheet in book.worksheets
    }


def _rows(sheet: Any, formulas: set[tuple[int, int]]) -> list[list[Cell]]:
    """Cells row by row; one that is merged downwards stands in each of its rows."""
    cells: dict[tuple[int, int], Cell] = {}
    for place, cell in sheet._cells.items():  # only those there are: iter_rows makes millions where one is far out
        value = Broken(_NO_RESULT) if cell.value is None and place in formulas else _cell(cell)
        if value is not None:
            cells[place] = value
    last = max((row for row, _ in cells), default=0)
    for merged in sheet.merged_cells.ranges:
        top = cells.get((merged.min_row, merged.min_col))
        for row in range(merged.min_row + 1, min(merged.max_row, last) + 1):
            if top is not None:
                cells[row, merged.min_col] = top
    rows: list[list[Cell]] = [[] for _ in range(last)]
    for (row, column), value in sorted(cells.items(), key=lambda each: each[0]):
        rows[row - 1] += [None] * (column - 1 - len(rows[row - 1]))
        rows[row - 1].append(value)
    return rows


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "e":
        return Broken(f"the cell holds the error {value}")
    if value is None or isinstance(value, str | bool | date):
        return value
    if isinstance(value, int | float):
        return Number(value, cell.number_format or "General")
    if isinstance(value, time | timedelta):
        return Broken(f"the cell holds a time ({value})")
    return str(value)
