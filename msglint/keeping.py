"""Files that are kept between runs: written whole or not at all, whoever else is writing, and never relied on."""

from contextlib import suppress
import os
from pathlib import Path

TEMPORARY_NAMES = ".kept-*"
"""As `Path.glob` has them: files that were not written to their end."""

MOST_BYTES = 256 << 20
"""Of all files of one kind, "glossary-….bin" for one; what was written longest ago goes first."""


def keep(file: Path, data: bytes) -> None:
    """Write a file and the folders it is in; where that cannot be done is no error, the next run makes it again."""
    import tempfile  # 10 ms that a run does without where all is kept

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=TEMPORARY_NAMES.rstrip("*"))
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.replace(temporary, file)
        _make_room(file)
    except OSError:
        return


def _make_room(kept: Path) -> None:
    """Remove the oldest files of that kind where together they are too large; never the one just kept."""
    kind = kept.name.partition("-")[0]
    others = [file for file in kept.parent.glob(f"{kind}-*{kept.suffix}") if file != kept]
    found = sorted(((file.stat(), file) for file in others), key=lambda one: one[0].st_mtime, reverse=True)
    size = kept.stat().st_size
    for status, file in found:
        size += status.st_size
        if size > MOST_BYTES:
            with suppress(OSError):  # another run was faster
                file.unlink()
