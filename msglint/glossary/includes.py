"""Which files belong to a glossary."""

import glob
import os
from pathlib import Path

JOURNAL = ".signed"
"""Suffix, in the place of the glossary's own, of the file beside it that keeps what was signed (agreement.journal)."""


def included_files(pattern: str, including: Path) -> list[Path]:
    """The files a pattern names, relative to the folder of the including file, sorted.

    [] where there is none. A pattern with wildcards (`*`, `?`, `[…]`, `**`) never means the including file itself.
    """
    folder = including.parent
    try:
        if not glob.has_magic(pattern):
            path = Path(os.path.normpath(folder / pattern))
            return [path] if path.is_file() else []
        found = sorted(glob.glob(pattern, root_dir=folder, recursive=True))
    except ValueError:  # a NUL character in the pattern
        return []
    paths = [Path(os.path.normpath(folder / name)) for name in found]
    return [path for path in paths if path.is_file() and not path.samefile(including)]
