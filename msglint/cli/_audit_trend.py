"""`msglint audit trend`: a history as text or JSON."""

from collections.abc import Iterator, Sequence
import sys
from typing import Any

from msgspec import to_builtins

from msglint.audit.history.trend import Change, Point, Seen, Trend, trends
from msglint.audit.model import Score
from msglint.audit.telling import shown_score
from msglint.cli._output import put, put_json, wants_color, width
from msglint.text.counting import counted
from msglint.text.showing import visible

_NARROW = 20
_AUDITS, _CHANGES, _LISTED = 12, 10, 10
"""Rows shown of each table, and findings of each kind: a year of months, and what one looks into."""


def run(history: str, format: str) -> int:
    """Print the trend of every scope in the file. Raises ConfigError where it cannot be used."""
    found = trends(history)
    if format == "json":
        put_json({"version": 1, "series": [_record(trend) for trend in found]})
    else:
        put(_text(history, found))
    return 0


def _record(trend: Trend) -> dict[str, Any]:
    return {
        "scope": to_builtins(trend.scope),
        "audits": [_with_score(to_builtins(point), point) for point in trend.points],
        "entries": [_with_scores(to_builtins(change), change) for change in trend.entries],
        "owners": [_with_scores(to_builtins(change), change) for change in trend.owners],
        "new": [to_builtins(each) for each in trend.new],
        "returned": [to_builtins(each) for each in trend.returned],
        "mended": [to_builtins(each) for each in trend.mended],
    }


def _with_score(record: dict[str, Any], point: Point) -> dict[str, Any]:
    statements = {"statements": point.score.statements, "right": point.score.right}
    return {**record, "as_of": point.as_of.isoformat(), "score": _percent(point.score), **statements}


def _with_scores(record: dict[str, Any], change: Change) -> dict[str, Any]:
    return {**record, "score": _percent(change.score), "before": _percent(change.before)}


def _percent(score: Score) -> float | None:
    return None if score.percent is None else round(score.percent, 2)


def _text(history: str, found: Sequence[Trend]) -> str:
    from msglint.cli._console import laid_out

    if not found:
        return "No audit is recorded yet.\n"
    parts = [part for trend in found for part in _parts(history, trend)]
    return laid_out(parts[1:], color=wants_color(sys.stdout), columns=width())


def _parts(history: str, trend: Trend) -> Iterator[Any]:
    from rich.text import Text

    yield Text()
    yield Text(f"Audits of {visible(trend.scope.in_words(history))}", "bold")
    yield Text()
    yield _audits(trend.points)
    for point in trend.points[-_AUDITS:]:
        if point.partial:
            yield Text(f"{point.as_of} is not compared: {visible(point.partial)}")
        if point.held:
            yield Text(f"{point.as_of}: {counted(point.held, 'finding')} of before in what could not be read this time")
    if not trend.compared:
        yield from (
            Text(),
            Text("From the next audit on, this shows what is new, what was mended, and what came back."),
        )
        return
    for title, changes, nobody in (("By owner", trend.owners, "no owner"), ("By entry", trend.entries, "no entry")):
        yield from (Text(), _changes(title, changes, nobody))
    for title, some in (("Came back", trend.returned), ("New", trend.new)):
        yield from _findings(title, some)


def _audits(points: Sequence[Point]) -> Any:
    from msglint.cli._console import table

    rows = table("As of", "score", "findings", "new", "mended", "came back", "documents", least=_NARROW)
    first = next((point for point in points if point.partial is None), None)
    for point in points[-_AUDITS:]:
        changes = (point.new, point.mended, point.returned)
        told = ["–"] * 3 if point is first or point.partial else [f"{number:,}" for number in changes]
        counts = (f"{point.findings:,}", *told, f"{point.documents:,}")
        rows.add_row(f"{point.as_of}{' (in part)' if point.partial else ''}", shown_score(point.score), *counts)
    return rows


def _changes(title: str, changes: Sequence[Change], nobody: str) -> Any:
    from msglint.cli._console import table

    rows = table(title, "before", "score", "findings", "new", "mended", "came back", least=_NARROW)
    for change in changes[:_CHANGES]:
        counts = (change.findings, change.new, change.mended, change.returned)
        scores = (shown_score(change.before), shown_score(change.score))
        rows.add_row(_plain(change.name or nobody), *scores, *(f"{number:,}" for number in counts))
    return rows


def _findings(title: str, some: Sequence[Seen]) -> Iterator[Any]:
    from rich.text import Text

    if some:
        yield from (Text(), Text(f"{title}: {counted(len(some), 'finding')}", "bold"))
        yield from (Text(f"  {visible(each.path)}: {each.rule} {visible(each.message)}") for each in some[:_LISTED])
    if len(some) > _LISTED:
        yield Text(f"  … and {len(some) - _LISTED:,} more; --format json has them all")


def _plain(text: str) -> Any:
    """Text in which no bracket is markup."""
    from rich.text import Text

    return Text(visible(text))
