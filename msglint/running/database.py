"""The SQLite file that results are kept in: how it is opened, checked, kept small."""

from pathlib import Path
import sqlite3
import zlib

FILE_NAME = "results-1.sqlite"
"""Raise the number when what is kept changes its shape."""
FILE_NAMES, TEMPORARY_NAMES = "results-*.sqlite", "results-*.sqlite-journal"
MOST_BYTES = 256 << 20
"""Half a million clean files; what was not asked for longest goes first."""
_PATIENCE = 1.0
"""Seconds to wait for a run that is writing: it takes milliseconds, or hangs."""
_LEFT = 0.75
"""How much of the bound is left when room was made, so that it is not made every time."""
_STEPS = 8
_COUNT = "SELECT count(*) FROM results"
_TABLE = """
CREATE TABLE IF NOT EXISTS results (
    key BLOB PRIMARY KEY, stamp BLOB, digest BLOB, used INTEGER, verdict BLOB, sum INTEGER
) WITHOUT ROWID
"""


def opened(file: Path) -> sqlite3.Connection:
    """The file, made where there is none. Raises sqlite3.Error and OSError.

    A rollback journal, since write-ahead logs fail on network drives; no waiting for the disk, since what a power
    failure destroys is noticed and made anew.
    """
    if not file.exists():
        file.touch(0o600)  # it quotes documents that others may not read
    connection = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA auto_vacuum = FULL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute(_TABLE)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def sum_of(key: bytes, digest: bytes, packed: bytes) -> int:
    """A checksum: SQLite has none, and a flipped bit may still be a verdict."""
    return zlib.crc32(key + digest + packed)


def is_whole(key: object, digest: object, packed: object, total: object) -> bool:
    """Whether a row is as it was written."""
    return (
        isinstance(key, bytes)
        and isinstance(digest, bytes)
        and isinstance(packed, bytes)
        and sum_of(key, digest, packed) == total
    )


def make_room(connection: sqlite3.Connection) -> None:
    """Let go of what was not used longest where the file has grown over its bound. Raises sqlite3.Error.

    Step by step: pages that are not yet empty do not make the file smaller.
    """
    if _size(connection) <= MOST_BYTES:
        return
    while _size(connection) > _LEFT * MOST_BYTES and (rows := _number(connection, _COUNT)):
        connection.execute(
            "DELETE FROM results WHERE key IN (SELECT key FROM results ORDER BY used LIMIT ?)", (rows // _STEPS + 1,)
        )


def count(file: Path) -> int | None:
    """How many results a file holds; None where it is damaged."""
    try:
        connection = opened(file)
        try:
            return _number(connection, _COUNT)
        finally:
            connection.close()
    except (sqlite3.Error, OSError):
        return None


def _size(connection: sqlite3.Connection) -> int:
    return _number(connection, "PRAGMA page_count") * _number(connection, "PRAGMA page_size")


def _number(connection: sqlite3.Connection, asked: str) -> int:
    return int(connection.execute(asked).fetchone()[0])
