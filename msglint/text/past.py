"""Speaking of the past: an old name told as old is right. Judged within the sentence; the cues are data."""

from collections.abc import Sequence
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.text.past_cues import NEW, OLD, telling
from msglint.text.sentences import sentence_at

_REACH = 160
"""Characters to each side of a name that are searched for a cue; more than the longest cue can span."""


def told_as_past(text: str, start: int, end: int, successors: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether the sentence around text[start:end] tells it as past, or as replaced by one of `successors` (spans)."""
    sentence_start, sentence_end = sentence_at(text, start)
    first, last = max(sentence_start, start - _REACH), min(sentence_end, end + _REACH)
    marked, at = [], first
    places = [(start, end, OLD), *((a, b, NEW) for a, b in successors if a >= end or b <= start)]
    for place_start, place_end, mark in sorted(places):
        if at <= place_start and place_end <= last:
            marked += [text[at:place_start], mark]
            at = place_end
    marked.append(text[at:last])
    return telling(" ".join("".join(marked).split()))


_CHANGE = lazy_pattern(
    r"\b(?:renam\w+|rebrand\w*|new name|name change|change of name|changing (?:its|our|their) names?|new names)\b",
    re.IGNORECASE,
)


_OF_NAMES = lazy_pattern(
    r"\b(?:(?:new|changed) names?|name changes?|changes? of names?|rebrand(?:ing|ed)?|renamed)\b", re.IGNORECASE
)


def tells_of_change(title: str, named: bool = True) -> bool:
    """Whether a title announces a change of name, so that what follows tells of it.

    A title that names none of the glossary's names (`named`) must speak of names: "Renaming a project" does not.
    """
    return bool((_CHANGE if named else _OF_NAMES).search(title))
