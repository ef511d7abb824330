"""A name run together with a slip in one of its words: "buisnesslunch"."""

from collections.abc import Iterator

from msglint.glossary.lexicon import Lexicon
from msglint.glossary.patterns import Pattern
from msglint.glossary.slips import is_slip
from msglint.matching import Candidate
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.tokens import Token
from msglint.text.words import is_word


def joined_slips(token: Token, at: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Candidates for one written word that is nearly a label run together."""
    for number in lexicon.verdict(token.key).joined:
        pattern = lexicon.patterns[number]
        if _one_word_slipped(token.key, pattern):
            variations = frozenset((Variation.JOINT, Variation.TYPO))
            yield Candidate(at, at, pattern, variations, Certainty.LIKELY)


def _one_word_slipped(written: str, pattern: Pattern) -> bool:
    """Whether all words but one are there, and what stands for that one is a slip of it and no word."""
    keys = [word.key for word in pattern.words]
    for index, key in enumerate(keys):
        before, after = "".join(keys[:index]), "".join(keys[index + 1 :])
        if not (written.startswith(before) and written.endswith(after)):
            continue
        slip = written[len(before) : len(written) - len(after)]
        if is_slip(slip, key) and not is_word(slip):
            return True
    return False
