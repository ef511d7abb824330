"""Which candidates hold: exceptions and masks first, then the longest label over all labels."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
import re

from msglint.matching import Candidate
from msglint.model.glossary import Exception_
from msglint.model.judgement import Variation
from msglint.model.scale import Certainty
from msglint.text.masks import MaskKind, Span
from msglint.text.normalise import normalise
from msglint.text.tokens import Token

_SPACE = r"[\s-]*"
_FOLDED = {"and": "(?:and|&)", "&": "(?:and|&)"}
_ROUNDABOUT = {Variation.ORDER, Variation.IDENTIFIER}


def unmasked(candidates: Iterable[Candidate], tokens: Sequence[Token], masks: Sequence[Span]) -> Iterator[Candidate]:
    """Without what lies in addresses; what lies in an identifier is only possible; a whole host name is a name."""
    for candidate in candidates:
        start, end = tokens[candidate.first].start, tokens[candidate.last].end
        over = _overlapping(masks, start, end)
        if any(mask.kind is MaskKind.ADDRESS for mask in over):
            continue
        if any(mask.kind is MaskKind.HOST and not (start == mask.start and mask.end <= end) for mask in over):
            continue
        own = any(letter.isupper() for letter in candidate.pattern.label.text[1:].split(" ")[0])
        identifiers = [mask for mask in over if mask.kind is MaskKind.IDENTIFIER]
        written = "".join(token.written for token in tokens[candidate.first : candidate.last + 1])
        whole = any(mask.start == start and mask.end <= end for mask in identifiers)  # eBay, lumiSkin's
        as_label = written == candidate.pattern.label.text or (own and candidate.first == candidate.last)
        if identifiers and not (whole and as_label):
            yield candidate.weaker(Certainty.POSSIBLE, Variation.IDENTIFIER)
        else:
            yield candidate


def _overlapping(masks: Sequence[Span], start: int, end: int) -> list[Span]:
    first = max(bisect_right(masks, start, key=lambda mask: mask.start) - 1, 0)
    last = bisect_left(masks, end, key=lambda mask: mask.start)
    return [mask for mask in masks[first:last] if start < mask.end]


def unexcepted(
    candidates: Iterable[Candidate], tokens: Sequence[Token], text: str
) -> tuple[list[Candidate], list[tuple[Candidate, Exception_]]]:
    """(what no exception covers, what an exception covers together with it)."""
    left, covered = [], []
    for candidate in candidates:
        span = tokens[candidate.first].start, tokens[candidate.last].end
        exception = next((e for e in candidate.pattern.label.match.exceptions if _covers(e, span, text)), None)
        if exception:
            covered.append((candidate, exception))
        else:
            left.append(candidate)
    return left, covered


def _covers(exception: Exception_, span: tuple[int, int], text: str) -> bool:
    normalised = normalise(text)
    for match in literal(exception.phrase).finditer(normalised.text):
        start, end = match.span()
        if end > start and normalised.start(start) <= span[0] and span[1] <= normalised.end(end):
            return True
    return False


@lru_cache(maxsize=4096)
def literal(phrase: str) -> re.Pattern[str]:
    """A pattern for a phrase as written but for case, hyphens, spaces, and "&" for "and"."""
    parts = re.findall(r"\w+|[\s-]+|[^\w\s-]", normalise(phrase.strip()).text)
    said = "".join(
        _FOLDED.get(part.casefold(), _SPACE if part.strip("- \t\n") == "" else re.escape(part)) for part in parts
    )
    return re.compile(rf"(?<!\w){said}(?!\w)" if said[-1:].isalnum() else rf"(?<!\w){said}", re.IGNORECASE)


def longest(candidates: Iterable[Candidate], tokens: Sequence[Token]) -> list[Candidate]:
    """The longest candidate at every place, over all labels; several where they differ in their entry alone (a split).

    The order is by what was written and the labels' texts, never by the order of entries.
    """
    chosen: list[Candidate] = []
    taken: dict[int, list[Candidate]] = defaultdict(list)  # by word
    for candidate in sorted(candidates, key=lambda c: _rank(c, tokens)):
        places = range(candidate.first, candidate.last + 1)
        if all(_shares(candidate, rival) for place in places for rival in taken[place]):
            chosen.append(candidate)
            for place in places:
                taken[place].append(candidate)
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
