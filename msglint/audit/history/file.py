"""The SQLite file of a history: made, opened, checked; what is wrong with it is told with the cure."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
import os
import sqlite3

from msglint.errors import ConfigError, Problem

APPLICATION = 0x6D73676C
"""Stands in the file's header for msglint ("msgl"): https://www.sqlite.org/fileformat2.html#application_id"""
SCHEMA = 1
"""The header's user_version. Raise it when the tables change, and bring older files along."""

_MAGIC = b"SQLite format 3\0"
_HEADER, _VERSION_AT, _APPLICATION_AT = 100, 60, 68
_PATIENCE = 30.0
"""Seconds to wait for another audit that is writing, which takes it a fraction of one."""

_TABLES = (
    "CREATE TABLE series (id INTEGER PRIMARY KEY, scope TEXT NOT NULL UNIQUE)",
    """CREATE TABLE audits (
        id INTEGER PRIMARY KEY, series INTEGER NOT NULL, as_of TEXT NOT NULL, at TEXT NOT NULL, version TEXT NOT NULL,
        glossary TEXT NOT NULL, partial TEXT, documents INTEGER NOT NULL, findings INTEGER NOT NULL,
        held INTEGER NOT NULL, statements INTEGER NOT NULL, correct INTEGER NOT NULL, weight REAL NOT NULL,
        agreeing REAL NOT NULL)""",
    """CREATE TABLE totals (
        audit INTEGER NOT NULL, kind TEXT NOT NULL, which TEXT, name TEXT, findings INTEGER NOT NULL,
        statements INTEGER NOT NULL, correct INTEGER NOT NULL, weight REAL NOT NULL, agreeing REAL NOT NULL)""",
    # A finding from the audit that saw it first to the one that saw it no more; `back`: it had been there before.
    """CREATE TABLE spells (
        id INTEGER PRIMARY KEY, series INTEGER NOT NULL, fingerprint BLOB NOT NULL, path TEXT NOT NULL,
        rule TEXT NOT NULL, severity TEXT NOT NULL, certainty TEXT NOT NULL, entry TEXT, owner TEXT,
        message TEXT NOT NULL, opened INTEGER NOT NULL, closed INTEGER, back INTEGER NOT NULL)""",
    "CREATE INDEX spells_open ON spells (series, closed)",
    "CREATE INDEX spells_by_fingerprint ON spells (series, fingerprint)",
    "CREATE INDEX totals_of_audit ON totals (audit)",
)


@contextmanager
def opened(file: str, writing: bool = False) -> Iterator[sqlite3.Connection]:
    """The file within one transaction, which is undone where the body raises. Writing makes it where it is not there.

    A rollback journal: write-ahead logs fail on network drives, and nobody waits for the one short write of an audit.
    Raises ConfigError where it is not there, damaged, of another program, read-only, or busy for too long.
    """
    try:
        _refuse_foreign(file, writing)
        with closing(sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)) as connection:
            connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
            try:
                _prepare(connection, file)
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()
    except (sqlite3.Error, OSError) as error:
        raise _told(file, error) from error


def _refuse_foreign(file: str, writing: bool) -> None:
    """Judge by the header alone, so that no other program's file is even opened by SQLite."""
    header = b""
    if os.path.exists(file):
        with open(file, "rb") as start:
            header = start.read(_HEADER)
    if not header and not writing:
        raise _error(file, "there is no such history: begin it by `msglint audit --history` with that file")
    if header and not header.startswith(_MAGIC):
        raise _error(file, "is no history of audits, and was left as it is: name another file")
    if len(header) == _HEADER:
        application, version = (int.from_bytes(header[at : at + 4]) for at in (_APPLICATION_AT, _VERSION_AT))
        if application != APPLICATION:
            raise _error(file, "is a database of another program, and was left as it is: name another file")
        if version != SCHEMA:
            raise _error(file, "was written by a newer msglint: update this one, or name another file")
    if header and writing and not os.access(file, os.W_OK):
        raise _error(file, "may only be read: allow writing to it, or name another file")


def _prepare(connection: sqlite3.Connection, file: str) -> None:
    """Make the tables in an empty file, and look whether they are sound in any other."""
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    if found == APPLICATION:
        (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if state != "ok":
            raise sqlite3.DatabaseError(state.splitlines()[-1])
        return
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,):
        raise _error(file, "is a database of another program, and was left as it is: name another file")
    for statement in _TABLES:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _told(file: str, error: sqlite3.Error | OSError) -> ConfigError:
    if isinstance(error, OSError):
        return _error(file, f"cannot be opened ({error.strerror}): name another file")
    if isinstance(error, sqlite3.OperationalError):
        busy = "locked" in str(error)
        cure = (
            "let the other program end, and run this again" if busy else "is there such a folder, may it be written to?"
        )
        return _error(file, f"cannot be used ({error}): {cure}")
    return _error(file, f"is damaged ({error}): put back a copy of it, or name another file")


def _error(file: str, text: str) -> ConfigError:
    return ConfigError(Problem(file, text))
