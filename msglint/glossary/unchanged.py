"""Is a glossary still what it was? Asked of its files as they are, without understanding any of them."""

from collections.abc import Iterable
import hashlib
from pathlib import Path

from msglint.glossary.includes import included_files


def add_file(digest: "hashlib._Hash", data: bytes) -> None:
    """Make a file part of a glossary's digest."""
    digest.update(b"%d\0" % len(data))
    digest.update(data)


def is_unchanged(files: Iterable[str], includes: Iterable[tuple[str, str]], digest: str) -> bool:
    """Whether a glossary with these `files`, `includes` and `digest` would be read the same now.

    It is where the files say what they said and the patterns of its includes lead to no other one.
    """
    now, known = hashlib.sha256(), set()
    try:
        for file in files:
            known.add(Path(file).resolve())
            add_file(now, Path(file).read_bytes())
    except (OSError, ValueError):
        return False
    found = {path.resolve() for pattern, file in includes for path in included_files(pattern, Path(file))}
    return now.hexdigest() == digest and found <= known
