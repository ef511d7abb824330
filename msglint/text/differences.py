"""Two texts as a unified diff."""

from collections.abc import Iterable, Iterator

from msglint.lazy_pattern import lazy_pattern
from msglint.text.showing import visible

_LINE = lazy_pattern(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")
_NO_BREAK = "\n\\ No newline at end of file\n"
_CONTEXT = 3


def unified(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of the diff of a file of that name."""
    from msglint.text.patience import Matcher  # imports difflib, which is slow, and nobody else needs it

    old, new = _LINE.findall(before), _LINE.findall(after)
    hunks = list(Matcher(old, new).get_grouped_opcodes(_CONTEXT))
    if hunks:
        yield f"--- {visible(name)}\n"
        yield f"+++ {visible(name)}\n"
    for hunk in hunks:
        first, last = hunk[0], hunk[-1]
        yield f"@@ -{_range(first[1], last[2])} +{_range(first[3], last[4])} @@\n"
        for line in _changed(hunk, old, new):
            yield line if line.endswith(("\n", "\r")) else line + _NO_BREAK


def _changed(hunk: Iterable[tuple[str, int, int, int, int]], old: list[str], new: list[str]) -> Iterator[str]:
    for what, start, end, new_start, new_end in hunk:
        if what == "equal":
            yield from (f" {line}" for line in old[start:end])
        else:
            yield from (f"-{line}" for line in old[start:end])
            yield from (f"+{line}" for line in new[new_start:new_end])


def _range(start: int, end: int) -> str:
    """Lines from 1, and how many; an empty range begins with the line before it (POSIX diff -u)."""
    count = end - start
    return f"{start + 1}" if count == 1 else f"{start + 1 if count else start},{count}"
