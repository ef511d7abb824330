"""Whose fact is this quantity? By the names around it, by what the fact is called, and by the unit."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
import re

from msgspec.structs import replace

from msglint.facts.claim import Claim, Place
from msglint.facts.cues import (
    REACH,
    cue,
    is_attached,
    is_kindred,
    is_named,
    is_of_something_else,
    is_window,
    last_stretch,
    surroundings,
    words_for,
)
from msglint.facts.measures import comparable, unit_of_fact
from msglint.facts.quantities import Quantity
from msglint.facts.units import NUMBER
from msglint.facts.words import concept_of, concepts_in
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Segment
from msglint.model.glossary import Entry, EntryType, Fact
from msglint.model.judgement import Mention
from msglint.model.scale import Certainty
from msglint.text.sentences import sentence_at

_GENERIC = frozenset(
    ("length", "limit", "duration", "value", "size", "amount", "period", "term", "target", "threshold", "number")
)
"""Names of facts that say nothing beside the entry's own: the length of the Cooling-off Period is the period."""
_COMMON = frozenset(("", "time", "share", "point"))
_HAVING = lazy_pattern(
    r"\b(?:has|have|with|includes?|including|offers?|gives? you|brings?|comes? with|gets?|serves?|of|needs?|requires?"
    r"|for|at|in)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_DIRECT = (EntryType.SLA, EntryType.TERM, EntryType.METRIC, EntryType.STAGE, EntryType.CLAIM)
_EVERY = lazy_pattern(r"\bevery\s+\Z", re.IGNORECASE)


def claims_in(segment: Segment, amounts: Sequence[Mention], place: Place, entries: Sequence[Entry]) -> Iterator[Claim]:
    """The quantities of a segment that state a fact, each at most once."""
    ordered = sorted(place.names, key=lambda name: name.start)
    starts = [name.start for name in ordered]
    for amount in amounts:
        first, last = bisect_left(starts, amount.start - REACH), bisect_left(starts, amount.end + REACH)
        around = replace(place, names=tuple(ordered[first:last]))
        assert isinstance(amount.value, Quantity)
        claim = _by_name(segment, amount, amount.value, around) or _by_fact(
            segment, amount, amount.value, around, entries
        )
        if claim is not None:
            yield claim


def _by_name(segment: Segment, amount: Mention, quantity: Quantity, place: Place) -> Claim | None:
    start, end = sentence_at(segment.text, amount.start)
    near = [
        name for name in place.names
        if start <= name.start < end and not (name.start > amount.end and ";" in segment.text[amount.end : name.start])
    ]  # fmt: skip
    circles = (
        (place.column_names, Certainty.CERTAIN),
        (near, Certainty.CERTAIN),
        (place.row_names, Certainty.CERTAIN),
        ([name for name in place.names if not start <= name.start < end], Certainty.LIKELY),
        (place.title_names if not place.in_table or _heads_fact(place) else (), Certainty.LIKELY),
    )
    for names, certainty in circles:
        for name in _nearest(names, amount):
            assert name.entry is not None
            fact = _fact_said(segment.text, amount, quantity, name, place, direct=names is near)
            if fact is not None:
                return Claim(amount, quantity, name.entry, fact, name, certainty)
        if names and len({name.entry.id for name in names if name.entry}) == 1 and certainty is Certainty.CERTAIN:
            return None  # the sentence is about that one, and says something else of it
    return None


def _heads_fact(place: Place) -> bool:
    """Whether the row is headed by what a fact of the title's entry is called, and not by another thing's name."""
    facts = [fact for name in place.title_names if name.entry for fact in name.entry.facts]
    return any(cue(fact, f"{place.row_head} {place.header}") is not None for fact in facts)


def _nearest(names: Sequence[Mention], amount: Mention) -> list[Mention]:
    """The names, those before the quantity first, the nearest ahead; one of each entry."""
    if any(name.segment is not amount.segment for name in names):
        return list(names)
    before = sorted((name for name in names if name.end <= amount.start), key=lambda name: -name.end)
    after = sorted((name for name in names if name.start >= amount.end), key=lambda name: name.start)
    return [*before, *after]


def _fact_said(
    text: str, amount: Mention, quantity: Quantity, name: Mention, place: Place, direct: bool
) -> Fact | None:
    """The fact of the name's entry that the quantity is said of, by its cue or by standing right at the name."""
    assert name.entry is not None
    facts = [fact for fact in name.entry.facts if _may_be(fact, amount, quantity, place, text)]
    facts = [fact for fact in facts if not is_of_something_else(text, amount, fact)]
    if not facts:
        return None
    window = surroundings(text, amount, place)
    distances = {fact.name: cue(fact, *window) for fact in facts}
    told = [fact for fact in facts if distances[fact.name] is not None]
    told = told or [fact for fact in facts if direct and _counts(fact, facts, amount, quantity, text)]
    if told:
        return min(told, key=lambda fact: distances[fact.name] or 0)
    recurs = _EVERY.search(text, max(0, amount.start - 16), amount.start)
    if recurs or quantity.unit is NUMBER or len([f for f in facts if comparable(f, quantity)]) > 1:
        return None
    fact = facts[0]
    if quantity.to is not None and fact.to is not None and direct:
        return fact
    generic = concept_of(fact.name.split()[-1]) in {concept_of(word) for word in _GENERIC}
    # What stands right at a metric is mostly its value, a result: "Uptake: 61 %".
    result = name.entry.type is EntryType.METRIC and quantity.relation is None
    allowed = direct and not result and (name.entry.type in _DIRECT or generic) and not is_window(fact)
    return fact if allowed and is_attached(text, amount, name) else None


def _may_be(fact: Fact, amount: Mention, quantity: Quantity, place: Place, text: str) -> bool:
    if comparable(fact, quantity):
        return True
    # In a table the unit often stands in the header, or nowhere; so it does in a list: "Courses: 7".
    if fact.number is None or quantity.unit is not NUMBER:
        return False
    listed = re.search(r"([^\W\d_]+)\s*[:=]\s*\Z", text[max(0, amount.start - 40) : amount.start])
    return place.in_table or (listed is not None and is_kindred(concept_of(listed[1]), words_for(fact)))


def _counts(fact: Fact, facts: Sequence[Fact], amount: Mention, quantity: Quantity, text: str) -> bool:
    """Whether it counts what only this fact counts: "at least five tasks", "has 100 GB", "up to 25 seats"."""
    decided = unit_of_fact(fact)
    if decided is NUMBER or decided.kind in _COMMON or len([one for one in facts if comparable(one, quantity)]) > 1:
        return False
    if quantity.relation is not None:
        return True
    # "Desk Feast: 25 people" is an order; what it has, brings or is for is said with a verb.
    said = bool(_HAVING.search(text, max(0, amount.start - 24), amount.start))
    return said and (decided.kind != "person" or quantity.to is not None)


def _by_fact(
    segment: Segment, amount: Mention, quantity: Quantity, place: Place, entries: Sequence[Entry]
) -> Claim | None:
    """By the fact's own name alone, in full, where one entry only has such a fact: "first response within a day"."""
    if place.names or place.title_names or place.row_names or place.in_table or quantity.unit is NUMBER:
        return None
    start, end = sentence_at(segment.text, amount.start)
    stretch = last_stretch(segment.text[start : amount.start])
    said = concepts_in(stretch)[-6:]
    found = [
        (entry, fact) for entry in entries for fact in entry.facts
        if comparable(fact, quantity) and unit_of_fact(fact) is not NUMBER and is_named(fact, said, stretch)
    ]  # fmt: skip
    if len(found) != 1:
        return None
    entry, fact = found[0]
    return Claim(amount, quantity, entry, fact, None, Certainty.LIKELY)
