"""Title case, sentence case and the like: how a text is written in them, and how far it is from that."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.text.normalise import fold
from msglint.text.occurrences import occurrences
from msglint.text.words import is_ordinary

_WORD = lazy_pattern(r"[^\W_]+(?:['’.][^\W_]+)*")
_SENTENCE_END = lazy_pattern(r"[.!?…][\"'”’)\]]*\s+[\"'“‘(\[]*$")
_NEW_START = lazy_pattern(r"(?:[.!?…:][\"'”’)\]]*\s+|\s[–—]\s*|—)[\"'“‘(\[]*$")
_I = lazy_pattern(r"I(?:['’](?:m|d|ll|ve))?")


class Norms(Struct, frozen=True):
    """What a text is held to.

    case        "$title", "$sentence", "$lower" or "$upper"
    style       whose small words a title has: "AP" or "Chicago"
    exceptions  words and names with the case they are always written in
    names       names that keep their case where they stand in it
    indicators  what a word may end in so that the next one is free
    """

    case: str
    style: str = "AP"
    exceptions: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()


def rewritten(text: str, norms: Norms) -> str:
    """The text in the case of the norms; as long as the text itself."""
    made = list(text)
    spans = [match.span() for match in _WORD.finditer(text)]
    kept = _kept(text, norms)
    shouted = len(spans) > 1 and text.isupper()
    for index, (start, end) in enumerate(spans):
        word = text[start:end]
        if any(first <= start and end <= last for first, last, _ in kept) or _is_free(text, start, norms):
            continue
        if norms.case in ("$lower", "$upper"):
            changed = word.lower() if norms.case == "$lower" else word.upper()
        elif _has_own_case(word) and not shouted:
            continue
        else:
            changed = _in_place(text, start, word, index in (0, len(spans) - 1), index == 0, norms)
        made[start:end] = changed if len(changed) == end - start else word
    for start, end, written in kept:
        made[start:end] = written
    return "".join(made)


def share_alike(text: str, other: str) -> float:
    """The share of words that two texts of one length write alike; 1.0 where there are none."""
    spans = [match.span() for match in _WORD.finditer(text)]
    alike = sum(text[start:end] == other[start:end] for start, end in spans)
    return alike / len(spans) if spans else 1.0


def _in_place(text: str, start: int, word: str, edge: bool, first: bool, norms: Norms) -> str:
    before = text[:start]
    if norms.case == "$sentence":
        if word[0].isupper() and not text.isupper() and not is_ordinary(fold(word)):
            return word  # no word of the language: a name, as far as anybody can tell
        begins = first or bool(_SENTENCE_END.search(before))
        return word[:1].upper() + word[1:].lower() if begins else word.lower()
    if before.endswith("-"):
        return word  # "Sign-up" and "Sign-Up" are both in use
    if word.lower() in small_words(norms.style) and not edge and not _NEW_START.search(before):
        return word.lower()
    return word[:1].upper() + word[1:].lower()


def _kept(text: str, norms: Norms) -> list[tuple[int, int, str]]:
    """Spans whose case is given: exceptions in any case, names where they are written with their own."""
    found = []
    for exception in norms.exceptions:
        for start in _places(text.lower(), exception.lower()):
            if len(text) == len(text.lower()):
                found.append((start, start + len(exception), exception))
    for name in norms.names:
        found += [(start, start + len(name), name) for start in _places(text, name)]
    return found


def _places(text: str, phrase: str) -> Iterator[int]:
    for start in occurrences(phrase, text):
        end = start + len(phrase)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start


def _is_free(text: str, start: int, norms: Norms) -> bool:
    before = text[:start].rstrip()
    return any(before.endswith(indicator) for indicator in norms.indicators)


def _has_own_case(word: str) -> bool:
    """An acronym, a name with a capital inside, a word with digits, "I": nothing a title or sentence changes."""
    letters = [character for character in word if character.isalpha()]
    acronym = len(letters) > 1 and all(character.isupper() for character in letters)
    inner = any(character.isupper() for character in word[1:]) and not acronym
    return acronym or inner or len(letters) < len(word.replace("'", "").replace("’", "")) or bool(_I.fullmatch(word))


@cache
def small_words(style: str) -> Collection[str]:
    """The words that stay small inside a title of that style, "AP" or "Chicago"."""
    path = Path(__file__).parent / "data" / "small-words.txt"
    lines: Sequence[str] = path.read_text(encoding="utf-8").splitlines()
    entries = [line.split() for line in lines if line and not line.startswith("#")]
    return frozenset(entry[-1] for entry in entries if len(entry) == 1 or entry[0] == style)
