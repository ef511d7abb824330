"""One table as text (RFC 4180): a row for each entry, and further rows for what there is more than one of.

Cells that a spreadsheet might run as a formula stand behind an apostrophe, which is taken off when they come back.
"""

import csv
from datetime import date
import io

from msglint.errors import ReadError
from msglint.exchange.capitals import any_habit
from msglint.exchange.incoming import Incoming
from msglint.exchange.passing import Arriving, Export
from msglint.exchange.reading import read_sheets
from msglint.exchange.tables.amounts import padded, unambiguous
from msglint.exchange.tables.columns import COLUMNS, Column
from msglint.exchange.tables.laying_out import Money, Percent, Row, Shown, laid_out
from msglint.exchange.tables.sheet import Cell, Sheet
from msglint.exchange.written import figures
from msglint.formats.decoding import decode
from msglint.model.glossary import Glossary
from msglint.text.escaping import disarming, without_apostrophe

_DELIMITERS = ",;\t|"
_LONGEST = 1 << 24
"""Characters of a cell; beyond, a quote was never closed."""


def write(glossary: Glossary) -> Export:
    """All entries in one table, with the columns that they need."""
    said_case = any_habit(entry.preferred.text for entry in glossary.entries)
    rows = [row for laid in laid_out(glossary.entries, said_case) for row in laid.side_by_side()]
    used = {column for row in rows for column in row} | set(COLUMNS[:2])
    if any(column.name == "price.valid_from" for column in used):  # without a last day, prices follow each other
        used |= {column for column in COLUMNS if column.name == "price.valid_through"}
    left_out = ("what is said of the glossary as a whole (organization, who must sign)",) if _around(glossary) else ()
    return Export(_table([column for column in COLUMNS if column in used], rows), left_out)


def template() -> bytes:
    """A header, and below it a row that says what each column is for, which is no entry as long as it stays there."""
    columns = [column for column in COLUMNS if "match." not in column.key]
    return _table(columns, [{column: _help(column) for column in columns}])


def _help(column: Column) -> str:
    return f"# {column.doc}"


def read(arriving: Arriving) -> Incoming:
    """Raises GlossaryError and ReadError."""
    text = decode(arriving.path, arriving.data).text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    rows: list[list[Cell]] = []
    lines: list[int] = []
    start = 1
    csv.field_size_limit(_LONGEST)
    try:
        for row in reader:
            cells: list[Cell] = [without_apostrophe(cell) for cell in row]
            if not (row and row[0] == _help(COLUMNS[0])):
                rows.append(cells)
                lines.append(start)
            start = reader.line_num + 1
    except csv.Error as error:
        raise ReadError(arriving.path, f"line {start}: no table of comma-separated values ({error})") from error
    return read_sheets(arriving, [Sheet(arriving.path, "", rows, lines)])


def _table(columns: list[Column], rows: list[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([column.header for column in columns])
    for row in rows:
        writer.writerow([disarming(_text(row[column])) if column in row else "" for column in columns])
    return out.getvalue().encode("utf-8-sig")  # without that mark Excel takes it for the system's old code page


def _text(value: Shown) -> str:
    if isinstance(value, Money):
        return unambiguous(padded(format(value.amount, "f"), value.currency))
    if isinstance(value, Percent):
        return f"{figures(value.percent)}%"
    return value.isoformat() if isinstance(value, date) else value


def _around(glossary: Glossary) -> bool:
    return bool(glossary.organization or any(entry.required_sign_off for entry in glossary.entries))


def _delimiter(text: str) -> str:
    """What parts the cells: the sign that the first line with one of them holds most of, outside of quotes."""
    bare = _outside_quotes(text[: 1 << 16])
    for line in bare.splitlines():
        counts = {sign: line.count(sign) for sign in _DELIMITERS}
        if any(counts.values()):
            return max(counts, key=lambda sign: counts[sign])
    return ","


def _outside_quotes(text: str) -> str:
    return "".join(text.split('"')[::2])
