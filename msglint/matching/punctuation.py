"""Labels with punctuation inside, as in “Yahoo! Mail”: names with the very same, and no two sentences, are meant."""

from collections.abc import Iterable, Iterator, Sequence

from msglint.matching import Candidate
from msglint.text.normalise import normalise
from msglint.text.tokens import BREAK, Token, tokenize


def as_punctuated(candidates: Iterable[Candidate], tokens: Sequence[Token], text: str) -> Iterator[Candidate]:
    """Without those of which the punctuation between two words is another than the label's."""
    for candidate in candidates:
        if all(word.gap != BREAK for word in candidate.pattern.words[1:]) or _alike(candidate, tokens, text):
            yield candidate


def _alike(candidate: Candidate, tokens: Sequence[Token], text: str) -> bool:
    label = candidate.pattern.label.text
    return _signs(tokens[candidate.first : candidate.last + 1], text) == _signs(tokenize(label), label)


def _signs(tokens: Sequence[Token], text: str) -> list[str]:
    """What stands in the place of each break between these words, in one kind of white space."""
    return [
        " ".join(normalise(text[before.end : token.start]).text.split()) if token.gap == BREAK else ""
        for before, token in zip(tokens, tokens[1:], strict=False)
    ]
