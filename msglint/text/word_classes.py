"""Classes of words, by name: the tables that code goes by are data (data/word-classes.txt)."""

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "word-classes.txt"


def word_class(name: str) -> frozenset[str]:
    """The words of a class, in small letters. Raises KeyError for a class that is not in the file."""
    return _classes()[name]


@cache
def _classes() -> dict[str, frozenset[str]]:
    lines = (line for line in _DATA.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    paragraphs = "\n".join(lines).split("\n\n")
    named = (paragraph.partition(":") for paragraph in paragraphs if paragraph.strip())
    return {name.strip(): frozenset(words.split()) for name, _, words in named}
