"""Verdicts kept between runs, in one SQLite file: bounded in size, shared by runs at the same time, never relied on."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
import hashlib
import os
from pathlib import Path
import sqlite3
import time

from msgspec import Struct

from msglint.engine import Verdict
from msglint.errors import ReadError
from msglint.running import database
from msglint.running.judged import Judged, digest_of, stamp_of
from msglint.running.packing import pack, unpack
from msglint.sources import SourceFile

_PAGE = 500
"""Rows of one question or transaction."""
_DAY = 86_400


class _Row(Struct, frozen=True):
    stamp: bytes
    digest: bytes
    used: int
    packed: bytes


class Results:
    """What earlier runs found under the same `ingredients`.

    A file's result is its newest one: it holds while the file's `stamp` does, else while its content's digest does.
    Trouble with the file on the disk is told once, to `warn`, and from then on nothing is known and nothing is kept.
    """

    def __init__(self, folder: Path, ingredients: bytes, warn: Callable[[str], None]) -> None:
        self._file, self._ingredients, self._warn = folder / database.FILE_NAME, ingredients, warn
        self._today = int(time.time()) // _DAY
        self._new: list[tuple[bytes, bytes, bytes, int, bytes, int]] = []
        self._seen: list[tuple[bytes, int, bytes]] = []
        self._wrote = False
        self._connection: sqlite3.Connection | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = database.opened(self._file)
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def recall(self, files: Sequence[SourceFile]) -> Iterator[Verdict | None]:
        """The verdict of each file; None where it is not known."""
        for first in range(0, len(files), _PAGE):
            page = files[first : first + _PAGE]
            keys = [self._key(file) for file in page]
            rows = self._rows(keys)
            for key, file in zip(keys, page, strict=True):
                row = rows.get(key)
                yield self._verdict(key, file, row) if row else None
            if len(self._seen) >= _PAGE:
                self._write()

    def keep(self, file: SourceFile, judged: Judged) -> None:
        """Keep what a file came to, unless another run might read more of it."""
        verdict = judged.verdict
        if self._connection is None or not judged.digest or verdict.unreadable or verdict.incomplete:
            return
        key, packed = self._key(file), pack(verdict)
        self._new.append(
            (key, judged.stamp, judged.digest, self._today, packed, database.sum_of(key, judged.digest, packed))
        )
        if len(self._new) >= _PAGE:
            self._write()

    def close(self) -> None:
        """Write what is not yet written, and make room."""
        self._write()
        if self._connection is None:
            return
        try:
            if self._wrote:
                database.make_room(self._connection)
            self._connection.close()
        except sqlite3.Error as error:
            self._give_up(error)
        self._connection = None

    def _key(self, file: SourceFile) -> bytes:
        """The path as it is shown is part of the findings, and the whole one decides what settings say of it."""
        said = f"{file.path}\0{file.file}".encode("utf-8", "surrogatepass")
        return hashlib.blake2b(self._ingredients + said, digest_size=16).digest()

    def _rows(self, keys: Sequence[bytes]) -> dict[bytes, _Row]:
        if self._connection is None:
            return {}
        asked = f"SELECT key, stamp, digest, used, verdict, sum FROM results WHERE key IN ({','.join('?' * len(keys))})"
        try:
            found = self._connection.execute(asked, keys).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return {}
        return {key: _Row(*row) for key, *row, total in found if database.is_whole(key, row[1], row[3], total)}

    def _verdict(self, key: bytes, file: SourceFile, row: _Row) -> Verdict | None:
        stamp = stamp_of(file.file or file.path)
        if not stamp or stamp != row.stamp:
            try:
                if digest_of(file.read()) != row.digest:
                    return None
            except ReadError:
                return None
        if row.used != self._today or stamp != row.stamp:
            self._seen.append((stamp, self._today, key))
        try:
            return unpack(row.packed, file.path)
        except ValueError:
            return None

    def _write(self) -> None:
        if self._connection is None or not (self._new or self._seen):
            return
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?)", self._new)
            self._connection.executemany("UPDATE results SET stamp = ?, used = ? WHERE key = ?", self._seen)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)
        self._wrote = True
        self._new.clear()
        self._seen.clear()

    def _give_up(self, error: sqlite3.Error | OSError) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._new.clear()
        cure = "name another folder by --cache-dir, or say --no-cache"
        if type(error) is sqlite3.DatabaseError:  # damaged; what merely failed is an OperationalError
            with suppress(OSError):
                os.unlink(self._file)
                cure = "it was removed, and the next run begins it anew"
        self._warn(f"{self._file}: results of earlier runs cannot be used ({error}): {cure}")
