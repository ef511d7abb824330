"""How places and foreign text are shown to people: on one line, and harmless to a terminal."""

import os
from pathlib import Path

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Location

# C0 and C1 controls can move the cursor and recolour the screen; the bidirectional ones reorder what is read
# (Trojan Source, CVE-2021-42574). Lone surrogates stand for undecodable bytes in file names.
_HARMFUL = lazy_pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def shown(path: str | Path) -> str:
    """A path as people see it: relative to the working directory where there is a way, with forward slashes."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive of Windows
        relative = os.path.abspath(path)
    return relative.replace(os.sep, "/")


def visible(text: str) -> str:
    """The text on one line, each character that could disturb a terminal replaced by U+FFFD, one for one."""
    return _HARMFUL.sub("\ufffd", text)


def place(location: Location) -> str:
    """`path:line:column` where there are lines, and in brackets the place where there is one: "deck.pptx (slide 3)"."""
    parts = [location.path, location.line, location.column]
    spot = ":".join(visible(str(part)) for part in parts if part is not None)
    return f"{spot} ({visible(location.place)})" if location.place else spot
