"""What tells from the words of a text alone that a name may be in it; asked for every document of a run.

Two ways lead to a name. Certain forms are the label's letters run together: some letters of each are looked for in all
letters of the text run together. The others are its content words, each perhaps in another number or with a slip, with
nothing but function words between: none is there without the one that is least said of them, and another beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from msglint.glossary.patterns import Pattern
from msglint.glossary.table import Table
from msglint.glossary.tables import decoded
from msglint.text.words import is_ordinary, is_word

_SHORTEST = 6
"""Letters of the shortest name that is found in pieces; a shorter one is looked for word by word."""
_LETTERS = 8
"""Letters of a form that are looked for: with more the search takes longer to prepare, with fewer more is found."""
SIGNS = frozenset(("&", "+", "plus"))
"""Content words that other signs may stand for."""


class Traces(Struct, frozen=True, dict=True):
    """Tables of words and letters.

    alone     words that are enough for a name -> patterns
    pieces    what is left of a label's word where its apostrophes part it ("oreal" of l'Oréal) -> places in `whole`
    whole     such words, one a line
    rarest    the word that is least said of those without which there is no such name -> patterns
    calling   what a text may have of the words above, and the run-together forms that are English words; one a line
    letters   some letters of each form that may be written in several pieces -> places in `forms`
    forms     such forms, one a line: whoever has longer ones, has these
    """

    alone: Table
    pieces: Table
    whole: str
    rarest: Table
    calling: str
    letters: Table
    forms: str

    @classmethod
    def of(cls, patterns: Mapping[int, Pattern], forms: Table, words: Table, keys: Sequence[str]) -> "Traces":
        """The traces of patterns, by number, with these run-together forms and forms of words (see tables)."""
        needs = {number: needed(pattern) for number, pattern in patterns.items()}
        rarest, alone, (pieces, whole) = _rarest(needs), _alone(patterns, needs), _pieces(patterns)
        telling = rarest.places.keys() | alone.places.keys()
        places = {place for place, key in enumerate(keys) if key in telling}
        told = [
            form for form in words.lines if not places.isdisjoint(place for place, _ in map(decoded, words.get(form)))
        ]
        joined = filter(is_word, {*forms.lines, *(form.removesuffix("s") for form in forms.lines)})
        calling = sorted({*_without_ending(told), *pieces.lines, *joined})
        return cls(alone, pieces, whole, rarest, "\n".join(calling), *_letters(patterns, forms))


def _without_ending(forms: Iterable[str]) -> Iterator[str]:
    """The forms of words, and what is left of those that end in an apostrophe and one letter: it parts words."""
    for form in forms:
        yield form
        if form.endswith(("'s", "s'")):
            yield form[:-2]


def needed(pattern: Pattern) -> frozenset[str]:
    """The content words without which there is no such name."""
    return frozenset(pattern.words[index].key for index in pattern.content) - SIGNS


def _alone(patterns: Mapping[int, Pattern], needs: Mapping[int, frozenset[str]]) -> Table:
    """Labels of which one word is enough, by that word: they have no other, or none that must be written so."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, need in needs.items():
        if len(need) < 2:
            for key in need or {word.key for word in patterns[number].words}:
                found[key].append(number)
    return Table.of(found)


def _rarest(needs: Mapping[int, frozenset[str]]) -> Table:
    often = Counter(word for need in needs.values() for word in need)
    found: dict[str, list[int]] = defaultdict(list)
    for number, need in needs.items():
        if len(need) > 1:
            found[min(need, key=lambda word: (is_ordinary(word), often[word], -len(word), word))].append(number)
    return Table.of(found)


def _pieces(patterns: Mapping[int, Pattern]) -> tuple[Table, str]:
    whole = sorted({word.key for pattern in patterns.values() for word in pattern.words if "'" in word.key})
    found: dict[str, list[int]] = defaultdict(list)
    for place, key in enumerate(whole):
        for piece in key.split("'"):
            if len(piece) > 1:
                found[piece].append(place)
    return Table.of(found), "\n".join(whole)


def _letters(patterns: Mapping[int, Pattern], forms: Table) -> tuple[Table, str]:
    parted: dict[str, Pattern] = {}
    for form in forms.lines:
        of = (patterns[number] for number, _ in map(decoded, forms.get(form)))
        if pattern := next(filter(_has_pieces, of), None):
            parted[_plain(form)] = pattern
    shortest: list[str] = []
    for letters in sorted(parted):
        if len(letters) >= _SHORTEST and not (shortest and letters.startswith(shortest[-1])):
            shortest.append(letters)
    found: dict[str, list[int]] = defaultdict(list)
    for place, letters in enumerate(shortest):
        start = max(0, min(_middle(parted[letters]) - _LETTERS // 2, len(letters) - _LETTERS))
        found[letters[start : start + _LETTERS]].append(place)
    return Table.of(found), "\n".join(shortest)


def _has_pieces(pattern: Pattern) -> bool:
    return len(pattern.words) > 1 or not (pattern.ordinary or pattern.acronym)


def _middle(pattern: Pattern) -> int:
    """Where, among its letters, two words of a label meet, as near its middle as any: few other texts have both."""
    meetings = list(accumulate(len(_plain(word.key)) for word in pattern.words))
    return min(meetings[:-1] or [meetings[-1] // 2], key=lambda at: abs(2 * at - meetings[-1]))


def _plain(form: str) -> str:
    return "".join(filter(str.isalnum, form))
