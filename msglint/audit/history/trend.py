"""The trend of a scope: its audits one after the other, and what changed from the last but one to the last."""

from collections.abc import Iterable
from datetime import date
import sqlite3
from typing import Any

from msgspec import Struct

from msglint.audit.history.file import opened
from msglint.audit.history.scope import Scope, seen_here
from msglint.audit.model import Score


class Point(Struct, frozen=True):
    """One audit.

    new, mended, returned  findings, against the audit before; `mended` are those no longer there, for whatever reason
    held     findings of before in documents that could not be read this time: nothing is known of them
    partial  why it does not count, as where it was interrupted; None where it covers everything
    """

    as_of: date
    documents: int
    findings: int
    score: Score
    new: int
    mended: int
    returned: int
    held: int
    partial: str | None


class Change(Struct, frozen=True):
    """The findings of an entry or owner in the last audit, and what changed; `before` is the score before that."""

    key: str | None
    name: str | None
    findings: int
    new: int
    mended: int
    returned: int
    score: Score
    before: Score


class Seen(Struct, frozen=True):
    """A finding as an audit saw it; `path` from the working directory."""

    path: str
    rule: str
    severity: str
    certainty: str
    message: str
    entry: str | None
    owner: str | None
    fingerprint: str


class Trend(Struct, frozen=True):
    """Audits of one scope, oldest first; what is new, returned and mended in the last one that counts, and for whom.

    A first audit has nothing to be compared with: all its findings are new, and `compared` is False.
    """

    scope: Scope
    points: tuple[Point, ...]
    compared: bool
    entries: tuple[Change, ...]
    owners: tuple[Change, ...]
    new: tuple[Seen, ...]
    returned: tuple[Seen, ...]
    mended: tuple[Seen, ...]

    @property
    def counting(self) -> tuple[Point, ...]:
        """The audits that can be compared."""
        return tuple(point for point in self.points if point.partial is None)


def trends(file: str) -> tuple[Trend, ...]:
    """The trend of every scope in the file, the one audited last at the end. Raises ConfigError."""
    with opened(file) as connection:
        found = connection.execute(
            "SELECT series.id, scope FROM series JOIN audits ON series = series.id "
            "GROUP BY series.id ORDER BY max(audits.id)"
        )
        return tuple(_trend(connection, file, number, Scope.parse(scope)) for number, scope in found.fetchall())


def trend_of(file: str, scope: Scope) -> Trend | None:
    """The trend of that scope, None where none was audited. Raises ConfigError."""
    return next((trend for trend in trends(file) if trend.scope == scope), None)


def _trend(connection: sqlite3.Connection, file: str, series: int, scope: Scope) -> Trend:
    asked = "SELECT id FROM audits WHERE series = ? AND partial IS NULL ORDER BY id DESC LIMIT 2"
    last, before, *_ = *(number for (number,) in connection.execute(asked, (series,))), None, None
    return Trend(
        scope=scope,
        points=_points(connection, series),
        compared=before is not None,
        entries=_changes(connection, series, "entry", last, before),
        owners=_changes(connection, series, "owner", last, before),
        new=_seen(connection, file, series, "opened = ? AND NOT back", last),
        returned=_seen(connection, file, series, "opened = ? AND back", last),
        mended=_seen(connection, file, series, "closed = ?", last),
    )


def _points(connection: sqlite3.Connection, series: int) -> tuple[Point, ...]:
    opened_then = _counted(connection, series, "opened", "NOT back")
    back = _counted(connection, series, "opened", "back")
    closed = _counted(connection, series, "closed", "closed IS NOT NULL")
    rows = connection.execute(
        "SELECT id, as_of, documents, findings, held, partial, statements, correct, weight, agreeing FROM audits "
        "WHERE series = ? ORDER BY id",
        (series,),
    )
    return tuple(
        Point(
            date.fromisoformat(as_of), documents, findings, Score(*score),
            opened_then.get(number, 0), closed.get(number, 0), back.get(number, 0), held, partial,
        )
        for number, as_of, documents, findings, held, partial, *score in rows
    )  # fmt: skip


def _counted(connection: sqlite3.Connection, series: int, by: str, condition: str) -> dict[object, int]:
    asked = f"SELECT {by}, count(*) FROM spells WHERE series = ? AND {condition} GROUP BY {by}"
    return dict(connection.execute(asked, (series,)))


def _changes(
    connection: sqlite3.Connection, series: int, kind: str, last: int | None, before: int | None
) -> tuple[Change, ...]:
    """Most new and returned first, then most findings."""
    asked = (
        "SELECT which, name, findings, statements, correct, weight, agreeing FROM totals WHERE audit = ? AND kind = ?"
    )
    now, then = ({row[0]: row for row in connection.execute(asked, (audit, kind))} for audit in (last, before))
    counts = {
        key: (new or 0, mended or 0, back or 0)
        for key, new, mended, back in connection.execute(
            f"SELECT {kind}, sum(opened = ?1 AND NOT back), sum(closed = ?1), sum(opened = ?1 AND back) FROM spells "
            f"WHERE series = ?2 AND (opened = ?1 OR closed = ?1) GROUP BY {kind}",
            (last, series),
        )
    }
    keys = {**now, **counts}
    found = [_change(key, now.get(key), then.get(key), counts.get(key, (0, 0, 0))) for key in keys]
    return tuple(
        sorted(found, key=lambda each: (-each.new - each.returned, -each.findings, -each.mended, each.key or ""))
    )


def _change(
    key: str | None, now: tuple[Any, ...] | None, then: tuple[Any, ...] | None, counts: tuple[int, int, int]
) -> Change:
    name = now[1] if now else then[1] if then else key
    score, before = (Score(*row[3:]) if row else Score() for row in (now, then))
    return Change(key, name, now[2] if now else 0, *counts, score, before)


def _seen(connection: sqlite3.Connection, file: str, series: int, condition: str, last: int | None) -> tuple[Seen, ...]:
    rows: Iterable[tuple[Any, ...]] = connection.execute(
        "SELECT path, rule, severity, certainty, message, entry, owner, fingerprint FROM spells "
        f"WHERE series = ? AND {condition} ORDER BY path, id",
        (series, last),
    )
    return tuple(Seen(*(seen_here(file, row[0]), *row[1:7], row[7].hex())) for row in rows)
