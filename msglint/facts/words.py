"""What a text says, word by word: its concepts (stems, kin made one), what of them it denies, if it says "any"."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
import re

from msgspec import Struct

from msglint.facts.quantities import Quantity, quantities
from msglint.facts.stems import stem
from msglint.lazy_pattern import lazy_pattern
from msglint.text.normalise import fold, normalise

_DATA = Path(__file__).parent / "data"
_WORD = lazy_pattern(r"[^\W_]+(?:'[^\W_]+)?")
_CLAUSE = lazy_pattern(r"[.;:!?()–—]|,|\bbut\b|\band then\b", re.IGNORECASE)
_DENIALS = frozenset(("not", "never", "no", "without", "nor", "none", "nobody", "cannot", "neither", "free-of"))
_UNIVERSAL = lazy_pattern(
    r"\s*(?:any|anyone|anybody|every|everyone|everybody|everything|all|whoever|each)\b", re.IGNORECASE
)
_RATIO = lazy_pattern(r"\b(?:divided by|per|out of|over the number)\b|[÷/]", re.IGNORECASE)
_UN = lazy_pattern(
    r"un(?P<verb>\w{3,}(?:ed|paid|sold|seen|read|known|spent))\Z"
    r"|(?:non|dis(?=trust|agree|like|allow|approv|believ))(?P<noun>[a-z]{4,})\Z"
)
_REACH_ENDS = frozenset(
    ("after", "before", "within", "until", "when", "since", "because", "who", "that", "which", "whose", "while", "then")
)
_FREE = lazy_pattern(r"\b(\w+)-free\b")
_REACH = 4
"""Content words that a denial covers: "has no running contract with another provider"."""


class Sense(Struct, frozen=True):
    """What a definition says.

    concepts   its content, without function words, numbers and the term defined
    content    the same with the words of the term
    denied     those of them that stand behind a "not"
    negative   those of any clause with a "not" in it: "we call no customer" denies the call as well
    numbers    the quantities
    universal  whether it begins with "any", "every", "all" …
    kind       the kind of its genus (data/genus.txt), where the table knows it
    genus      the concept it puts the term under
    ratio      whether it divides one thing by another
    """

    concepts: frozenset[str]
    content: frozenset[str]
    denied: frozenset[str]
    negative: frozenset[str]
    numbers: tuple[Quantity, ...]
    universal: bool
    kind: str | None
    genus: str | None
    ratio: bool


@lru_cache(maxsize=1024)
def sense_of(text: str, leaving_out: tuple[str, ...] = ()) -> Sense:
    """The sense of a definition; `leaving_out` are texts (the term's labels) whose words do not count."""
    clean = _FREE.sub(r"without \1, ", normalise(text).text)
    numbers = quantities(clean)
    spans = [number.phrase for number in numbers]
    left_out = {stem(fold(word)) for label in leaving_out for word in _WORD.findall(label)}
    concepts: list[str] = []
    denied: set[str] = set()
    negative: set[str] = set()
    for clause in _clauses(clean, spans):
        found, within = _concepts(clause)
        concepts += found
        denied |= within
        negative.update(found if within else ())
    kept = frozenset(concept for concept in concepts if concept not in left_out)
    genus = genus_of(clean)
    return Sense(
        concepts=kept,
        content=frozenset(concepts),
        denied=frozenset(denied) & kept,
        negative=frozenset(negative),
        numbers=numbers,
        universal=bool(_UNIVERSAL.match(clean)),
        kind=kind_of(clean),
        genus=concept_of(genus) if genus else None,
        ratio=bool(_RATIO.search(clean)),
    )


def _clauses(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[list[str]]:
    """The words of each clause, folded, quantities left out."""
    blank = text
    for start, end in spans:
        blank = f"{blank[:start]}{' ' * (end - start)}{blank[end:]}"
    for clause in _CLAUSE.split(blank):
        yield [fold(word).replace("n't", " not") for word in _WORD.findall(clause)]


def _concepts(words: Sequence[str]) -> tuple[list[str], set[str]]:
    """The concepts of a clause in order, and those within reach of a denial."""
    words = [part for word in words for part in word.split()]
    found: list[str] = []
    denied: set[str] = set()
    reach = 0
    at = 0
    if words[-2:] in (["or", "none"], ["or", "not"]):
        words = words[:-2]  # "for any reason or none": neither way
        return [c for c, _ in _steps(words)][:-1], set()
    while at < len(words):
        if words[at] in _DENIALS:
            reach, at = _REACH, at + 1
            continue
        if words[at] in _REACH_ENDS:
            reach = 0
        prefixed = _UN.match(words[at])
        concept, length = (concept_of(prefixed[1] or prefixed[2]), 1) if prefixed else _concept_at(words, at)
        at += length
        if concept is None:
            continue
        found.append(concept)
        if prefixed:
            denied.add(concept)
        elif reach:
            denied.add(concept)
            reach -= 1
    return found, denied


def _steps(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    at = 0
    while at < len(words):
        concept, length = _concept_at(words, at)
        at += length
        if concept is not None:
            yield concept, at


def _concept_at(words: Sequence[str], at: int) -> tuple[str | None, int]:
    """The concept that begins at that word, and how many words it takes; None for a word without substance."""
    table = _kin()
    for length in (4, 3, 2):
        phrase = tuple(stem(word) for word in words[at : at + length])
        if len(phrase) == length and phrase in table:
            return table[phrase], length
    word = words[at]
    if word in _function_words() and (stem(word),) not in table:
        return None, 1
    if len(word) < 2 or word.isdigit():
        return None, 1
    return table.get((stem(word),), stem(word)), 1


def concept_of(word: str) -> str:
    """The concept of one word."""
    return _kin().get((stem(fold(word)),), stem(fold(word)))


def concepts_in(text: str) -> list[str]:
    """The concepts of a text in order, every clause of it; numbers are none."""
    clean = normalise(text).text
    return [concept for clause in _clauses(clean, ()) for concept in _concepts(clause)[0]]


@cache
def _kin() -> dict[tuple[str, ...], str]:
    table: dict[tuple[str, ...], str] = {}
    for group in lines_of("kin"):
        words = group.split()
        name = stem(words[0].split("_")[0]) if "_" not in words[0] else words[0]
        for word in words:
            table.setdefault(tuple(stem(part) for part in word.split("_")), name)
    return table


@cache
def contrasts() -> tuple[frozenset[str], ...]:
    """Sets of concepts that exclude one another."""
    return tuple(
        frozenset(concept_of(word) for word in line.split() if "_" not in word) for line in lines_of("contrasts")
    )


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for line in lines_of("function-words") for word in line.split())


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The kinds of thing that data/genus.txt tells apart, each with its nouns."""
    found: dict[str, set[str]] = {}
    for line in lines_of("genus"):
        if line.startswith("["):
            words = found.setdefault(line.strip("[]"), set())
        else:
            words.update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


_HEAD_ENDS = lazy_pattern(
    r"\b(?:who|that|which|whose|whom|where|when|with|without|of|in|for|from|between|above|below|by|to|on|at|after|before"
    r"|within|over|under|during|is|are|has|have|minus|plus|divided|per)\b|[,;:(]"
    r"|(?<=[a-z] )(?:an?|the|we|you|they|our|your)\b"
)


def genus_of(text: str) -> str | None:
    """The noun that a definition puts its term under: the last word before what restricts it ("a hot buffet for …")."""
    clean = normalise(text).text.casefold()
    head = _HEAD_ENDS.split(clean, maxsplit=1)[0]
    words: list[str] = [word for word in _WORD.findall(head) if word.isalpha()]
    for word in reversed(words):
        if any(word in nouns for nouns in kinds().values()):
            return word
    return words[-1] if words else None


def kind_of(text: str) -> str | None:
    """The kind of a definition's genus: "person", "ratio" …; None where the table does not know it."""
    genus = genus_of(text)
    for kind, nouns in kinds().items():
        if genus in nouns and kind not in ("attention", "weak"):
            return kind
    return None


@cache
def lines_of(name: str) -> tuple[str, ...]:
    """The lines of data/<name>.txt without comments."""
    lines = (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
