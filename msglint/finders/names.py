"""Names: where any label of the glossary stands, in whatever shape. Mentions have kind "name".

An exception of `match.not` that kept a label from being found is a mention of kind "exception", with the Exception_ as
its value.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from msglint.glossary.lexicon import Lexicon
from msglint.lazy_pattern import lazy_pattern
from msglint.matching import Candidate
from msglint.matching.casing import judge_case, setting_of
from msglint.matching.joined import joined_slips
from msglint.matching.language import in_language, in_speech
from msglint.matching.reorder import reordered
from msglint.matching.resolve import held_today, longest, unexcepted, unmasked
from msglint.matching.sequence import in_order
from msglint.matching.windows import certain_forms
from msglint.model.document import Document, Role, Segment
from msglint.model.judgement import Circumstances, Mention
from msglint.text.masks import masks
from msglint.text.tokens import Token, tokenize

_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)*|[&+]")
_WRAPPED = lazy_pattern(r"-\s*[\r\n]")


def find(document: Document, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    """All names in a document, in reading order."""
    for segment in document.segments:
        if segment.role is not Role.CODE and _may_hold_a_name(segment.text, lexicon):
            yield from _in_segment(segment, lexicon, circumstances)


def _may_hold_a_name(text: str, lexicon: Lexicon) -> bool:
    """A cheap superset: is any of its words part of a label, or near one?"""
    if not text.isascii() or _WRAPPED.search(text):
        return True
    return lexicon.may_name(set(_WORD.findall(text.casefold())))


def _in_segment(segment: Segment, lexicon: Lexicon, circumstances: Circumstances) -> Iterator[Mention]:
    tokens = tokenize(segment.text)
    candidates = _candidates(tokens, lexicon)
    if not candidates:
        return
    setting = setting_of(segment, tokens)
    cased = [found for candidate in candidates if (found := judge_case(candidate, tokens, setting))]
    held, excepted = unexcepted(unmasked(cased, tokens, masks(segment.text)), tokens, segment.text)
    spoken = in_speech(in_language(held, segment, circumstances), segment, tokens, circumstances)
    for candidate in longest(held_today(spoken, circumstances.as_of), tokens):
        yield _mention(candidate, "name", segment, tokens)
    for candidate, exception in excepted:
        yield replace(_mention(candidate, "exception", segment, tokens), value=exception)


def _candidates(tokens: Sequence[Token], lexicon: Lexicon) -> list[Candidate]:
    telling = lexicon.telling
    starts = [at for at, token in enumerate(tokens) if telling[token.key]]
    found = list(certain_forms(tokens, starts, lexicon))
    for at in starts:
        verdict = lexicon.verdict(tokens[at].key)
        if verdict.hits:
            found += chain(in_order(tokens, at, lexicon), reordered(tokens, at, lexicon))
        if verdict.joined:
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
