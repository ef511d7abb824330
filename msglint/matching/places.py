"""Where in a text a name may be: few texts have such a place, and few words of those stand near one."""

from collections.abc import Sequence, Set
from itertools import count

from msglint.glossary.clues import Clue
from msglint.glossary.lexicon import Lexicon, letters
from msglint.glossary.patterns import Pattern


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


def labels_around(clue: Clue, said: Set[str], lexicon: Lexicon) -> list[tuple[str, Pattern]]:
    """The labels to look for around a word, where `said` are the label words near it, each with what the word is."""
    return [
        (key, lexicon.patterns[number])
        for key in clue.keys
        for number, need in zip(lexicon.around[key], lexicon.needs[key], strict=True)
        if need <= said
    ]


def _goes_on(word: str, following: str, lexicon: Lexicon) -> bool:
    """Whether a run-together form goes on with the next word, whatever sign is between them."""
    before, after = letters(word), letters(following)
    if lexicon.begins_form(before + after):
        return True
    return any(lexicon.begins_form(before + sign + after) for sign in lexicon.signs)
