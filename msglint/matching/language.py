"""What a language model, where one is configured, and the document's language say of a candidate."""

from collections.abc import Iterable, Iterator, Sequence

from msglint.matching import Candidate
from msglint.model.document import Segment
from msglint.model.judgement import Circumstances
from msglint.model.scale import Certainty
from msglint.text.tokens import Token
from msglint.text.words import is_ordinary


def in_language(candidates: Iterable[Candidate], segment: Segment, circumstances: Circumstances) -> Iterator[Candidate]:
    """In a text of another language than the label's, only certain candidates hold."""
    language = segment.language or circumstances.language
    if language is None:
        yield from candidates
        return
    for candidate in candidates:
        own = candidate.pattern.label.language or candidate.pattern.entry.language
        if _primary(language) == _primary(own) or candidate.certainty is Certainty.CERTAIN:
            yield candidate


def in_speech(
    candidates: Iterable[Candidate], segment: Segment, tokens: Sequence[Token], circumstances: Circumstances
) -> Iterator[Candidate]:
    """Candidates as parts of speech: `match.pos`, and verbs that look like a name's plural ("lunch passes quickly").

    Without a statistical pipeline there is no part of speech to go by: an entry that asks for one is then found for
    sure only where it has several words or the capitals it is written with, and else is `possible`.
    """
    for candidate in candidates:
        wanted = candidate.pattern.label.match.pos
        if not wanted and circumstances.model is None:
            yield candidate
            continue
        window = tokens[candidate.first : candidate.last + 1]
        if circumstances.model is None:
            capital = candidate.pattern.has_capital and window[0].written[0].isupper()
            yield candidate if capital or len(candidate.pattern.words) > 1 else candidate.weaker(Certainty.POSSIBLE)
        elif _is_name(candidate, window, segment.text, wanted, circumstances.model):
            yield candidate


def _is_name(candidate: Candidate, window: Sequence[Token], text: str, wanted: str | None, model: str) -> bool:
    lower = not any(token.written[0].isupper() for token in window)
    ordinary = all(is_ordinary(token.key) or not token.key.isalpha() for token in window)
    if not wanted and not (lower and ordinary):
        return True
    from msglint import nlp

    head = window[min(candidate.pattern.head, len(window) - 1)]
    if wanted:
        found = nlp.part_of_speech(text, head.start, head.end, model)
        return found == wanted or {found, wanted} == {"NOUN", "PROPN"}  # a capital makes a proper noun of a noun
    return nlp.is_name_use(text, window[0].start, window[-1].end, model)


def _primary(language: str) -> str:
    return language.split("-")[0].split("_")[0].casefold()
