"""Regular expressions as people write them in packs: checked for slips and for run-away cost, and made for prose.

In a pattern a space stands for any white space (a phrase may be broken over a line) and ' for a curly apostrophe too.
"""

from collections.abc import Iterable
from functools import lru_cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.rulebook.ambiguity import runs_away

_LONGEST = 5_000
"""Characters of one pattern; word lists belong in several tokens."""
_QUANTIFIERS = "*+?{"
# A bracket right after [ or [^ belongs to its set.
_PART = lazy_pattern(
    r"""(?sx) (?P<reference> \\[1-9][0-9]? ) | \\. | (?P<set> \[\^?\]? (?: \\. | [^\]\\] )* \] )
    | (?P<space> [ ] ) | (?P<apostrophe> ' ) | ."""
)


def problem_of(pattern: str) -> str | None:
    """What is wrong with a pattern, in words that follow it; None where nothing is."""
    if len(pattern) > _LONGEST:
        return f"is longer than {_LONGEST} characters"
    try:
        compiled = re.compile(for_prose(pattern))
        re.compile(f"(?:{for_prose(pattern)})")  # as it will stand in a larger one
    except re.error as error:
        cure = "; write (?i:…) around what it is for, or ignorecase: true" if "global flags" in str(error) else ""
        return f"({error}{cure})"
    except (OverflowError, RecursionError):
        return "(too large or nested too deeply)"
    if compiled.groupindex:
        return "(groups have numbers here, not names: write ( ) for (?P<name> ))"
    repeated = runs_away(for_prose(pattern))
    if repeated:
        return f"({repeated})"
    return None


@lru_cache(maxsize=512)
def for_prose(pattern: str, shift: int = 0) -> str:
    """The pattern with every plain space and apostrophe widened; those in [ ] and after \\ stay as written.

    References to groups (\\1) count `shift` groups further on, for a pattern that will stand behind others.
    """
    wide = "".join(_widened(part, pattern, shift, r"\s+") for part in _PART.finditer(pattern))
    if "(?<" not in pattern:
        return wide
    try:
        re.compile(wide)
    except re.error:  # what looks behind must be of one width
        return "".join(_widened(part, pattern, shift, r"\s") for part in _PART.finditer(pattern))
    return wide


def _widened(part: re.Match[str], pattern: str, shift: int, space: str) -> str:
    if part.lastgroup == "reference":
        return f"(?:\\{int(part[0][1:]) + shift})"
    if part.lastgroup == "space":
        following = pattern[part.end() : part.end() + 1]
        return r"\s" if following and following in _QUANTIFIERS else space
    if part.lastgroup == "apostrophe":
        return "['’]"
    if part.lastgroup == "set":  # Python warns that it may come to mean a set within the set one day
        return part[0][0] + re.sub(r"(?s)\\.|\[", _escaped, part[0][1:])
    return part[0]


def _escaped(found: re.Match[str]) -> str:
    return found[0] if found[0][0] == "\\" else f"\\{found[0]}"


@lru_cache(maxsize=512)
def word_pattern(patterns: tuple[str, ...], ignorecase: bool = False, nonword: bool = False) -> re.Pattern[str]:
    """One expression for any of the patterns; between word boundaries unless `nonword`.

    Alternatives keep their order: the first that matches at a place takes it, as in Vale.
    """
    made, groups = [], 0
    for pattern in patterns:
        made.append(f"(?:{for_prose(pattern, groups)})")
        groups += re.compile(for_prose(pattern)).groups
    any_of = "|".join(made)
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
