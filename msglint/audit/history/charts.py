"""A trend as the page draws it."""

from msglint.audit.history.trend import Point, Trend
from msglint.pages.lines import LineChart, Series, line_chart


def charts(trend: Trend) -> tuple[LineChart, ...]:
    """The score and the findings over time; the last audit of a day stands for it. None for fewer than two days."""
    by_day = {point.as_of: point for point in trend.counting}
    if len(by_day) < 2:
        return ()
    days, last = list(by_day), list(by_day.values())
    return (
        line_chart("Alignment score", days, [Series("Score", tuple(_score(point) for point in last))], top=100),
        line_chart(
            "Findings",
            days,
            [
                Series("Findings", tuple(point.findings for point in last)),
                Series("New", _summed(trend, "new")),
                Series("Mended", _summed(trend, "mended")),
                Series("Came back", _summed(trend, "returned")),
            ],
        ),
    )


def _score(point: Point) -> float | None:
    return None if point.score.percent is None else int(point.score.percent)


def _summed(trend: Trend, what: str) -> tuple[float | None, ...]:
    """How many on each day, all its audits together; the first audit has nothing to be compared with."""
    found: dict[object, float | None] = {}
    for number, point in enumerate(trend.counting):
        before = found.get(point.as_of) or 0
        found[point.as_of] = before + getattr(point, what) if number else None
    return tuple(found.values())
