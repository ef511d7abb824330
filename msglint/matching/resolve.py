"""Which candidates hold: exceptions and masks first, then the longest label over all labels."""

from collections.abc import Iterable, Iterator, Sequence

from msglint.matching import Candidate
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.masks import MaskKind, Span
from msglint.text.tokens import Token

_ROUNDABOUT = {Variation.ORDER, Variation.IDENTIFIER}


def unmasked(candidates: Iterable[Candidate], tokens: Sequence[Token], masks: Sequence[Span]) -> Iterator[Candidate]:
    """Without what lies in addresses; what lies in an identifier is only possible; a whole host name is a name."""
    for candidate in candidates:
        start, end = tokens[candidate.first].start, tokens[candidate.last].end
        over = [mask for mask in masks if mask.start < end and start < mask.end]
        if any(mask.kind is MaskKind.ADDRESS for mask in over):
            continue
        if any(mask.kind is MaskKind.HOST and not (start == mask.start and mask.end <= end) for mask in over):
            continue
        identifiers = [mask for mask in over if mask.kind is MaskKind.IDENTIFIER]
        written = "".join(token.written for token in tokens[candidate.first : candidate.last + 1])
        if identifiers and written != candidate.pattern.label.text:
            yield candidate.weaker(Certainty.POSSIBLE, Variation.IDENTIFIER)
        else:
            yield candidate


def unexcepted(candidates: Sequence[Candidate]) -> tuple[list[Candidate], list[Candidate]]:
    """(what no exception covers, the exceptions that covered something)."""
    exceptions = [candidate for candidate in candidates if candidate.pattern.exception]
    left, used = [], []
    for candidate in candidates:
        if candidate.pattern.exception:
            continue
        covering = [e for e in exceptions if _covers(e, candidate)]
        used += [e for e in covering if e not in used]
        if not covering:
            left.append(candidate)
    return left, used


def _covers(exception: Candidate, candidate: Candidate) -> bool:
    if not (exception.first <= candidate.first and candidate.last <= exception.last):
        return False
    return exception.pattern.exception in candidate.pattern.label.match.exceptions


def longest(candidates: Iterable[Candidate], tokens: Sequence[Token]) -> list[Candidate]:
    """The longest candidate at every place, over all labels; several where they differ in their entry alone (a split).

    The order is by what was written and the labels' texts, never by the order of entries.
    """
    chosen: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: _rank(c, tokens)):
        rivals = [c for c in chosen if c.first <= candidate.last and candidate.first <= c.last]
        if all(_shares(candidate, rival) for rival in rivals):
            chosen.append(candidate)
    return sorted(chosen, key=lambda c: (c.first, c.last, c.pattern.entry.id))


def _rank(candidate: Candidate, tokens: Sequence[Token]) -> tuple[object, ...]:
    roundabout = bool(candidate.variations & _ROUNDABOUT) or candidate.certainty is Certainty.POSSIBLE
    length = tokens[candidate.last].end - tokens[candidate.first].start
    label = candidate.pattern.label
    written = " ".join(token.written for token in tokens[candidate.first : candidate.last + 1])
    return (
        roundabout, -length, -candidate.certainty, len(candidate.variations), written != label.text,
        not label.kind.current, label.text, label.kind, candidate.pattern.entry.id,
    )  # fmt: skip


def _shares(candidate: Candidate, rival: Candidate) -> bool:
    """Whether both stand for one written name that two entries share."""
    return (
        (candidate.first, candidate.last, candidate.certainty, candidate.variations)
        == (rival.first, rival.last, rival.certainty, rival.variations)
        and candidate.pattern.entry is not rival.pattern.entry
        and candidate.pattern.label.kind.current == rival.pattern.label.kind.current
        and candidate.pattern.label.text.casefold() == rival.pattern.label.text.casefold()
    )
