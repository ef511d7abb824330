"""The page a manager reads: made of an Audit, in one file. See pages/templates/audit.html.jinja."""

from collections.abc import Iterable, Sequence

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

_Bar = tuple[str, str | None, float | None, tuple[str, ...]]
"""A row of a chart: label, what to filter by, how long its bar is (0 to 1), texts."""


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
        by_entry=_by_entry(audit),
        by_rule=_by_rule(audit),
        scores=_scores,
    )


def _count_by_customers(audit: Audit) -> int:
    """Findings in documents for customers, as far as their audience is known."""
    heaviest = score.READERS[0]
    return sum(
        score.weight(one.document.audience) == heaviest for one in audit.findings if one.document.audience is not None
    )


def _by_entry(audit: Audit) -> list[_Bar]:
    """Rows of the chart of findings by entry."""
    shown = [group for group in audit.entries if group.findings and group.key]
    return _bars(shown, [(audit.name(group.key) or "", telling.shown_score(group.score)) for group in shown])


def _by_rule(audit: Audit) -> list[_Bar]:
    """Rows of the chart of findings by rule."""
    names = {one.finding.rule: one.finding.name for one in audit.findings}
    return _bars(
        audit.by_rule,
        [(f"{group.key} {names[group.key or '']}", f"{group.documents:,}") for group in audit.by_rule],
    )


def _bars(groups: Sequence[Group], texts: Iterable[tuple[str, str]]) -> list[_Bar]:
    """Rows of a chart of findings; `texts` are the label of each group and what stands behind its findings."""
    most = max((group.findings for group in groups), default=1)
    return [
        (label, group.key, group.findings / most, (f"{group.findings:,}", beside))
        for group, (label, beside) in zip(groups, texts, strict=True)
    ]


def _scores(groups: Iterable[Group], nobody: str) -> list[_Bar]:
    """Rows of a chart of scores: the bar is the share of 100."""
    shown = [group for group in groups if group.findings or group.score.statements]
    return [
        (
            group.key or nobody,
            group.key if group.findings else None,
            None if group.score.percent is None else group.score.percent / 100,
            (telling.shown_score(group.score), f"{group.findings:,}"),
        )
        for group in shown
    ]
