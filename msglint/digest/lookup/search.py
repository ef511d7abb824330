"""What comes near a name, best first, each with how it does.

Whole-name similarity is the last resort: it cannot see that two names share a word, and sees likeness where none is
(glossary-format and the design tell how names are matched in documents; here somebody asks, so more is let through, and
said to be weak).
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
import re

from msgspec import Struct

from msglint.digest.lookup.index import CODE, Index, content, folded
from msglint.glossary.slips import FEWEST_LETTERS, MOST_EDITS, edit_limit

_MOST_LETTERS = 80
"""Nobody asks for a longer name; the rest is cut."""
_LIKENESS = 76.0
"""Percent, by rapidfuzz's ratio (normalised indel similarity), from which a whole name reads like another one:
"breakfastbocks" for Breakfast Box comes to 81; names that merely share an ending stay below 70."""
_FEWEST_ALIKE = 5
_MOST_FOUND = 6
_SOUNDS = 9
"""Stands for letters off where a word only sounds like another one; more than a name of slips may have."""


class How(IntEnum):
    """How a name comes near what was asked, the surest first. From SOME on it is a guess and no answer."""

    NAME = 0  # it is a name to use, or a code, as asked
    FORMER = 1  # it is a former name, one never to be said, or a known slip, as asked
    FORM = 2  # the same words in another form: hyphens, plural
    INITIALS = 3
    SLIP = 4
    ORDER = 5
    SOUND = 6  # it sounds like it
    WORDS = 7  # it has all words that were asked for, and more
    PART = 8  # it is part of what was asked
    SOME = 9  # it has some of the words
    SIMILAR = 10


class Match(Struct, frozen=True):
    """A handle of the index that comes near.

    distance  how many letters are off
    words     those of the name that were met;  more  how many of either side were not
    """

    handle: int
    how: How
    distance: int = 0
    words: tuple[str, ...] = ()
    more: int = 0


def search(asked: str, index: Index) -> Iterator[Match]:
    """The best match of every entry that comes near, the best entries first."""
    words = folded(asked[:_MOST_LETTERS])
    if not words:
        return
    found = [*_as_asked(words, index), *_by_words(words, index)]
    if not any(match.how < How.SOME for match in found):
        found += _run_together(words, index)
    if not any(match.how < How.SIMILAR for match in found):
        found += _alike(words, index)
    found.sort(key=lambda match: (match.how, match.distance, match.more, not index.current[match.handle], match.handle))
    seen: set[int] = set()
    for match in found:
        if index.owners[match.handle] not in seen:
            seen.add(index.owners[match.handle])
            yield match


def _as_asked(words: list[str], index: Index) -> Iterator[Match]:
    """Names that are the same, or the same run together; and those whose initials were asked for."""
    line, joined = " ".join(words), _joined(" ".join(words))
    for handle, name in enumerate(index.words):
        if name == line:
            yield Match(handle, How.NAME if index.current[handle] else How.FORMER)
        elif name.startswith(joined[0]) and joined == _joined(name):
            yield Match(handle, How.FORM)
    for handle, initials in enumerate(index.initials):
        if joined in initials and joined in initials.split():
            yield Match(handle, How.INITIALS)


def _joined(name: str) -> str:
    return name.replace(" ", "").replace("'", "")


def _by_words(words: list[str], index: Index) -> Iterator[Match]:
    asked = content(words)
    near = _near_words(asked, set(" ".join(index.words).split()))
    wanted = {written for found in near.values() for written in found}
    if not wanted:
        return
    holds = re.compile("|".join(map(re.escape, wanted))).search  # tells most names apart before they are split
    for handle, name in enumerate(index.words):
        if holds(name) and (match := _compared(handle, asked, name.split(), near)):
            yield match


def _near_words(asked: Iterable[str], vocabulary: set[str]) -> Mapping[str, Mapping[str, int]]:
    """For each word asked for, those of names that are it, its singular or plural (0) or so many letters off.

    Where there are none, those that sound like it (_SOUNDS).
    """
    near = {word: {**_slips(word, vocabulary), **dict.fromkeys(_forms(word) & vocabulary, 0)} for word in asked}
    return {word: found or _sounding_like(word, vocabulary) for word, found in near.items()}


def _forms(word: str) -> set[str]:
    """The word with what English plurals add and take away; what is no word is in no vocabulary."""
    forms = {word, f"{word}s", f"{word}es", f"{word}'s", word.removesuffix("s"), word.removesuffix("es")}
    forms |= {word.removesuffix("'s"), f"{word.removesuffix('y')}ies", f"{word.removesuffix('ies')}y"}
    return forms


def _slips(word: str, vocabulary: set[str]) -> dict[str, int]:
    if len(word) < FEWEST_LETTERS - 1 or not word.isalpha():
        return {}
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, list(vocabulary), scorer=OSA.distance, score_cutoff=MOST_EDITS, limit=None)
    return {name: int(off) for name, off, _ in found if off <= edit_limit(len(name)) and name.isalpha()}


def _sounding_like(word: str, vocabulary: set[str]) -> dict[str, int]:
    """Words that are said alike in English: L. Philips' Metaphone."""
    if len(word) < FEWEST_LETTERS - 1 or not (word.isalpha() and word.isascii()):
        return {}
    from jellyfish import metaphone

    sound = metaphone(word)
    return {name: _SOUNDS for name in vocabulary if _has_sound(name) and metaphone(name) == sound}


def _has_sound(name: str) -> bool:
    return len(name) > 2 and name.isalpha() and name.isascii()


def _compared(handle: int, asked: list[str], named: list[str], near: Mapping[str, Mapping[str, int]]) -> Match | None:
    """How the words asked for stand to those of a name."""
    wanted = content(named)
    left, met, off = list(wanted), [], 0
    for word in asked:
        choices = [name for name in left if name in near[word]]
        if choices:
            best = min(choices, key=lambda name: near[word][name])
            left.remove(best)
            met.append(best)
            off += near[word][best]
    missing = len(asked) - len(met)
    how = _how(missing, left, met, wanted, off)
    return None if how is None else Match(handle, how, off, tuple(met), missing + len(left))


def _how(missing: int, left: list[str], met: list[str], wanted: list[str], off: int) -> How | None:
    if not met:
        return None
    if off >= _SOUNDS:
        return How.SOUND if not missing and not left else How.SOME
    if not missing and not left:
        return How.ORDER if met != wanted else How.SLIP if off else How.FORM
    if not missing:
        return How.WORDS
    if not left and (len(wanted) > 1 or missing < 3):
        return How.PART
    return How.SOME if len(met) >= missing else None


def _run_together(words: list[str], index: Index) -> Iterator[Match]:
    """Names run together with a slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    joined = _joined(" ".join(words))
    names = [_joined(name) for name in index.words]
    found = process.extract(joined, names, scorer=OSA.distance, score_cutoff=MOST_EDITS, limit=_MOST_FOUND)
    for name, off, handle in found:
        if off <= edit_limit(min(len(name), len(joined))):
            if _digits(name) == _digits(joined):
                yield Match(handle, How.SLIP, int(off))
            elif index.labels[handle] == CODE:  # another code, or this one heard wrongly
                yield Match(handle, How.SIMILAR, int(off))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _alike(words: list[str], index: Index) -> Iterator[Match]:
    """Names that read like it as a whole."""
    from rapidfuzz import fuzz, process

    line = " ".join(words)
    if len(line) < _FEWEST_ALIKE:
        return
    for name, likeness, handle in process.extract(
        line, index.words, scorer=fuzz.ratio, score_cutoff=_LIKENESS, limit=_MOST_FOUND
    ):
        if len(name) >= _FEWEST_ALIKE and _digits(name) == _digits(line):
            yield Match(handle, How.SIMILAR, round(100 - likeness))
