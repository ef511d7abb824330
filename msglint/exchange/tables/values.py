"""A cell -> the texts of the glossary's format that it holds."""

from collections.abc import Iterator
from datetime import date
from functools import cache
import re

from msglint.exchange.tables.amounts import figures_of, figures_of_text
from msglint.exchange.tables.columns import Column
from msglint.exchange.tables.days import day_text, iso
from msglint.exchange.tables.sheet import Broken, Cell, Number
from msglint.formats.sheets.format_codes import sections
from msglint.formats.sheets.number_format import shown
from msglint.glossary.kinds import KINDS
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import LabelKind

_PARTS = lazy_pattern(r"((?:\\.|[^;\n\\])*)(?:[;\n]|\Z)", re.DOTALL)
_ESCAPED = lazy_pattern(r"\\(.)")
_FIGURES = lazy_pattern(r"\d[\d.,'’\s]*")
_CODES = ("scope.audience", "scope.channel", "scope.region", "region")
"""Keys whose values are short words, which a comma may part too."""
_PROSE = ("text",)
LABEL_KINDS = tuple(kind.value for kind in LabelKind if kind is not LabelKind.PREFERRED)


def texts_of(cell: Cell, column: Column, language: str | None) -> Iterator[str]:
    """The texts in a cell; none where it is blank. Raises ValueError, which says what is wrong with it."""
    if not column.many:
        text = _text(cell, column.takes, language)
        if text:
            yield text
        return
    if isinstance(cell, str):
        commas = column.key in _CODES and ";" not in cell and "\n" not in cell and "\\" not in cell
        parts = cell.split(",") if commas else [match[1] for match in _PARTS.finditer(cell)]
        cells: list[Cell] = [_ESCAPED.sub(r"\1", part) for part in parts]
    else:
        cells = [cell]
    for each in cells:
        if text := _text(each, column.takes, language):
            yield text


def joined(texts: list[str]) -> str:
    """Several texts in one cell; what parts them is escaped within them."""
    return "; ".join(re.sub(r"([\\;,])", r"\\\1", text) for text in texts)


def _text(cell: Cell, kind: str, language: str | None) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Broken):
        raise ValueError(cell.why)
    if isinstance(cell, bool):
        return str(cell).lower() if kind == "truth" else str(cell).upper()
    if isinstance(cell, Number):
        return _of_number(cell, kind)
    if isinstance(cell, date):
        return _of_date(cell, kind)
    text = " ".join(cell.split())
    return _of_text(text, kind, language) if text else ""


def _of_number(number: Number, kind: str) -> str:
    if kind == "percent" and sections(number.format)[0].has("percent"):
        return f"{figures_of(number.value * 100)}%"
    if kind == "day":
        raise ValueError(f"the cell holds the number {figures_of(number.value)}: format it as a date")
    if kind in ("count", "percent", "duration"):
        return figures_of(number.value)
    return shown(repr(number.value), number.format).strip()


def _of_date(day: date, kind: str) -> str:
    if kind not in ("day", *_PROSE):
        raise ValueError(
            f"the cell holds a date ({iso(day)}), which spreadsheets make of much that is typed: format the cell as "
            "text, and type it again"
        )
    return iso(day)


def _of_text(text: str, kind: str, language: str | None) -> str:
    if kind == "day":
        return day_text(text, language)
    if kind == "count" and _FIGURES.fullmatch(text):
        return figures_of_text(text, language)
    if kind == "currency":
        return text.upper()
    return _choices(kind).get(text.casefold(), text)


@cache
def _choices(kind: str) -> dict[str, str]:
    """Folded word -> word, of kinds that take one of a few."""
    allowed = LABEL_KINDS if kind == "label kind" else KINDS[kind].schema.get("enum")
    return {str(word).casefold(): str(word) for word in allowed} if isinstance(allowed, list | tuple) else {}
