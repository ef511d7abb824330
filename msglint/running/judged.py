"""One file judged as a run needs it: a small verdict, and what tells later whether the file is still the same."""

import hashlib
import os
import time
from typing import NamedTuple

from msgspec.structs import replace

from msglint.engine import Standard, Verdict, judge_file
from msglint.errors import ReadError
from msglint.sources import SourceFile

_SETTLED = 2_000_000_000
"""Nanoseconds after which a file that changes again bears another time: FAT's clock ticks every two seconds. git takes
the same care with files that are “racily clean”: https://git-scm.com/docs/racy-git."""


class Judged(NamedTuple):
    """`stamp` and `digest` are those of the bytes the verdict is about; empty where they were not asked for."""

    verdict: Verdict
    stamp: bytes = b""
    digest: bytes = b""


def judge(file: SourceFile, standard: Standard, marked: bool) -> Judged:
    """Judge one file; `marked` asks for stamp and digest. Findings come without edits, which hold whole paragraphs."""
    if not marked or file.data is not None:
        return Judged(_without_edits(judge_file(file, standard)))
    stamp = stamp_of(file.file or file.path)  # before it is read: what changes in between is seen the next time
    try:
        data = file.read()
    except ReadError:
        return Judged(judge_file(file, standard))
    verdict = judge_file(replace(file, data=data), standard)
    return Judged(_without_edits(verdict), stamp, digest_of(data))


def stamp_of(path: str) -> bytes:
    """What the file system says of a file that changes whenever its bytes do; b"" where it cannot be relied on."""
    try:
        found = os.stat(path)
    except OSError:
        return b""
    if max(found.st_mtime_ns, found.st_ctime_ns) > time.time_ns() - _SETTLED:
        return b""
    return b"%d %d %d %d" % (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def digest_of(data: bytes) -> bytes:
    """16 bytes that stand for the content."""
    return hashlib.blake2b(data, digest_size=16).digest()


def _without_edits(verdict: Verdict) -> Verdict:
    if not verdict.findings or not any(finding.edits for finding in verdict.findings):
        return verdict
    return replace(verdict, findings=tuple(replace(finding, edits=()) for finding in verdict.findings))
