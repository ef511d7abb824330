"""Appending an audit to a history.

A finding is known again by its fingerprint, which is made of the words and has no path: a document that was renamed or
moved brings nothing new. Copies of a text share fingerprints, so they are counted: of three copies that become two, one
was mended.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
import sqlite3

from msglint import __version__
from msglint.audit.history.file import opened
from msglint.audit.history.scope import Scope, seen_from
from msglint.audit.model import Audit, Group, Placed, Score
from msglint.errors import ConfigError, Problem
from msglint.text.showing import visible

_Row = tuple[int, str, str | None]
"""An open spell: id, path, owner."""
_Here = tuple[str, Placed]
"""A finding of this audit and its path."""


def refuse_unfit(file: str, scope: Scope, audit_day: str) -> None:
    """Raise ConfigError where an audit of that day (YYYY-MM-DD) could not be appended: before it takes its time."""
    with opened(file, writing=True) as connection:
        _refuse_earlier(connection, file, _series(connection, scope), audit_day)


def record(file: str, audit: Audit, scope: Scope) -> None:
    """Append an audit; one that does not cover all it was asked to is marked, and nothing is concluded from it.

    Raises ConfigError where the file cannot be used, or holds an audit of a later day.
    """
    with opened(file, writing=True) as connection:
        series = _series(connection, scope)
        _refuse_earlier(connection, file, series, audit.as_of.isoformat())
        partial = _partial(audit)
        number = _insert_audit(connection, series, audit, partial)
        if partial is None:
            held = _update_spells(connection, file, series, number, audit)
            connection.execute("UPDATE audits SET held = ? WHERE id = ?", (held, number))


def _partial(audit: Audit) -> str | None:
    """Why what is missing in an audit need not be mended; None where it covers everything."""
    if audit.interrupted:
        return f"interrupted after {len(audit.documents)} of {audit.total} documents"
    if audit.not_read.missing:
        return visible(audit.not_read.missing[0])
    return None if audit.documents else "nothing was read"


def _series(connection: sqlite3.Connection, scope: Scope) -> int:
    connection.execute("INSERT OR IGNORE INTO series (scope) VALUES (?)", (scope.text(),))
    return int(connection.execute("SELECT id FROM series WHERE scope = ?", (scope.text(),)).fetchone()[0])


def _refuse_earlier(connection: sqlite3.Connection, file: str, series: int, day: str) -> None:
    (last,) = connection.execute("SELECT max(as_of) FROM audits WHERE series = ?", (series,)).fetchone()
    if last and last > day:
        raise ConfigError(
            Problem(
                file, f"its last audit is as of {last}, and this one is as of {day}: leave --as-of out, or --history"
            )
        )


def _insert_audit(connection: sqlite3.Connection, series: int, audit: Audit, partial: str | None) -> int:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    about = (series, audit.as_of.isoformat(), now, __version__, audit.glossary.digest, partial)
    cursor = connection.execute(
        "INSERT INTO audits VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
        (*about, len(audit.documents), len(audit.findings), *_counts(audit.score)),
    )
    number = int(cursor.lastrowid or 0)
    for kind, groups in (("entry", audit.entries), ("owner", audit.owners), ("channel", audit.channels)):
        connection.executemany(
            "INSERT INTO totals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [(number, kind, *_group(audit, kind, group)) for group in groups],
        )
    return number


def _group(audit: Audit, kind: str, group: Group) -> tuple[object, ...]:
    name = audit.name(group.key) if kind == "entry" else group.key
    return group.key, name, group.findings, *_counts(group.score)


def _counts(score: Score) -> tuple[float, ...]:
    return score.statements, score.right, score.weight, score.agreeing


def _update_spells(connection: sqlite3.Connection, file: str, series: int, number: int, audit: Audit) -> int:
    """End the spells of what is gone, begin those of what is there now. How many are of documents nobody could read."""
    then: dict[bytes, list[_Row]] = defaultdict(list)
    asked = "SELECT fingerprint, id, path, owner FROM spells WHERE series = ? AND closed IS NULL ORDER BY id"
    for fingerprint, *row in connection.execute(asked, (series,)):
        then[fingerprint].append((row[0], row[1], row[2]))
    now: dict[bytes, list[_Here]] = defaultdict(list)
    for one in audit.findings:
        now[bytes.fromhex(one.finding.fingerprint)].append((seen_from(file, one.document.path), one))
    unread = {seen_from(file, finding.location.path) for finding in audit.not_read.unreadable}
    held = 0
    for fingerprint in {**then, **now}:
        gone, came, stayed = _matched(then[fingerprint], now[fingerprint])
        waiting = [row for row in gone if row[1] in unread]
        gone = [row for row in gone if row[1] not in unread]
        moved = list(zip(gone, came, strict=False))
        held += len(waiting)
        _close(connection, number, gone[len(moved) :])
        _keep(connection, [*stayed, *moved], audit)
        _open(connection, series, number, fingerprint, came[len(moved) :], audit)
    return held


def _matched(rows: Sequence[_Row], here: Sequence[_Here]) -> tuple[list[_Row], list[_Here], list[tuple[_Row, _Here]]]:
    """What is in the same document as before, and what is left on both sides."""
    by_path: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        by_path[row[1]].append(row)
    stayed, came = [], []
    for each in here:
        if waiting := by_path[each[0]]:
            stayed.append((waiting.pop(), each))
        else:
            came.append(each)
    return [row for left in by_path.values() for row in left], came, stayed


def _close(connection: sqlite3.Connection, number: int, rows: Iterable[_Row]) -> None:
    connection.executemany("UPDATE spells SET closed = ? WHERE id = ?", [(number, row[0]) for row in rows])


def _keep(connection: sqlite3.Connection, pairs: Iterable[tuple[_Row, _Here]], audit: Audit) -> None:
    """Note where it is now and whom to ask now."""
    changed = [
        (path, owner, row[0])
        for row, (path, one) in pairs
        if (row[1], row[2]) != (path, owner := _owner(audit, one))
    ]  # fmt: skip
    connection.executemany("UPDATE spells SET path = ?, owner = ? WHERE id = ?", changed)


def _open(
    connection: sqlite3.Connection, series: int, number: int, fingerprint: bytes, here: Sequence[_Here], audit: Audit
) -> None:
    """Begin spells; as many as were there in earlier audits, and did not yet come back, are back."""
    if not here:
        return
    asked = "SELECT count(closed) - total(back) FROM spells WHERE series = ? AND fingerprint = ?"
    (left,) = connection.execute(asked, (series, fingerprint)).fetchone()
    connection.executemany(
        "INSERT INTO spells VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)",
        [
            (series, fingerprint, path, *_about(audit, one), number, int(position < left))
            for position, (path, one) in enumerate(here)
        ],
    )


def _about(audit: Audit, one: Placed) -> Iterator[str | None]:
    finding = one.finding
    yield from (finding.rule, str(finding.severity), str(finding.certainty), finding.entry, _owner(audit, one))
    yield visible(finding.message)


def _owner(audit: Audit, one: Placed) -> str | None:
    entry = audit.entry(one.finding.entry)
    return entry.owner if entry else None
