"""For people: each finding with its line, the words underlined, and what to say instead."""

from collections.abc import Iterator
from dataclasses import dataclass
import io
import re

from msglint.model.document import MASK, Document
from msglint.model.judgement import Finding, Report
from msglint.model.scale import Severity
from msglint.text.showing import place, visible

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_TAB = "    "
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_LEAST_WIDTH = 40

Styled = tuple[str, str]
"""Text and its style, as rich names styles."""


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The line a finding stands in: text[start:end] is what it is about. `number` is None where there are no lines."""

    text: str
    start: int
    end: int
    number: int | None


def render(report: Report, color: bool = False, width: int = 100) -> str:
    parts = [part for finding in report.findings for part in _finding(finding, report, max(width, _LEAST_WIDTH))]
    return _colored(parts) if color else "".join(text for text, _ in parts)


def _colored(parts: list[Styled]) -> str:
    from rich.console import Console
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", legacy_windows=False)
    console.print(Text.assemble(*parts), end="", soft_wrap=True, highlight=False)
    return out.getvalue()


def _finding(finding: Finding, report: Report, width: int) -> Iterator[Styled]:
    style = _STYLES[finding.severity]
    yield from [(place(finding.location), "bold"), (" ", ""), (finding.rule, style)]
    yield f" {visible(finding.message)}\n", ""
    document = report.sources.get(finding.location.path)
    excerpt = _excerpt(finding, document) if document else None
    if excerpt:
        yield from _quoted(excerpt, style, width)
    if finding.suggestion is not None:
        yield from [("  help: ", "bold green"), (f"say “{visible(finding.suggestion)}”\n", "")]
    yield "\n", ""


def _excerpt(finding: Finding, document: Document) -> _Excerpt | None:
    at = finding.location
    if at.line is None or at.column is None:
        return _segment_excerpt(finding, document)
    if len(document.texts) != 1:  # parts of a mail: a line number does not say which; the segment does
        return _segment_excerpt(finding, document)
    lines = _LINE_BREAK.split(next(iter(document.texts.values())))
    if at.line > len(lines):
        return None
    text = lines[at.line - 1]
    end = at.end_column - 1 if at.end_line == at.line and at.end_column else len(text)
    return _Excerpt(text, at.column - 1, max(end, at.column), at.line)


def _segment_excerpt(finding: Finding, document: Document) -> _Excerpt | None:
    index, start = finding.order
    if not finding.said or not 0 <= index < len(document.segments):
        return None
    text = document.segments[index].text.replace(MASK, "…")
    said = re.compile(r"\s+".join(map(re.escape, finding.said.split()))).match(text, start)
    return _Excerpt(text, start, said.end() if said else start + 1, None)


def _quoted(excerpt: _Excerpt, style: str, width: int) -> Iterator[Styled]:
    from rich.cells import cell_len

    gutter = f"{excerpt.number} | " if excerpt.number else "  | "
    before, said, after = _window(excerpt, width - len(gutter) - 2)
    yield from [("  " + gutter, "dim"), (before, ""), (said, style), (after + "\n", "")]
    blank = " " * (len(gutter) - 2) + "| "
    yield from [("  " + blank, "dim"), (" " * cell_len(before), ""), ("^" * max(cell_len(said), 1) + "\n", style)]


def _window(excerpt: _Excerpt, cells: int) -> tuple[str, str, str]:
    """What stands before, at and after the words found, cut to about that many terminal cells around them."""
    from rich.cells import cell_len, set_cell_size

    before, said, after = (
        visible(part.replace("\t", _TAB).replace("\n", " "))
        for part in (
            excerpt.text[: excerpt.start],
            excerpt.text[excerpt.start : excerpt.end],
            excerpt.text[excerpt.end :],
        )
    )
    before, after = before[-4 * cells :], after[: 4 * cells]  # a line of a megabyte costs no more than a short one
    room = max(cells - cell_len(said), 20)
    if cell_len(before) + cell_len(after) <= room:
        return before, said, after
    left = max(room // 2, room - cell_len(after))
    if cell_len(before) > left:
        before = "…" + set_cell_size(before[::-1], left - 1)[::-1]
    right = room - cell_len(before)
    if cell_len(after) > right:
        after = set_cell_size(after, max(right - 1, 0)) + "…"
    return before, said, after
