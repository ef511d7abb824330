"""A finding's identity: what is said and the words around it, not where the file or the line happens to be."""

import hashlib
import re

_WORD = re.compile(r"\w+")
_NEIGHBOURS = 5
"""Words on each side; enough to tell two mentions in one paragraph apart, few enough to survive edits further off."""


def fingerprint(code: str, entry: str | None, text: str, start: int, end: int) -> str:
    """32 hexadecimal digits made of rule, entry, the folded words text[start:end] and their folded neighbours."""
    before = _WORD.findall(text[max(0, start - 200) : start].casefold())[-_NEIGHBOURS:]
    after = _WORD.findall(text[end : end + 200].casefold())[:_NEIGHBOURS]
    said = " ".join(text[start:end].casefold().split())
    parts = [code, entry or "", " ".join(before), said, " ".join(after)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
