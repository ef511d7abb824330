"""A finding's identity: what is said and the words around it, not where the file or the line happens to be."""

import hashlib

from msglint.lazy_pattern import lazy_pattern
from msglint.text.normalise import fold, normalise
from msglint.text.sentences import sentence_at

_WORD = lazy_pattern(r"\w+")
_NEIGHBOURS = 5
"""Words on each side; enough to tell two mentions in one paragraph apart, few enough to survive edits further off."""
_REACH = 200
"""Characters on each side in which those words are looked for."""


def fingerprint(code: str, entry: str | None, text: str, start: int, end: int) -> str:
    """32 hexadecimal digits made of rule, entry, the folded words text[start:end] and their folded neighbours.

    Neighbours are those of the same sentence: a sentence written before or behind it changes nothing. Nor do line
    wraps, markup, typographic quotes, spaces and hyphens, and soft hyphens.
    """
    first, last = sentence_at(text, start)[0], sentence_at(text, max(end - 1, start))[1]
    before = _words(text[max(first, start - _REACH) : start])[-_NEIGHBOURS:]
    after = _words(text[end : min(last, end + _REACH)])[:_NEIGHBOURS]
    parts = [code, entry or "", " ".join(before), " ".join(_folded(text[start:end]).split()), " ".join(after)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _words(text: str) -> list[str]:
    return _WORD.findall(_folded(text))


def _folded(text: str) -> str:
    return fold(normalise(text).text)
