"""Cues: which words around a quantity say that it is this fact's, and which say that it is not."""

from collections.abc import Sequence
import re

from msglint.facts.claim import Place
from msglint.facts.quantities import Quantity
from msglint.facts.stems import stem
from msglint.facts.units import is_unit
from msglint.facts.words import concept_of, concepts_in, contrasts
from msglint.lazy_pattern import lazy_pattern
from msglint.model.glossary import EntryType, Fact
from msglint.model.judgement import Mention
from msglint.text.sentences import sentence_at

_MODIFIERS = frozenset(
    ("first", "minimum", "maximum", "total", "monthly", "yearly", "annual", "daily", "weekly", "free")
)
_WINDOW = lazy_pattern(r"\b(?:last|past|previous|preceding|prior|latest|trailing|rolling|window)\b", re.IGNORECASE)
_WITHIN = lazy_pattern(r"\b(?:within|inside)\s+\Z", re.IGNORECASE)
_SINCE = lazy_pattern(r"['’]?s?\s+(?:of|after|from)\b", re.IGNORECASE)
_ATTACHED = lazy_pattern(
    r"[\"”’*_)]*(?:\s*\([^()]{0,20}\))?\s*(?:[:=–—,(-]|is|are|lasts?|runs?(?: for)?|takes?|means|of|gives?(?: \w+)?"
    r"|promises?|guarantees?|allows?|says?|at|has)?\s*(?:(?:always|a|an|the|for|of|only|just|full)\s+)*\(?\s*\Z",
    re.IGNORECASE,
)
_OF_SOMETHING_ELSE = lazy_pattern(
    r"['’]?s?[ -]*(?P<word>free|off|ago|old|later|earlier|discount|cheaper|faster|new)\b", re.IGNORECASE
)
_OTHER_BEFORE = lazy_pattern(r"\b(?:old|former|previous|current|existing|first|another|save)\s+\Z", re.IGNORECASE)
_RATE = lazy_pattern(r"s? (?:a|per|each|every) (?:day|week|night|shift)\b|-old \w", re.IGNORECASE)
_STRETCH = lazy_pattern(r"[;:\n]|,(?! or\b)|\band\b(?=[^,;]*\d)|\bbut\b", re.IGNORECASE)
_STEM = 5
REACH = 600
"""Characters to both sides of a quantity in which a name or a cue may be its own."""
_FAR = 10
"""What it counts, in words, that a cue stands in the stretch before the quantity's own."""


def is_of_something_else(text: str, amount: Mention, fact: Fact) -> bool:
    """Whether the words right around make another thing of it: "3 months free", "your old 50 Mbps line"."""
    if _OTHER_BEFORE.search(text, max(0, amount.start - 16), amount.start) or _RATE.match(text, amount.end):
        return True
    match = _OF_SOMETHING_ELSE.match(text, amount.end)
    return match is not None and concept_of(match["word"]) not in {concept_of(word) for word in fact.name.split()}


def is_attached(text: str, amount: Mention, name: Mention) -> bool:
    """Whether the quantity stands right at the name: "Follow-up SLA: 8 hours", "the 10-day Cooling-off Period"."""
    assert isinstance(amount.value, Quantity)
    start = amount.value.phrase[0]
    if name.end <= start:
        between = text[name.end : start]
        told = bool(between.strip()) or (name.entry is not None and name.entry.type is EntryType.SLA)
        return told and bool(_ATTACHED.match(between))
    return text[amount.end : name.start] in (" ", "-")


def surroundings(text: str, amount: Mention, place: Place) -> tuple[str, str]:
    """The words before and after the quantity, in its sentence and between its fellows; heads of row and column too."""
    start, end = sentence_at(text, amount.start)
    start, end = max(start, amount.start - REACH), min(end, amount.end + REACH)
    before = text[start : amount.start]
    after = text[amount.end : end]
    assert isinstance(amount.value, Quantity)
    unit = text[slice(*amount.value.unit_at)]
    if unit and not is_unit(unit.split()[-1]):
        after = f"{unit} {after}"  # what is counted may be what the fact is called: "50 automation rules"
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


def cue(fact: Fact, before: str, after: str = "") -> int | None:
    """How far, in words, the nearest word for the fact stands from the quantity; None where there is none."""
    if is_window(fact):
        within = _WITHIN.search(before) and _SINCE.match(after)
        return 0 if within or _WINDOW.search(before[-24:]) or "window" in after[:20].casefold() else None
    wanted = words_for(fact)
    last = _last_stretches(before)
    far = 0 if last == last_stretch(before) else _FAR
    stretch_before = concepts_in(last)
    stretch_after = concepts_in(_STRETCH.split(after, maxsplit=1)[0])
    if _contrasted(fact, [*stretch_before[-4:], *stretch_after[:4]]):
        return None
    if fact.name.casefold() in last.casefold():
        return far
    places = [far + len(stretch_before) - at for at, word in enumerate(stretch_before) if is_kindred(word, wanted)]
    places += [at + 1 for at, word in enumerate(stretch_after) if is_kindred(word, wanted)]
    return min(places, default=None)


def last_stretch(before: str) -> str:
    """The clause right before a quantity."""
    return _STRETCH.split(before)[-1]


def _last_stretches(before: str) -> str:
    """The clause before a quantity, and the one before that, which may head a list: "Contract: 18 months"."""
    parts = _STRETCH.split(before)
    return parts[-1] if concepts_in(parts[-1]) else " ".join(parts[-2:])


def _contrasted(fact: Fact, words: Sequence[str]) -> bool:
    """Whether a word beside the quantity excludes one of the fact's name: an upload speed is no download speed."""
    own = {concept_of(word) for word in fact.name.split()}
    return any(own & group and not own & group & set(words) and set(words) & group - own for group in contrasts())


def words_for(fact: Fact) -> frozenset[str]:
    words = [word for word in fact.name.casefold().split() if word not in _MODIFIERS] or fact.name.casefold().split()
    return (
        frozenset(concepts_in(" ".join(words))) | {concept_of(word) for word in words} | {stem(word) for word in words}
    )


def is_kindred(word: str, wanted: frozenset[str]) -> bool:
    """Whether a word is one of those, or derived from one: "valid", "validity". By the first letters, as truncating
    stemmers go (W. B. Frakes, "Stemming algorithms", 1992); five of them, which keeps "contract" from "contact"."""
    return word in wanted or any(
        len(word) >= _STEM and len(one) >= _STEM and word[:_STEM] == one[:_STEM] for one in wanted
    )


def is_window(fact: Fact) -> bool:
    return concept_of(fact.name.split()[-1]) == "window" and len(fact.name.split()) == 1


def is_named(fact: Fact, said: Sequence[str], stretch: str) -> bool:
    """Whether a name of at least two words is said in full, word by word."""
    words = fact.name.casefold().split()
    wanted = [concept_of(word) for word in words]
    folded = stretch.casefold()
    return len(words) > 1 and words[0] in folded and all(word in said or word in folded for word in wanted)
