"""Which candidates hold: exceptions and masks first, then the longest label over all labels."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
import re

from msglint.glossary.standing import is_retired, passes_later
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
    if not masks:
        yield from candidates
        return
    for candidate in candidates:
        start, end = tokens[candidate.first].start, tokens[candidate.last].end
        over = _overlapping(masks, start, end)
        covered = [mask for mask in over if start == mask.start and mask.end <= end]
        if any(mask.kind is MaskKind.ADDRESS or (mask.kind is MaskKind.HOST and mask not in covered) for mask in over):
            continue
        in_identifier = any(mask.kind is MaskKind.IDENTIFIER and mask not in covered for mask in over)
        is_identifier = any(mask.kind is MaskKind.IDENTIFIER for mask in covered)
        if in_identifier or (is_identifier and not _looks_like_one(candidate, tokens)):
            yield candidate.weaker(Certainty.POSSIBLE, Variation.IDENTIFIER)
        else:
            yield candidate


def _looks_like_one(candidate: Candidate, tokens: Sequence[Token]) -> bool:
    """Whether the label is itself written like an identifier: eBay, and lumiSkinn for lumiSkin."""
    written = "".join(token.written for token in tokens[candidate.first : candidate.last + 1])
    label = candidate.pattern.label.text
    camel = any(letter.isupper() for letter in label[1:].split(" ")[0])
    return written == label or (camel and candidate.first == candidate.last)


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
        exceptions = candidate.pattern.label.match.exceptions
        if exceptions and (exception := next((e for e in exceptions if _covers(e, span, text)), None)):
            covered.append((candidate, exception))
        else:
            left.append(candidate)
    return left, covered


def _covers(exception: Exception_, span: tuple[int, int], text: str) -> bool:
    spans = _spans_of(exception.phrase, text)
    before = bisect_right(spans, span[0], key=lambda found: found[0])
    return before > 0 and span[1] <= spans[before - 1][1]


@lru_cache(maxsize=64)
def _spans_of(phrase: str, text: str) -> tuple[tuple[int, int], ...]:
    normalised = normalise(text)
    found = (match.span() for match in literal(phrase).finditer(normalised.text))
    return tuple((normalised.start(start), normalised.end(end)) for start, end in found if end > start)


@lru_cache(maxsize=4096)
def literal(phrase: str) -> re.Pattern[str]:
    """A pattern for a phrase as written but for case, hyphens, spaces, and "&" for "and"."""
    parts = re.findall(r"\w+|[\s-]+|[^\w\s-]", normalise(phrase.strip()).text)
    said = "".join(
        _FOLDED.get(part.casefold(), _SPACE if part.strip("- \t\n") == "" else re.escape(part)) for part in parts
    )
    return re.compile(rf"(?<!\w){said}(?!\w)" if said[-1:].isalnum() else rf"(?<!\w){said}", re.IGNORECASE)


def held_today(candidates: Iterable[Candidate], as_of: date) -> list[Candidate]:
    """Of a name that one entry hands over to another (its successor), only the one that has it on that day."""
    candidates = list(candidates)
    if len(candidates) < 2:
        return candidates
    sharing: dict[tuple[int, int, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        sharing[candidate.first, candidate.last, candidate.pattern.label.text.casefold()].append(candidate)
    if len(sharing) == len(candidates):
        return candidates
    return [held for together in sharing.values() for held in _holders(together, as_of)]


def _holders(together: list[Candidate], as_of: date) -> list[Candidate]:
    def has_it(candidate: Candidate) -> bool:
        entry, label = candidate.pattern.entry, candidate.pattern.label
        return not is_retired(entry, as_of) and not passes_later(entry, label, as_of)

    return [candidate for candidate in together if has_it(candidate)] or together


def longest(candidates: Iterable[Candidate], tokens: Sequence[Token]) -> list[Candidate]:
    """The longest candidate at every place, over all labels; several where they differ in their entry alone (a split).

    The order is by what was written and the labels' texts, never by the order of entries.
    """
    candidates = list(candidates)
    if len(candidates) < 2:
        return candidates
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
