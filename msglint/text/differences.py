"""Two texts as a unified diff."""

from collections.abc import Iterator

from msglint.lazy_pattern import lazy_pattern
from msglint.text.showing import visible

_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_NO_BREAK = "\n\\ No newline at end of file\n"


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff of a file of that name."""
    from difflib import unified_diff  # slow to import, and nobody else needs it

    for line in unified_diff(_LINE.findall(before), _LINE.findall(after), visible(name), visible(name)):
        yield line if line.endswith(("\n", "\r")) else line + _NO_BREAK
