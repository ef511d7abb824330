"""The findings of an audit as a table, a finding a row: the same columns in a workbook and in a CSV file."""

from collections.abc import Callable, Iterator
import csv
from datetime import date
import io

from msgspec import Struct

from msglint.audit.grouping import folder
from msglint.audit.model import Audit, Placed
from msglint.audit.rows import around
from msglint.lazy_pattern import lazy_pattern
from msglint.text.counting import counted
from msglint.text.escaping import for_spreadsheet

Cell = str | int | date | None

_FIX = {"safe": "by msglint fix", "unsafe": "by msglint fix, to be looked at", None: "by hand"}


class Column(Struct, frozen=True):
    """`width` in characters; `of` takes a finding's value from it."""

    head: str
    width: int
    of: Callable[[Audit, Placed], Cell]


COLUMNS = (
    Column("Severity", 10, lambda audit, one: str(one.finding.severity)),
    Column("Certainty", 10, lambda audit, one: str(one.finding.certainty)),
    Column("Document", 36, lambda audit, one: one.document.path),
    Column("Place", 18, lambda audit, one: one.finding.location.place),
    Column("Line", 7, lambda audit, one: one.finding.location.line),
    Column("Said", 24, lambda audit, one: one.finding.said),
    Column("Say instead", 24, lambda audit, one: one.finding.suggestion),
    Column("Message", 50, lambda audit, one: one.finding.message),
    Column("In context", 50, lambda audit, one: _context(one)),
    Column("Entry", 24, lambda audit, one: audit.name(one.finding.entry)),
    Column("Ask", 26, lambda audit, one: _owner(audit, one)),
    Column("Channel", 12, lambda audit, one: one.document.channel),
    Column("Read by", 12, lambda audit, one: one.document.audience),
    Column("Region", 10, lambda audit, one: one.document.region),
    Column("Folder", 24, lambda audit, one: folder(one.document.path)),
    Column("Can be mended", 18, lambda audit, one: _FIX[one.finding.fix]),
    Column("In force since", 14, lambda audit, one: one.finding.since),
    Column("Why", 60, lambda audit, one: _why(audit, one)),
    Column("Rule", 10, lambda audit, one: one.finding.rule),
    Column("Name of the rule", 22, lambda audit, one: one.finding.name),
    Column("Fingerprint", 36, lambda audit, one: one.finding.fingerprint),
)
HEADS = tuple(column.head for column in COLUMNS)
BEGINNING = lazy_pattern(rb"(?:\xef\xbb\xbf)?" + ",".join(HEADS).encode() + rb"\r?\n")
"""What such a CSV file begins with: it repeats what is stale, and is no document to be judged."""


def table(audit: Audit) -> Iterator[tuple[Cell, ...]]:
    """A row for each finding, worst first."""
    for one in audit.findings:
        yield tuple(column.of(audit, one) for column in COLUMNS)


def csv_text(audit: Audit) -> str:
    """The table as RFC 4180 has it; the last row of an interrupted audit says so."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for row in table(audit):
        writer.writerow([for_spreadsheet(cell) if isinstance(cell, str) else cell for cell in row])
    if audit.interrupted:
        writer.writerow([interruption(audit) if head == "Message" else None for head in HEADS])
    return out.getvalue()


def interruption(audit: Audit) -> str:
    """What is to be known of an audit that was not finished."""
    total = counted(audit.total, "document")
    return f"This audit was interrupted: it covers {len(audit.documents):,} of {total}."


def _context(one: Placed) -> str | None:
    return "".join(around(one.finding.excerpt)) if one.finding.excerpt else None


def _owner(audit: Audit, one: Placed) -> str | None:
    entry = audit.entry(one.finding.entry)
    return entry.owner if entry else None


def _why(audit: Audit, one: Placed) -> str | None:
    rule = audit.rules.get(one.finding.rule)
    return " ".join(rule.why.split()) if rule else None
