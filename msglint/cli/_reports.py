"""Reports in the formats asked for, to standard output and to files."""

from collections import Counter
from functools import cache
import os
import re
import sys
from typing import TypeVar

import click
from msgspec import Struct

from msglint import pages, registry
from msglint.audit import workbook_mark
from msglint.cli._output import put, wants_color, width, write
from msglint.cli._standard import with_examples
from msglint.config.settings import Settings
from msglint.errors import ConfigError, Problem
from msglint.lazy_pattern import lazy_pattern
from msglint.model.judgement import Report

_FORMATTERS = "msglint.formatters"
_BEGINNING = 1024
"""Bytes of a file that tell whether it is a report."""
_LIKE_A_REPORT = lazy_pattern(rb"[A-Z]{3}\d{3}|(?i:fingerprint)")
"""The first line of any report has the code of a rule or the columns of a table, unless its beginning has our name."""
_Value = TypeVar("_Value")


class Outputs(Struct, frozen=True):
    """Formats by name: `shown` on standard output, `files` as (format, file)."""

    shown: str
    files: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, format: str | None, outputs: tuple[str, ...] = ()) -> "Outputs":
        """From --format and --output. Raises click.BadParameter for a format that is not known, or not told."""
        shown = _known(format or ("full" if sys.stdout.isatty() else "concise"), "--format")
        files = tuple(_named(output, format) for output in outputs)
        for file, number in Counter(os.path.realpath(file) for _, file in files).items():
            if number > 1:
                raise click.BadParameter(f"{number} reports cannot be one file, {file}.", param_hint="--output")
        return cls(shown, files)

    def send(self, report: Report, settings: Settings, aside: bool = False) -> None:
        """Write the report everywhere it is wanted: files first, since a pipe may close, and findings in any case.

        aside  to standard error instead of standard output, which is for something else
        """
        stream = sys.stderr if aside else sys.stdout
        report = self._explained(report, settings)
        problems = self._save(report)
        put(_render(self.shown, report, color=wants_color(stream), columns=width()), stream)
        if problems:
            raise ConfigError(problems)

    def save(self, report: Report, settings: Settings) -> list[Problem]:
        """Write the files only; the problems are those of files that could not be written."""
        return self._save(self._explained(report, settings))

    def _explained(self, report: Report, settings: Settings) -> Report:
        """With the examples of rules, where a format shows them."""
        if report.findings and any(_of(name, "EXAMPLES", False) for name in (self.shown, *dict(self.files))):
            return with_examples(report, settings)
        return report

    def _save(self, report: Report) -> list[Problem]:
        problems: list[Problem] = []
        for name, file in self.files:
            try:
                write(file, _render(name, report), _of(name, "ENCODING", "utf-8"))
            except ConfigError as error:  # the other reports are written all the same
                problems += error.problems
        return problems


def _render(name: str, report: Report, color: bool = False, columns: int = 100) -> str:
    text: str = registry.load(_FORMATTERS, name).render(report, color=color, width=columns)
    return text


def _of(name: str, attribute: str, default: _Value) -> _Value:
    """What a formatter says of itself."""
    value: _Value = getattr(registry.load(_FORMATTERS, name), attribute, default)
    return value


def is_report(file: str) -> bool:
    """Whether a file is a report that some run wrote: what such a one quotes is not said again by it."""
    suffix = os.path.splitext(file)[1].lower()
    try:
        if suffix == workbook_mark.SUFFIX:
            return workbook_mark.is_workbook(file)
        with open(file, "rb", buffering=0) as opened:
            beginning = opened.read(_BEGINNING)
    except OSError:  # reading it as a document will tell
        return False
    if b"msglint" not in beginning and not _LIKE_A_REPORT.search(beginning.partition(b"\n")[0]):
        return False  # without importing all formatters
    if suffix not in _formats_by_suffix() and suffix != pages.SUFFIX:
        return False
    return any(pattern.match(beginning) for pattern in _beginnings())


@cache
def _beginnings() -> tuple[re.Pattern[bytes], ...]:
    from msglint.audit.table import BEGINNING as TABLE

    found = (getattr(module, "BEGINNING", None) for module in registry.load_all(_FORMATTERS))
    return (pages.BEGINNING, TABLE, *(pattern for pattern in found if pattern))


@cache
def _formats_by_suffix() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in registry.names(_FORMATTERS):
        for suffix in (f".{name}", *getattr(registry.load(_FORMATTERS, name), "SUFFIXES", ())):
            found.setdefault(suffix, []).append(name)
    return found


def _named(output: str, chosen: str | None) -> tuple[str, str]:
    """The format and file of `[NAME=]FILE`. Without NAME, suffix and chosen format may not disagree."""
    if name := re.match(r"(\w+)=(?=.)", output):
        return _known(name[1], "--output"), output[name.end() :]
    formats = dict.fromkeys(
        [*_formats_by_suffix().get(os.path.splitext(output)[1].lower(), ()), *filter(None, [chosen])]
    )
    if len(formats) == 1:
        return next(iter(formats)), output
    wanted = " or ".join(f"{format}={output}" for format in formats or registry.names(_FORMATTERS))
    raise click.BadParameter(
        f"there is no telling which format “{output}” is meant to have; write {wanted}.", param_hint="--output"
    )


def _known(name: str, option: str) -> str:
    known = registry.names(_FORMATTERS)
    if name not in known:
        raise click.BadParameter(f"“{name}” is no format; known are {', '.join(known)}.", param_hint=option)
    return name
