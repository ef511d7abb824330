"""One table for spreadsheets (RFC 4180): every row with the title of its table, all columns there are side by side."""

import csv
import io

from msglint.digest.page import Page
from msglint.text.escaping import for_spreadsheet

ENCODING = "utf-8-sig"
"""Excel takes a file without this mark for the system's old code page."""


def render(page: Page, *, color: bool, width: int) -> str:
    columns = list(dict.fromkeys(column for table in page.tables for column in table.columns))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(["Part", *columns])
    for table in page.tables:
        for row in table.rows:
            cells = dict(zip(table.columns, row, strict=True))
            writer.writerow([for_spreadsheet(cell) for cell in (table.title, *(cells.get(c, "") for c in columns))])
    return out.getvalue()
