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
_LEAST_WIDTH = 40
_REACH = 4
"""Characters looked at on each side of the words found, for each cell of the width: some take no cell at all."""

Styled = tuple[str, str]
"""Text and its style, as rich names styles."""


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The line a finding stands in, or as much around it as may be shown: text[start:end] is what it is about.

    `number` is None where there are no lines.
    """

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
    excerpt = _excerpt(finding, document, _REACH * width) if document else None
    if excerpt:
        yield from _quoted(excerpt, style, width)
    if finding.suggestion is not None:
        beside = " or ".join(visible(name) for name in report.made_from.get(finding.location.path, ()))
        where = f" in {beside} beside it, and export it again" if beside else ""
        yield from [("  help: ", "bold green"), (f"say “{visible(finding.suggestion)}”{where}\n", "")]
    yield "\n", ""


def _excerpt(finding: Finding, document: Document, reach: int) -> _Excerpt | None:
    """What to show around a finding; `reach` bounds it, since a line may be a megabyte and hold a thousand findings."""
    at = finding.location
    if at.line is None or at.column is None:
        return _segment_excerpt(finding, document, reach)
    if len(document.texts) != 1:  # parts of a mail: a line number does not say which; the segment does
        return _segment_excerpt(finding, document, reach)
    part = next(iter(document.texts))
    line = document.line_span(part, at.line)
    if line is None:
        return None
    start = line[0] + at.column - 1
    end = line[0] + at.end_column - 1 if at.end_line == at.line and at.end_column else line[1]
    return _around(document.texts[part], line, start, max(end, start + 1), reach, at.line)


def _segment_excerpt(finding: Finding, document: Document, reach: int) -> _Excerpt | None:
    index, start = finding.order
    if not finding.said or not 0 <= index < len(document.segments):
        return None
    text = document.segments[index].text
    said = re.compile(r"\s+".join(map(re.escape, finding.said.split()))).match(text, start)
    return _around(text, (0, len(text)), start, said.end() if said else start + 1, reach)


def _around(text: str, whole: tuple[int, int], start: int, end: int, reach: int, number: int | None = None) -> _Excerpt:
    """Of text[start:end] and what is around it in the span `whole`, no more than `reach` characters each."""
    end = min(end, start + reach)
    first, last = max(whole[0], start - reach), min(whole[1], end + reach)
    return _Excerpt(text[first:last].replace(MASK, "…"), start - first, end - first, number)


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
