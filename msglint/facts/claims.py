"""Whose fact is this quantity? By the names around it, by what the fact is called, and by the unit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
import re

from msglint.facts.measures import comparable, unit_of_fact
from msglint.facts.quantities import Quantity
from msglint.facts.units import NUMBER
from msglint.facts.words import concept_of, concepts_in, contrasts
from msglint.model.document import Segment
from msglint.model.glossary import Entry, EntryType, Fact
from msglint.model.judgement import Mention
from msglint.model.scale import Certainty
from msglint.text.sentences import sentence_at

_GENERIC = frozenset(("length", "limit", "duration", "value", "size", "amount", "period", "term", "target", "threshold", "number"))
"""Names of facts that say nothing beside the entry's own: the length of the Cooling-off Period is the period."""
_COMMON = frozenset(("", "time", "share", "point"))
_HAVING = re.compile(
    r"\b(?:has|have|with|includes?|including|offers?|gives? you|brings?|comes? with|gets?|serves?|of|needs?|requires?|for"
    r"|at|in)\s+(?:\w+\s+)?\Z",
    re.IGNORECASE,
)
_MODIFIERS = frozenset(("first", "minimum", "maximum", "total", "monthly", "yearly", "annual", "daily", "weekly", "free"))
_DIRECT = (EntryType.SLA, EntryType.TERM, EntryType.METRIC, EntryType.STAGE, EntryType.CLAIM)
_WINDOW = re.compile(r"\b(?:last|past|previous|preceding|prior|latest|trailing|rolling|window)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(?:within|inside)\s+\Z", re.IGNORECASE)
_SINCE = re.compile(r"['’]?s?\s+(?:of|after|from)\b", re.IGNORECASE)
_ATTACHED = re.compile(
    r"[\"”’*_)]*(?:\s*\([^()]{0,20}\))?\s*(?:[:=–—,(-]|is|are|lasts?|runs?(?: for)?|takes?|means|of|gives?(?: \w+)?"
    r"|promises?|guarantees?|allows?|says?|at|has)?\s*(?:(?:always|a|an|the|for|of|only|just|full)\s+)*\(?\s*\Z",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = re.compile(
    r"['’]?s?[ -]*(?P<word>free|off|ago|old|later|earlier|discount|cheaper|faster|new)\b", re.IGNORECASE
)
_OTHER_BEFORE = re.compile(r"\b(?:old|former|previous|current|existing|first|another|save)\s+\Z", re.IGNORECASE)
_EVERY = re.compile(r"\bevery\s+\Z", re.IGNORECASE)
_RECURRING = frozenset(("interval", "frequency", "cycle", "rhythm", "cadence"))
_RATE = re.compile(r"s? (?:a|per|each|every) (?:day|week|night|shift)\b|-old \w", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FactClaim:
    """The value of a fact statement: the fact decided and the quantity said."""

    fact: Fact
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a segment: the names in it, in its row, over its column, in the title above it; their words."""

    names: tuple[Mention, ...] = ()
    row_names: tuple[Mention, ...] = ()
    column_names: tuple[Mention, ...] = ()
    title_names: tuple[Mention, ...] = ()
    header: str = ""
    row_head: str = ""
    title: str = ""
    in_table: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity bound to a fact of an entry, by a name that stands at `name` (None: by the fact's own name)."""

    amount: Mention
    quantity: Quantity
    entry: Entry
    fact: Fact
    name: Mention | None
    certainty: Certainty


def claims_in(
    segment: Segment, amounts: Sequence[Mention], place: Place, entries: Sequence[Entry]
) -> Iterator[Claim]:
    """The quantities of a segment that state a fact, each at most once."""
    for amount in amounts:
        assert isinstance(amount.value, Quantity)
        claim = _by_name(segment, amount, amount.value, place) or _by_fact(segment, amount, amount.value, place, entries)
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
    return any(_cue(fact, f"{place.row_head} {place.header}") is not None for fact in facts)


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
    facts = [fact for fact in facts if not _is_of_something_else(text, amount, fact)]
    if not facts:
        return None
    window = _surroundings(text, amount, place)
    distances = {fact.name: _cue(fact, *window) for fact in facts}
    told = [fact for fact in facts if distances[fact.name] is not None]
    told = told or [fact for fact in facts if direct and _counts(fact, facts, amount, quantity, text)]
    if told:
        return min(told, key=lambda fact: distances[fact.name] or 0)
    if quantity.unit is NUMBER or len([f for f in facts if comparable(f, quantity)]) > 1:
        return None
    fact = facts[0]
    if quantity.to is not None and fact.to is not None and direct:
        return fact
    generic = concept_of(fact.name.split()[-1]) in {concept_of(word) for word in _GENERIC}
    allowed = direct and (name.entry.type in _DIRECT or generic) and not _is_window(fact)
    return fact if allowed and _is_attached(text, amount, name) else None


def _is_of_something_else(text: str, amount: Mention, fact: Fact) -> bool:
    """Whether the words right around make another thing of it: "3 months free", "your old 50 Mbps line"."""
    if _OTHER_BEFORE.search(text, max(0, amount.start - 16), amount.start) or _RATE.match(text, amount.end):
        return True
    if _EVERY.search(text, max(0, amount.start - 16), amount.start) and not set(fact.name.casefold().split()) & _RECURRING:
        return True
    match = _OF_SOMETHING_ELSE.match(text, amount.end)
    return match is not None and concept_of(match["word"]) not in {concept_of(word) for word in fact.name.split()}


def _may_be(fact: Fact, amount: Mention, quantity: Quantity, place: Place, text: str) -> bool:
    if comparable(fact, quantity):
        return True
    # In a table the unit often stands in the header, or nowhere; so it does in a list: "Courses: 7".
    if fact.number is None or quantity.unit is not NUMBER:
        return False
    listed = re.search(r"([^\W\d_]+)\s*[:=]\s*\Z", text[max(0, amount.start - 40) : amount.start])
    return place.in_table or (listed is not None and _kindred(concept_of(listed[1]), _words_for(fact)))


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


def _is_attached(text: str, amount: Mention, name: Mention) -> bool:
    """Whether the quantity stands right at the name: "Follow-up SLA: 8 hours", "the 10-day Cooling-off Period"."""
    assert isinstance(amount.value, Quantity)
    start = amount.value.phrase[0]
    if name.end <= start:
        return bool(_ATTACHED.match(text[name.end : start]))
    return text[amount.end : name.start] in (" ", "-")


def _surroundings(text: str, amount: Mention, place: Place) -> tuple[str, str]:
    """The words before and after the quantity, in its sentence and between its fellows; heads of row and column too."""
    start, end = sentence_at(text, amount.start)
    before = text[start : amount.start]
    after = text[amount.end : end]
    for name in place.names:
        if start <= name.start < name.end <= amount.start:
            before = before.replace(text[name.start : name.end], " ")
        elif amount.end <= name.start < name.end <= end:
            after = after.replace(text[name.start : name.end], " ")
    if place.in_table:
        before = f"{place.row_head} {place.header} {before}"
    elif place.title and not place.names:
        before = f"{_without_names(place)}\n{before}"
    return before, after


def _without_names(place: Place) -> str:
    title = place.title
    for name in place.title_names:
        title = title.replace(name.said, " ")
    return title


_STRETCH = re.compile(r"[;:\n]|,(?! or\b)|\band\b(?=[^,;]*\d)|\bbut\b", re.IGNORECASE)


def _cue(fact: Fact, before: str, after: str = "") -> int | None:
    """How far, in words, the nearest word for the fact stands from the quantity; None where there is none."""
    if _is_window(fact):
        within = _WITHIN.search(before) and _SINCE.match(after)
        return 0 if within or _WINDOW.search(before[-24:]) or "window" in after[:20].casefold() else None
    wanted = _words_for(fact)
    stretch_before = concepts_in(_last_stretches(before))
    stretch_after = concepts_in(_STRETCH.split(after, maxsplit=1)[0])
    if _contrasted(fact, [*stretch_before[-4:], *stretch_after[:4]]):
        return None
    places = [len(stretch_before) - at for at, word in enumerate(stretch_before) if _kindred(word, wanted)]
    places += [at + 1 for at, word in enumerate(stretch_after) if _kindred(word, wanted)]
    return min(places, default=None)


def _last_stretches(before: str) -> str:
    """The clause before a quantity, and the one before that, which may head a list: "Contract: 18 months"."""
    parts = _STRETCH.split(before)
    return parts[-1] if concepts_in(parts[-1]) else " ".join(parts[-2:])


def _contrasted(fact: Fact, words: Sequence[str]) -> bool:
    """Whether a word beside the quantity excludes one of the fact's name: an upload speed is no download speed."""
    own = {concept_of(word) for word in fact.name.split()}
    return any(own & group and not own & group & set(words) and set(words) & group - own for group in contrasts())


def _words_for(fact: Fact) -> frozenset[str]:
    words = [word for word in fact.name.casefold().split() if word not in _MODIFIERS] or fact.name.casefold().split()
    return frozenset(concepts_in(" ".join(words))) | {concept_of(word) for word in words}


def _kindred(word: str, wanted: frozenset[str]) -> bool:
    """Whether a word is one of those, or derived from one: "valid", "validity". By the first letters, as truncating
    stemmers go (W. B. Frakes, "Stemming algorithms", 1992); five of them, which keeps "contract" from "contact"."""
    return word in wanted or any(
        len(word) >= _STEM and len(one) >= _STEM and word[:_STEM] == one[:_STEM] for one in wanted
    )


_STEM = 5


def _is_window(fact: Fact) -> bool:
    return concept_of(fact.name.split()[-1]) == "window" and len(fact.name.split()) == 1


def _by_fact(
    segment: Segment, amount: Mention, quantity: Quantity, place: Place, entries: Sequence[Entry]
) -> Claim | None:
    """By the fact's own name alone, in full, where one entry only has such a fact: "first response within a day"."""
    if place.names or place.title_names or place.row_names or place.in_table or quantity.unit is NUMBER:
        return None
    start, end = sentence_at(segment.text, amount.start)
    stretch = _STRETCH.split(segment.text[start : amount.start])[-1]
    said = concepts_in(stretch)[-6:]
    found = [
        (entry, fact) for entry in entries for fact in entry.facts
        if comparable(fact, quantity) and unit_of_fact(fact) is not NUMBER and _is_named(fact, said, stretch)
    ]  # fmt: skip
    if len(found) != 1:
        return None
    entry, fact = found[0]
    return Claim(amount, quantity, entry, fact, None, Certainty.LIKELY)


def _is_named(fact: Fact, said: Sequence[str], stretch: str) -> bool:
    """Whether a name of at least two words is said in full, word by word."""
    words = fact.name.casefold().split()
    wanted = [concept_of(word) for word in words]
    folded = stretch.casefold()
    return len(words) > 1 and words[0] in folded and all(word in said or word in folded for word in wanted)
