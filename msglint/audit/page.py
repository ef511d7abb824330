"""The page a manager reads: made of an Audit, in one file. See pages/templates/audit.html.jinja."""

from collections.abc import Iterable

from msglint import pages
from msglint.audit import score, telling
from msglint.audit.history.charts import charts
from msglint.audit.history.trend import Trend
from msglint.audit.model import Audit, Group
from msglint.audit.rows import joined, rows_of
from msglint.text.counting import counted
from msglint.text.showing import place, visible

_WITHOUT_SCRIPT = 100
"""Findings that are in the page itself, for readers and printers that run no script; the rest are data for it."""
_TOP = 10
_LISTED = 500
"""Rows of a table that is folded away: more than anybody reads, and quickly laid out."""


def page(audit: Audit, trend: Trend | None = None) -> str:
    """The page, with the trend where a history is kept."""
    rows = rows_of(audit)
    return pages.render(
        "audit",
        title=f"Audit of {visible(', '.join(audit.paths))}" if audit.paths != (".",) else "Audit of our documents",
        audit=audit,
        by_channel=audit.knows_channels,
        trend=trend,
        over_time=charts(trend) if trend else (),
        rows=rows,
        first=joined(rows, _WITHOUT_SCRIPT),
        to_customers=_count_by_customers(audit),
        mended=sum(one.finding.fix == "safe" for one in audit.findings),
        top=_TOP,
        listed=_LISTED,
        percent=telling.shown_score,
        said=telling,
        counted=counted,
        formula=score,
        place=place,
        visible=visible,
        bars=_bars,
        scores=_scores,
    )


def _count_by_customers(audit: Audit) -> int:
    """Findings in documents for customers, as far as their audience is known."""
    heaviest = score.READERS[0]
    return sum(
        score.weight(one.document.audience) == heaviest for one in audit.findings if one.document.audience is not None
    )


def _bars(audit: Audit, groups: Iterable[Group]) -> list[tuple[str, str | None, float | None, tuple[str, ...]]]:
    """Rows of a chart of findings by entry: label, what to filter by, share of the most, texts."""
    shown = [group for group in groups if group.findings and group.key][:_TOP]
    most = max((group.findings for group in shown), default=1)
    return [
        (
            audit.name(group.key) or "",
            group.key,
            group.findings / most,
            (f"{group.findings:,}", telling.shown_score(group.score)),
        )
        for group in shown
    ]


def _scores(groups: Iterable[Group], nobody: str) -> list[tuple[str, str | None, float | None, tuple[str, ...]]]:
    """Rows of a chart of scores: label, what to filter by, share of 100, texts."""
    shown = [group for group in groups if group.findings or group.score.statements][:_TOP]
    return [
        (
            group.key or nobody,
            group.key if group.findings else None,
            None if group.score.percent is None else group.score.percent / 100,
            (telling.shown_score(group.score), f"{group.findings:,}"),
        )
        for group in shown
    ]
