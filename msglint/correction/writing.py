"""Putting corrected bytes in a file's place, so that at any moment there is the old file or the new one, whole."""

from contextlib import suppress
import os
import stat
import tempfile

from msglint.errors import MsglintError
from msglint.text.showing import visible


class WriteError(MsglintError):
    """A corrected file could not be written; the original is as it was. The message names the file and the cure."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{visible(path)}: {reason}")


def replace_file(path: str, file: str, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `file` (shown as `path`), which was read as `before`.

    What a link leads to is replaced, not the link; permissions stay. Raises WriteError, and then nothing has changed.
    """
    target = os.path.realpath(file)
    try:
        mode = os.stat(target)
        if not mode.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(target, os.W_OK):
            raise WriteError(path, "is read-only, so it was not corrected: allow writing to it, or leave it out")
        written = _written_beside(target, after, mode)
    except OSError as error:
        raise WriteError(path, f"could not be corrected ({error.strerror or error}); it is as it was") from error
    try:
        with open(target, "rb") as now:
            if now.read() != before:
                raise WriteError(path, "has changed while it was checked, so it was not corrected: run msglint again")
        os.replace(written, target)
    except OSError as error:
        reason = f"could not be replaced ({error.strerror or error}); it is as it was: is it open in a program?"
        raise WriteError(path, reason) from error
    finally:
        with suppress(FileNotFoundError):
            os.unlink(written)
    _settle(os.path.dirname(target))


def create_file(path: str, file: str, data: bytes) -> None:
    """Make a new `file` (shown as `path`), whole from the first moment. Raises WriteError, and then there is none."""
    written = os.path.join(os.path.dirname(file), f".msglint-{os.getpid()}.tmp")
    try:
        with open(written, "xb") as out:
            out.write(data)
        os.replace(written, file)
    except OSError as error:
        with suppress(FileNotFoundError):
            os.unlink(written)
        raise WriteError(path, f"could not be written ({error.strerror or error}): is the folder there?") from error


def _written_beside(target: str, data: bytes, mode: os.stat_result) -> str:
    """A new file in the same folder that holds `data`, on the disk, with the permissions and owner of the target."""
    handle, name = tempfile.mkstemp(prefix=".msglint-", suffix=".tmp", dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, stat.S_IMODE(mode.st_mode))
        if hasattr(os, "chown") and (mode.st_uid, mode.st_gid) != (os.getuid(), os.getgid()):
            with suppress(PermissionError):  # a colleague's file in a shared folder becomes ours, as in any editor
                os.chown(name, mode.st_uid, mode.st_gid)
    except OSError:
        with suppress(FileNotFoundError):
            os.unlink(name)
        raise
    return name


def _settle(folder: str) -> None:
    """Make the folder's new entry last, where the system can."""
    with suppress(OSError):  # Windows opens no folders; some file systems do not sync them
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
