"""Names: where any label of the glossary stands, in whatever shape. Mentions have kind "name".

An exception of `match.not` that kept a label from being found is a mention of kind "exception", with the Exception_ as
its value.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from msgspec.structs import replace

from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.matching import Candidate
from msglint.matching.casing import Setting, judge_case
from msglint.matching.joined import joined_slips
from msglint.matching.language import in_language, in_speech
from msglint.matching.places import labels_around, places
from msglint.matching.punctuation import as_punctuated
from msglint.matching.reorder import reordered
from msglint.matching.resolve import held_today, longest, unexcepted, unmasked
from msglint.matching.sequence import in_order
from msglint.matching.windows import certain_forms
from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Circumstances, Mention
from msglint.text.masks import masks
from msglint.text.tokens import Token, Words, stretch_around, tokenize, tokens_between

_AT_ONCE = 100
"""Segments whose words are told apart together."""
_WRAPPED = lazy_pattern(r"-\s*[\r\n]")


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All names in a document, in reading order."""
    segments = (segment for segment in document.segments if segment.role is not Role.CODE)
    while met := [(segment, Words(segment.text)) for segment in islice(segments, _AT_ONCE)]:
        lexicon.meet(chain.from_iterable(words.keys for _, words in met))
        for segment, words in met:
            if tokens := _near_names(segment.text, words, lexicon):
                yield from _in_segment(segment, tokens, lexicon, circumstances)


def _near_names(text: str, words: Words, lexicon: Lexicon) -> Sequence[Token]:
    """The words that may be part of a name, and all that no punctuation parts from them."""
    # A name in pieces ("launch pad") counts in plain text only beside a word that tells of one by itself.
    if text.isascii() and not _WRAPPED.search(text) and not _tells(words.keys, lexicon):
        return ()
    found = places(words.keys, lexicon)
    if found and lexicon.broken:
        return tokenize(text)
    tokens: list[Token] = []
    done = 0
    for start in words.starts(found):
        if start >= done:
            first, last = stretch_around(text, start)
            tokens += tokens_between(text, max(first, done), last)
            done = last
    return tokens


def _tells(keys: Iterable[str], lexicon: Lexicon) -> bool:
    """Whether any word alone tells of a name."""
    return any(clue.part for clue in filter(None, map(lexicon.clues.__getitem__, keys)))


def _in_segment(
    segment: Segment, tokens: Sequence[Token], lexicon: Lexicon, circumstances: Circumstances
) -> Iterator[Mention]:
    candidates = _candidates(tokens, lexicon)
    if lexicon.broken:
        candidates = list(as_punctuated(candidates, tokens, segment.text))
    if not candidates:
        return
    setting = Setting(segment)
    cased = [found for candidate in candidates if (found := judge_case(candidate, tokens, setting))]
    held, excepted = unexcepted(unmasked(cased, tokens, masks(segment.text)), tokens, segment.text)
    spoken = in_speech(in_language(held, segment, circumstances), segment, tokens, circumstances)
    for candidate in longest(held_today(spoken, circumstances.as_of), tokens):
        yield _mention(candidate, "name", segment, tokens)
    for candidate, exception in excepted:
        yield replace(_mention(candidate, "exception", segment, tokens), value=exception)


def _candidates(tokens: Sequence[Token], lexicon: Lexicon) -> list[Candidate]:
    clues = [lexicon.clues[token.key] for token in tokens]
    found = list(certain_forms(tokens, [at for at, clue in enumerate(clues) if clue], lexicon))
    said = {key for clue in clues if clue for key in clue.keys}
    for at, clue in enumerate(clues):
        if clue and clue.keys:
            labels = labels_around(clue, said, lexicon)
            found += (each for key, pattern in labels for each in in_order(tokens, at, key, pattern, lexicon))
            found += (each for _, pattern in labels for each in reordered(tokens, at, pattern, lexicon))
        if clue and clue.whole:
            found += joined_slips(tokens[at], at, lexicon)
    return found


def _mention(candidate: Candidate, kind: str, segment: Segment, tokens: Sequence[Token]) -> Mention:
    return Mention(
        segment=segment,
        start=tokens[candidate.first].start,
        end=tokens[candidate.last].end,
        kind=kind,
        certainty=candidate.certainty,
        entry=candidate.pattern.entry,
        label=candidate.pattern.label,
        variations=candidate.variations,
    )
