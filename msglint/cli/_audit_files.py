"""The files an audit is written to, each all of it or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
import os

import click

from msglint.audit.model import Audit
from msglint.cli._output import write, write_bytes
from msglint.errors import ConfigError, Problem

_EXCEL = "utf-8-sig"
"""Excel takes a CSV file without this mark for the system's old code page."""


@dataclass(frozen=True, slots=True)
class AuditFiles:
    """Where to write the page, the workbook and the table; None where it is not wanted."""

    html: str | None = None
    xlsx: str | None = None
    csv: str | None = None

    def names(self) -> list[str]:
        """Those that are wanted."""
        return [name for name in (self.html, self.xlsx, self.csv) if name is not None]

    def refuse_twice(self, others: Iterable[str] = ()) -> None:
        """Raise click.UsageError where two of these and `others` are the same file."""
        found = Counter(os.path.realpath(name) for name in (*self.names(), *others))
        for file, number in found.items():
            if number > 1:
                raise click.UsageError(f"{number} reports cannot be one file, {os.path.basename(file)}.")

    def save(self, audit: Audit) -> list[Problem]:
        """Write them; the problems are those of files that could not be written."""
        problems: list[Problem] = []
        for save in self._each(audit):
            try:
                save()
            except ConfigError as error:  # the others are written all the same
                problems += error.problems
        return problems

    def _each(self, audit: Audit) -> Iterator[Callable[[], None]]:
        if html := self.html:
            from msglint.audit.page import page

            yield lambda: write(html, page(audit))
        if xlsx := self.xlsx:
            from msglint.audit.sheets import workbook

            yield lambda: write_bytes(xlsx, workbook(audit, os.path.dirname(os.path.realpath(xlsx))))
        if csv := self.csv:
            from msglint.audit.table import csv_text

            yield lambda: write(csv, csv_text(audit), _EXCEL)
