"""Putting new bytes in files' places, so that at any moment there is the old file or the new one, whole."""

from collections.abc import Sequence
from contextlib import ExitStack, suppress
import os
import stat
import tempfile

from msgspec import Struct

from msglint.errors import MsglintError
from msglint.text.showing import visible


class WriteError(MsglintError):
    """A file could not be written; it is as it was. The message names the file and the cure."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{visible(path)}: {reason}")


class Replacement(Struct, frozen=True):
    """`after` is to stand in the place of `file` (shown as `path`), read as `before` (None: there was none)."""

    path: str
    file: str
    before: bytes | None
    after: bytes


def replace_file(path: str, file: str, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `file` (shown as `path`), which was read as `before`. See replace_files."""
    replace_files([Replacement(path, file, before, after)])


def create_file(path: str, file: str, data: bytes) -> None:
    """Make a new `file` (shown as `path`), whole from the first moment. See replace_files."""
    replace_files([Replacement(path, file, None, data)])


def replace_files(replacements: Sequence[Replacement]) -> None:
    """Put new bytes in the places of all these files, or of none.

    What a link leads to is replaced, not the link; permissions stay. Raises WriteError, and then nothing has changed:
    all is written beside the files before the first takes its place, and where a later one cannot, the earlier ones
    are put back.
    """
    with ExitStack() as cleaning:
        ready = []
        for replacement in replacements:
            target = os.path.realpath(replacement.file)
            written = _prepared(replacement, target)
            cleaning.callback(_forget, written)
            ready.append((replacement, target, written))
        for replacement, target, _ in ready:
            _refuse_changed(replacement, target)
        _swap(ready)
    for folder in {os.path.dirname(target) for _, target, _ in ready}:
        _settle(folder)


def _prepared(replacement: Replacement, target: str) -> str:
    """The name of a file beside the target that holds what is to stand there."""
    path = replacement.path
    try:
        mode = None if replacement.before is None else os.stat(target)
        if mode and not (mode.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) and os.access(target, os.W_OK)):
            raise WriteError(path, "is read-only, so it was not changed: allow writing to it, or leave it out")
        return _written_beside(target, replacement.after, mode)
    except OSError as error:
        raise WriteError(path, f"could not be written ({error.strerror or error}); it is as it was") from error


def _refuse_changed(replacement: Replacement, target: str) -> None:
    try:
        with open(target, "rb") as file:
            now = file.read()
    except FileNotFoundError:
        now = None
    except OSError as error:
        raise WriteError(replacement.path, f"could not be read again ({error.strerror or error})") from error
    if now != replacement.before:
        raise WriteError(replacement.path, "has changed meanwhile, so it was not written: run msglint again")


def _swap(ready: Sequence[tuple[Replacement, str, str]]) -> None:
    done: list[tuple[Replacement, str]] = []
    for replacement, target, written in ready:
        try:
            os.replace(written, target)
        except OSError as error:
            for earlier, place in reversed(done):
                _put_back(earlier, place)
            reason = f"could not be replaced ({error.strerror or error}); it is as it was: is it open in a program?"
            raise WriteError(replacement.path, reason) from error
        done.append((replacement, target))


def _put_back(replacement: Replacement, target: str) -> None:
    """Undo a replacement."""
    if replacement.before is None:
        os.unlink(target)
    else:
        os.replace(_written_beside(target, replacement.before, os.stat(target)), target)


def _written_beside(target: str, data: bytes, like: os.stat_result | None) -> str:
    """A new file in the same folder that holds `data`, on the disk, with these permissions and this owner."""
    handle, name = tempfile.mkstemp(prefix=".msglint-", suffix=".tmp", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if like is None:
            os.chmod(name, 0o666 & ~_umask())
            return name
        os.chmod(name, stat.S_IMODE(like.st_mode))
        if hasattr(os, "chown") and (like.st_uid, like.st_gid) != (os.getuid(), os.getgid()):
            with suppress(PermissionError):  # a colleague's file in a shared folder becomes ours, as in any editor
                os.chown(name, like.st_uid, like.st_gid)
    except OSError:
        _forget(name)
        raise
    return name


def _umask() -> int:
    """What new files are not allowed here; the system only tells it in exchange for another."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _forget(name: str) -> None:
    with suppress(FileNotFoundError):
        os.unlink(name)


def _settle(folder: str) -> None:
    """Make the folder's new entry last, where the system can."""
    with suppress(OSError):  # Windows opens no folders; some file systems do not sync them
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
