"""The ways of speaking of the past, read from their file: each with what it needs, and sentences that prove it."""

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
import re

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

OLD, NEW = "\ue000", "\ue001"
"""What stands in a sentence for the name spoken of, and for a name that it has now."""

_CUES = Path(__file__).parent / "data" / "past-cues.txt"
_HEADS = lazy_pattern(rf"\b\w\w?|{NEW}")
"""How words begin."""
_CLOSED = r"(?:['’]s)?[\"”’'»*_]*"


class Cue(Struct, frozen=True, eq=False):
    """A way of speaking of the past.

    `pattern` is a regular expression over a sentence with OLD and NEW in it; `needs` holds groups of literals in small
    letters, and of each group one must stand in the sentence; those of the first group begin with a word, or are NEW.
    `past` and `present` are sentences for the tests.
    """

    pattern: str
    needs: tuple[tuple[str, ...], ...]
    past: tuple[str, ...]
    present: tuple[str, ...]

    def tells(self, sentence: str) -> bool:
        """Whether it tells OLD as past in the sentence, and is not denied ("nobody replaced our OLD")."""
        return any(not match.groupdict().get("denied") for match in _compiled(self.pattern).finditer(sentence))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@cache
def cues() -> tuple[Cue, ...]:
    """All cues, in the order of the file; nothing is compiled yet. Raises ValueError for a line it does not know."""
    pieces = {"OLD": OLD + _CLOSED, "NEW": NEW + _CLOSED}
    return tuple(_read(_CUES.read_text(encoding="utf-8"), pieces))


def telling(sentence: str) -> bool:
    """Whether any cue tells OLD as past in the sentence. Most sentences hold no cue's words: those cost no search."""
    folded = sentence.lower()
    index = _by_head()
    heads = index.keys() & _HEADS.findall(folded)
    likely = [cue for head in heads for literal, those in index[head] if literal in folded for cue in those]
    return any(
        cue.tells(sentence)
        for cue in dict.fromkeys(likely)
        if all(any(literal in folded for literal in group) for group in cue.needs[1:])
    )


@cache
def _by_head() -> dict[str, list[tuple[str, tuple[Cue, ...]]]]:
    """The literals of the cues' first needs, each with its cues, by the first letters of their first words."""
    found: dict[str, list[Cue]] = {}
    for cue in cues():
        for literal in cue.needs[0]:
            found.setdefault(literal, []).append(cue)
    index: dict[str, list[tuple[str, tuple[Cue, ...]]]] = {}
    for literal, those in found.items():
        index.setdefault(_HEADS.findall(literal)[0], []).append((literal, tuple(those)))
    return index


def _read(text: str, pieces: dict[str, str]) -> Iterator[Cue]:
    for paragraph in re.split(r"\n\s*\n", text):
        lines = [line for line in paragraph.splitlines() if line and not line.startswith("#")]
        if lines and lines[0].startswith("cue: "):
            yield _cue(lines, pieces)
            continue
        for line in lines:
            name, equals, meaning = line.partition(" = ")
            if not equals:
                raise ValueError(f"{_CUES.name}: neither a cue nor a piece: {line}")
            pieces[name] = _expanded(meaning, pieces)


def _cue(lines: Sequence[str], pieces: dict[str, str]) -> Cue:
    fields: dict[str, list[str]] = {"cue": [], "needs": [], "past": [], "present": []}
    for line in lines:
        key, _, value = line.partition(": ")
        if key not in fields:
            raise ValueError(f"{_CUES.name}: no such field of a cue: {line}")
        fields[key].append(value)
    needs = (tuple(piece.strip().replace("NEW", NEW) for piece in value.split(",")) for value in fields["needs"])
    pattern = _expanded(fields["cue"][0], pieces)
    return Cue(pattern, tuple(needs), tuple(fields["past"]), tuple(fields["present"]))


def _expanded(pattern: str, pieces: dict[str, str]) -> str:
    names = "|".join(sorted(pieces, key=len, reverse=True))
    return re.sub(rf"THE (?=OLD|NEW)|{names}", lambda match: pieces[match[0].strip()], pattern)
