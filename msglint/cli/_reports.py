"""Reports in the formats asked for, to standard output and to files."""

from dataclasses import dataclass
import re
import sys

import click

from msglint import registry
from msglint.cli._output import put, wants_color, width, write
from msglint.model.judgement import Report

_FORMATTERS = "msglint.formatters"


@dataclass(frozen=True, slots=True)
class Outputs:
    """Formats by name: `shown` on standard output, `files` as (format, file)."""

    shown: str
    files: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parse(cls, format: str | None, outputs: tuple[str, ...] = ()) -> "Outputs":
        """From --format and --output. Raises click.BadParameter for a format that is not known."""
        shown = _known(format or ("full" if sys.stdout.isatty() else "concise"), "--format")
        return cls(shown, tuple(_named(output, format or "concise") for output in outputs))

    def send(self, report: Report, aside: bool = False) -> None:
        """Write the report everywhere it is wanted: files first, since a pipe may close, and findings in any case.

        aside  to standard error instead of standard output, which is for something else
        """
        stream = sys.stderr if aside else sys.stdout
        try:
            for name, file in self.files:
                write(file, _render(name, report))
        finally:
            put(_render(self.shown, report, color=wants_color(stream), columns=width()), stream)


def _render(name: str, report: Report, color: bool = False, columns: int = 100) -> str:
    text: str = registry.load(_FORMATTERS, name).render(report, color=color, width=columns)
    return text


def _named(output: str, default: str) -> tuple[str, str]:
    name = re.match(r"(\w+)=(?=.)", output)
    return (_known(name[1], "--output"), output[name.end() :]) if name else (default, output)


def _known(name: str, option: str) -> str:
    known = registry.names(_FORMATTERS)
    if name not in known:
        raise click.BadParameter(f"“{name}” is no format; known are {', '.join(known)}.", param_hint=option)
    return name
