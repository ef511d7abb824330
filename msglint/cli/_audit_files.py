"""The files an audit is written to, each all of it or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
import os

import click
from msgspec import Struct

from msglint.audit.history.trend import Trend
from msglint.audit.model import Audit
from msglint.cli._output import write, write_bytes
from msglint.errors import ConfigError, Problem

_EXCEL = "utf-8-sig"
"""Excel takes a CSV file without this mark for the system's old code page."""


class AuditFiles(Struct, frozen=True):
    """Where to write the page, the workbook and the table, and where audits are recorded; None for nowhere."""

    html: str | None = None
    xlsx: str | None = None
    csv: str | None = None
    history: str | None = None

    def names(self) -> list[str]:
        """Those with the whole audit."""
        return [name for name in (self.html, self.xlsx, self.csv) if name is not None]

    def written(self) -> list[str]:
        """All, so that none is taken for a document."""
        return [*self.names(), *([self.history, f"{self.history}-journal"] if self.history else ())]

    def refuse_twice(self, others: Iterable[str] = ()) -> None:
        """Raise click.UsageError where two of these and `others` are the same file."""
        found = Counter(os.path.realpath(name) for name in (*self.written(), *others))
        for file, number in found.items():
            if number > 1:
                raise click.UsageError(f"{number} reports cannot be one file, {os.path.basename(file)}.")

    def save(self, audit: Audit, trend: Trend | None = None) -> list[Problem]:
        """Write them, `trend` on the page; the problems are those of files that could not be written."""
        problems: list[Problem] = []
        for save in self._each(audit, trend):
            try:
                save()
            except ConfigError as error:  # the others are written all the same
                problems += error.problems
        return problems

    def _each(self, audit: Audit, trend: Trend | None) -> Iterator[Callable[[], None]]:
        if html := self.html:
            from msglint.audit.page import page

            yield lambda: write(html, page(audit, trend))
        if xlsx := self.xlsx:
            from msglint.audit.sheets import workbook

            yield lambda: write_bytes(xlsx, workbook(audit, os.path.dirname(os.path.realpath(xlsx))))
        if csv := self.csv:
            from msglint.audit.table import csv_text

            yield lambda: write(csv, csv_text(audit), _EXCEL)
