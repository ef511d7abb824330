"""One writing verb at a time on one glossary, on one machine; against all others there is the comparison of bytes."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
import hashlib
from pathlib import Path

from msglint.errors import MsglintError

_PATIENCE = 30.0
"""Seconds to wait for another verb; the slowest takes a few."""


@contextmanager
def locked(glossary: Path, folder: Path | None) -> Iterator[None]:
    """Hold the lock of a glossary, which is kept in `folder`: beside the glossary people would find it, and commit it.

    Without a folder, or where it cannot be written, nothing is locked. Raises MsglintError where another verb is busy.
    """
    with ExitStack() as held:
        if folder is not None:
            _acquire(glossary, folder, held)
        yield


def _acquire(glossary: Path, folder: Path, held: ExitStack) -> None:
    from filelock import FileLock, Timeout

    name = hashlib.sha256(str(glossary.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        held.enter_context(FileLock(folder / f"{name}.lock", timeout=_PATIENCE))
    except Timeout as error:
        raise MsglintError(f"{glossary.as_posix()}: another msglint is writing it: wait for that, or end it") from error
    except OSError:  # a home that cannot be written: the comparison of bytes must do
        return
