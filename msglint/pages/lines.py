"""Numbers over time as what a template needs to draw them: points in an SVG's coordinates, and the texts of a table."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

WIDTH, HEIGHT = 400, 180
_LEFT, _TOP, _BOTTOM = 36, 10, 26


class Series(Struct, frozen=True):
    """One line: `values` are one a day, in the order of the chart's days; None where there is none that day."""

    name: str
    values: tuple[float | None, ...]


class Line(Struct, frozen=True):
    """A series, drawn. `points` is for an SVG polyline, `dots` are the same points; `texts` are the values in words."""

    name: str
    points: str
    dots: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]


class Mark(Struct, frozen=True):
    """A value on the scale at the side, and its height."""

    text: str
    at: float


class LineChart(Struct, frozen=True):
    """What the macro `lines` of charts.html.jinja draws; the page's style knows four lines apart."""

    caption: str
    days: tuple[str, ...]
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT


def line_chart(caption: str, days: Sequence[date], series: Sequence[Series], top: float | None = None) -> LineChart:
    """A chart from 0 to `top` (by itself: a round number above all values). Days are spread by date, not by number."""
    highest = top or _round_up(max((value or 0 for one in series for value in one.values), default=0))
    span = max((days[-1] - days[0]).days, 1)
    across = [_LEFT + (WIDTH - _LEFT - 6) * (day - days[0]).days / span for day in days]
    lines = tuple(_line(one, across, highest) for one in series)
    marks = tuple(Mark(f"{highest * step / 4:g}", _height(highest * step / 4, highest)) for step in range(5))
    return LineChart(caption, tuple(day.isoformat() for day in days), lines, marks)


def _line(series: Series, across: Sequence[float], highest: float) -> Line:
    dots = tuple(
        (round(x, 1), _height(value, highest))
        for x, value in zip(across, series.values, strict=True)
        if value is not None
    )
    points = " ".join(f"{x},{y}" for x, y in dots)
    return Line(series.name, points, dots, tuple("–" if value is None else f"{value:g}" for value in series.values))


def _height(value: float, highest: float) -> float:
    room = HEIGHT - _TOP - _BOTTOM
    return round(_TOP + room * (1 - value / highest), 1)


def _round_up(value: float) -> float:
    """The least of 4, 8, 20, 40, 80, 200 … that is not below `value`: their quarters are whole."""
    step = 1
    while True:
        for factor in (4, 8, 20):
            if value <= factor * step:
                return factor * step
        step *= 10
