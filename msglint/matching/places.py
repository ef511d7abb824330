"""Where in a text a name may be: few texts have such a place, and few words of those stand near one."""

from collections.abc import Sequence
from itertools import count

from msglint.glossary.lexicon import Lexicon, letters


def places(words: Sequence[str], lexicon: Lexicon) -> list[int]:
    """Which of these folded words may be a name, begin one in pieces, or be that which one is looked for around.

    A superset of what matching finds, since what stands between words is not asked for.
    """
    following = (*words[1:], " ")
    told = [
        (at, clue, after)
        for at, clue, after in zip(count(), map(lexicon.clues.__getitem__, words), following, strict=False)
        if clue
    ]
    said = {key for _, clue, _ in told for key in clue.keys}
    anchors = {key for key in said if any(need <= said for need in lexicon.needs[key])}
    return [
        at
        for at, clue, after in told
        if clue.whole
        or (clue.keys and not anchors.isdisjoint(clue.keys))
        or (after[0] in clue.after and _goes_on(words[at], after, lexicon))
    ]


def _goes_on(word: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a run-together form goes on with the next word, whatever sign is between them."""
    before, after = letters(word), letters(following)
    if lexicon.begins_form(before + after):
        return True
    return any(lexicon.begins_form(before + sign + after) for sign in lexicon.signs)
