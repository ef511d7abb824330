"""Files that are kept between runs: written whole or not at all, whoever else is writing, and never relied on."""

import os
from pathlib import Path

TEMPORARY_NAMES = ".kept-*"
"""As `Path.glob` has them: files that were not written to their end."""


def keep(file: Path, data: bytes) -> None:
    """Write a file and the folders it is in; where that cannot be done is no error, the next run makes it again."""
    import tempfile  # 10 ms that a run does without where all is kept

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=file.parent, prefix=TEMPORARY_NAMES.rstrip("*"))
        with os.fdopen(handle, "wb") as opened:
            opened.write(data)
        os.replace(temporary, file)
    except OSError:
        return
