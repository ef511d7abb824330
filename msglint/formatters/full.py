"""For people: each finding with its line, the words underlined, and what to say instead."""

from collections.abc import Iterator
import io

from msglint.model.judgement import Excerpt, Finding, Report
from msglint.model.scale import Severity
from msglint.text.showing import place, visible

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
_TAB = "    "
_LEAST_WIDTH = 40
Styled = tuple[str, str]
"""Text and its style, as rich names styles."""


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
    if finding.excerpt:
        yield from _quoted(finding.excerpt, style, width)
    if finding.suggestion is not None:
        beside = " or ".join(visible(name) for name in report.made_from.get(finding.location.path, ()))
        where = f" in {beside} beside it, and export it again" if beside else ""
        yield from [("  help: ", "bold green"), (f"say “{visible(finding.suggestion)}”{where}\n", "")]
    yield "\n", ""


def _quoted(excerpt: Excerpt, style: str, width: int) -> Iterator[Styled]:
    from rich.cells import cell_len

    gutter = f"{excerpt.number} | " if excerpt.number else "  | "
    before, said, after = _window(excerpt, width - len(gutter) - 2)
    yield from [("  " + gutter, "dim"), (before, ""), (said, style), (after + "\n", "")]
    blank = " " * (len(gutter) - 2) + "| "
    yield from [("  " + blank, "dim"), (" " * cell_len(before), ""), ("^" * max(cell_len(said), 1) + "\n", style)]


def _window(excerpt: Excerpt, cells: int) -> tuple[str, str, str]:
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
