"""Slips of the keyboard: which written words could be a label's word, mistyped."""

from collections.abc import Sequence
from itertools import groupby

FEWEST_LETTERS = 5
"""Label words shorter than this have no slips (design: 0 edits up to 4 letters, 1 for 5–7, 2 from 8)."""

MOST_EDITS = 2

MOST_LETTERS = 40
"""Longer words have no slips: comparing grows with the square of their number of letters."""


def may_slip(word: str) -> bool:
    """Whether a label's word, or a label run together, is one whose slips are looked for."""
    return word.isalpha() and len(word) <= MOST_LETTERS


def edit_limit(letters: int) -> int:
    """How many slips a label word of that many letters may have."""
    return 0 if letters < FEWEST_LETTERS else 1 if letters < 8 else 2


def is_slip(written: str, word: str) -> bool:
    """Whether `written` (folded) is `word` with one or more slips within its limit, in the optimal string alignment
    distance: a swap of neighbours is one edit.

    A letter doubled in the wrong place ("tarrif") is two edits and one slip of the hand, and counts as one.
    """
    from rapidfuzz.distance import OSA

    limit = edit_limit(len(word))
    if not limit or written == word:
        return False
    return OSA.distance(written, word, score_cutoff=limit) <= limit or _undoubled(written) == _undoubled(word)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))


def leaving_alike(written: str, words: Sequence[str], limit: int = 0) -> list[str]:
    """The words of which the same is left as of `written` when at most `limit` letters of the word, as many as it may
    have slips where that is not said, and MOST_EDITS of `written` are struck out.
    """
    if not words:
        return []
    from rapidfuzz.distance.LCSseq import similarity

    least = len(written) - MOST_EDITS
    near = [word for word in words if similarity(written, word) >= least]
    return [word for word in near if similarity(written, word) >= len(word) - (limit or edit_limit(len(word)))]
