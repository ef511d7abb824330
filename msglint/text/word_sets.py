"""Named sets of words, kept as data: blocks of words under "[name]" lines; "#" begins a comment."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The sets in data/<name>.txt."""
    sets: dict[str, set[str]] = {}
    for line in (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        words = line.partition("#")[0].split()
        if len(words) == 1 and words[0].startswith("["):
            current = sets.setdefault(words[0].strip("[]"), set())
        elif words:
            current.update(words)
    return {title: frozenset(words) for title, words in sets.items()}
