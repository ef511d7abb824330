"""What a baseline's file is told by, without what is in it."""

import os

TITLE = "# msglint baseline "


def is_baseline(file: str) -> bool:
    """Whether a file is a baseline, by its first words: it names what is stale, and is no document."""
    if "baseline" not in os.path.basename(file).casefold():
        return False
    try:
        with open(file, "rb") as opened:
            return opened.read(100).decode("utf-8-sig", errors="replace").startswith(TITLE)
    except OSError:  # reading it as a document will tell
        return False
