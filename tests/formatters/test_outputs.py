"""Every format, there is or will be, against every kind of report: read back by its schema or its consumer."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
import re

import pytest

from msglint import registry
from msglint.cli._output import write
from msglint.cli._reports import is_report
from msglint.model.judgement import Report

from . import consumers, wild

FORMATS = registry.names("msglint.formatters")
Accept = Callable[[bytes, Report], None]


@cache
def made() -> dict[str, Report]:
    return wild.reports()


@cache
def written(name: str, kind: str, folder: Path) -> bytes:
    """The bytes of a report's file."""
    formatter = registry.load("msglint.formatters", name)
    file = folder / "report"
    write(str(file), formatter.render(made()[kind]), getattr(formatter, "ENCODING", "utf-8"))
    return file.read_bytes()


def test_every_format_has_a_consumer_here() -> None:
    accepted = {name.removeprefix("accept_") for name in vars(consumers) if name.startswith("accept_")}
    assert accepted == set(FORMATS)


@pytest.mark.parametrize("kind", list(wild.reports()))
@pytest.mark.parametrize("name", FORMATS)
def test_its_consumer_reads_what_the_report_says(name: str, kind: str, tmp_path: Path) -> None:
    accept: Accept = getattr(consumers, f"accept_{name}")
    accept(written(name, kind, tmp_path), made()[kind])


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_never_read_as_a_document(name: str, tmp_path: Path) -> None:
    formatter = registry.load("msglint.formatters", name)
    for suffix in (f".{name}", *getattr(formatter, "SUFFIXES", ()), ".md", ".txt", ".json"):
        for kind in ("one", "of every kind", "lineless", "unreadable", "hostile"):
            file = tmp_path / f"{kind}{suffix}"
            write(str(file), formatter.render(made()[kind]), getattr(formatter, "ENCODING", "utf-8"))
            assert is_report(str(file)), file.name


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.md", "<!-- msglint: off reason -->\n# Flyer\n"),
        ("a.md", "# msglint: 3 findings\n"),
        ("a.md", "The mark is <!-- msglint report -->.\n"),
        ("a.csv", "path,line\na.md,3\n"),
        ("a.csv", "product,price\nBusiness Lunch,15\n"),
        ("a.json", '{"source": {"name": "msglint says"}, "diagnostics": []}'),
        ("a.json", '[{"engine_name": "other"}]'),
        ("a.json", '{"version": "2.1.0", "runs": []}'),
        ("a.jsonl", '{"rule": "be kind", "name": "x"}\n'),
        ("a.txt", "Room ABC123 is for the Business Lunch.\n"),
        ("a.txt", "See price.pdf ABC123 for the Business Lunch (new) today.\n"),
        ("a.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="other"/>'),
    ],
)
def test_a_document_is_never_taken_for_a_report(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert not is_report(str(tmp_path / name))


def test_importing_formatters_costs_next_to_nothing() -> None:
    slow = r"\b(?:rich|xml|html|csv|urllib|markdown_it|jinja2)\b"
    for name in FORMATS:
        source = Path(str(registry.load("msglint.formatters", name).__file__)).read_text(encoding="utf-8")
        at_top = re.findall(rf"^(?:from|import) {slow}", source, re.MULTILINE)
        assert not at_top or (name == "csv" and at_top == ["import csv"]), at_top
