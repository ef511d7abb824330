"""Regular expressions as people write them in packs: checked for slips and for run-away cost, and made for prose.

In a pattern a space stands for any white space (a phrase may be broken over a line) and ' for a curly apostrophe too.
"""

from collections.abc import Iterable
from functools import lru_cache
import re

from msglint.rulebook.ambiguity import runs_away

_LONGEST = 5_000
"""Characters of one pattern; word lists belong in several tokens."""
_QUANTIFIERS = "*+?{"


def problem_of(pattern: str) -> str | None:
    """What is wrong with a pattern, in words that follow it; None where nothing is."""
    if len(pattern) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    try:
        re.compile(for_prose(pattern))
    except re.error as error:
        return f"({error})"
    except (OverflowError, RecursionError):
        return "(too large or nested too deeply)"
    repeated = runs_away(for_prose(pattern))
    if repeated:
        return f"({repeated})"
    return None


def for_prose(pattern: str) -> str:
    """The pattern with every plain space and apostrophe widened; those in [ ] and after \\ stay as written."""
    made, index, in_set = [], 0, False
    while index < len(pattern):
        character = pattern[index]
        following = pattern[index + 1 : index + 2]
        if character == "\\":
            made.append(pattern[index : index + 2])
            index += 2
            continue
        if in_set:
            in_set = character != "]"
        elif character == "[":
            # A bracket right after [ or [^ belongs to the set.
            opening = re.compile(r"\[\^?\]?").match(pattern, index)
            made.append(opening[0] if opening else "[")
            index += len(made[-1])
            in_set = True
            continue
        elif character == " ":
            character = r"\s" if following and following in _QUANTIFIERS else r"\s+"
        elif character == "'":
            character = "['’]"
        made.append(character)
        index += 1
    return "".join(made)


@lru_cache(maxsize=512)
def word_pattern(patterns: tuple[str, ...], ignorecase: bool = False, nonword: bool = False) -> re.Pattern[str]:
    """One expression for any of the patterns; between word boundaries unless `nonword`.

    Alternatives keep their order: the first that matches at a place takes it, as in Vale.
    """
    any_of = "|".join(f"(?:{for_prose(pattern)})" for pattern in patterns)
    framed = f"(?:{any_of})" if nonword else rf"(?<!\w)(?:{any_of})(?!\w)"
    return re.compile(framed, re.MULTILINE | (re.IGNORECASE if ignorecase else 0))


def replacement_of(template: str, match: re.Match[str]) -> str:
    """The replacement with $1, $2 … filled in from the match; unknown groups stay empty."""

    def group(reference: re.Match[str]) -> str:
        number = int(reference[1])
        return (match[number] or "") if number <= match.re.groups else ""

    return re.sub(r"\$(\d)", group, template)


def covered(start: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether one of the spans takes in text[start:end] wholly."""
    return any(first <= start and end <= last for first, last in spans)
