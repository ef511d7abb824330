"""Slips of the keyboard: which written words could be a label's word, mistyped.

Near words are found by symmetric deletion (W. Garbe's SymSpell): two words are within d edits only if striking at most
d letters from each can make them equal; rapidfuzz then measures the optimal string alignment distance, in which a swap
of neighbours is one edit.
"""

from itertools import groupby

FEWEST_LETTERS = 5
"""Label words shorter than this have no slips (design: 0 edits up to 4 letters, 1 for 5–7, 2 from 8)."""

MOST_EDITS = 2

MOST_LETTERS = 40
"""Longer words have no slips: striking out letters grows with the square of their number."""


def edit_limit(letters: int) -> int:
    """How many slips a label word of that many letters may have."""
    return 0 if letters < FEWEST_LETTERS else 1 if letters < 8 else 2


def is_slip(written: str, word: str) -> bool:
    """Whether `written` (folded) is `word` with one or more slips within its limit.

    A letter doubled in the wrong place ("tarrif") is two edits and one slip of the hand, and counts as one.
    """
    from rapidfuzz.distance import OSA

    limit = edit_limit(len(word))
    if not limit or written == word:
        return False
    return OSA.distance(written, word, score_cutoff=limit) <= limit or _undoubled(written) == _undoubled(word)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def shortened(word: str) -> list[str]:
    """What is left of a label word, as many letters struck out as it may have slips; nothing if it has none."""
    limit = edit_limit(len(word))
    return deletions(word, limit) if limit else []


def deletions(word: str, limit: int) -> list[str]:
    """The word itself and all that is left of it when up to `limit` (at most 2) letters are struck out."""
    once = [word[:i] + word[i + 1 :] for i in range(len(word))]
    if limit < 2:
        return [word, *once] if limit else [word]
    twice = [rest[:j] + rest[j + 1 :] for i, rest in enumerate(once) for j in range(i, len(rest))]
    return [word, *once, *twice]
