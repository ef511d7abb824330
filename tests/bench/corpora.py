"""Made-up collateral: the same bytes on every machine, of English words as often as English has them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

_WORDS = Path(__file__).parents[2] / "msglint" / "text" / "data" / "ordinary-words.txt"
_FREQUENT = """
the and to of a in you for is on with your our we it that this are be as at or from can have by all will more not an
one what so up when about time if no new out they their day make them how just people who also its which each
""".split()  # noqa: SIM905  a list of them would be a page
_INVENTED = ("bra", "quo", "lin", "ver", "sto", "mar", "ket", "zel", "pan", "dro", "fex", "tum", "gri", "nova", "shu")
_RARER = 1.05
"""Zipf's exponent: the word of rank r is written 1 / r ** 1.05 times as often as the first."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the glossary: what is said now, and what was said before."""

    current: str
    former: str


class Prose:
    """Sentences, paragraphs and pages, one after another, from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        words = _WORDS.read_text(encoding="utf-8").split()
        known = [word for word in words if word.isalpha() and 3 < len(word) < 12 and word not in _FREQUENT]
        Random(0).shuffle(known)
        self._words = [*_FREQUENT, *known[:30_000]]
        self._weights = list(accumulate(1 / rank**_RARER for rank in range(1, len(self._words) + 1)))

    def sentence(self) -> str:
        """Eight to twenty words; one in thirty has a price, a share, a day or a link as marketing's sentences do."""
        words = self._random.choices(self._words, cum_weights=self._weights, k=self._random.randint(8, 20))
        aside = self._random.randrange(150)
        if aside < 5:
            said = ("£12.50 a month", "20% off", "on 12 March 2026", "https://example.com/offers", "**right away**")[
                aside
            ]
            words.insert(self._random.randrange(1, len(words)), said)
        return f"{' '.join(words).capitalize()}."

    def paragraph(self, naming: str = "") -> str:
        sentences = [self.sentence() for _ in range(self._random.randint(2, 5))]
        if naming:
            sentences.insert(1, f"Ask us about {naming} and we will call you back.")
        return " ".join(sentences)

    def page(self, size: int, naming: Iterator[str] | None = None) -> str:
        """A markdown page of about `size` bytes; every second paragraph says the next of the names, if any."""
        parts, length, number = [], 0, 0
        while length < size:
            number += 1
            if number % 6 == 1:
                part = f"## {self.sentence()[:50].strip(' .')}"
            elif number % 6 == 5:
                part = "\n".join(f"- {self.sentence()}" for _ in range(3))
            else:
                part = self.paragraph(next(naming) if naming and number % 2 == 0 else "")
            parts.append(part)
            length += len(part) + 2
        return "\n\n".join(parts)[:size] + "\n"


def names(count: int) -> list[Name]:
    """Names of two or three words: an invented one and ordinary ones, as products have."""
    random, prose = Random(count), Prose(count)
    made: dict[str, Name] = {}
    while len(made) < count:
        invented = ["".join(random.choices(_INVENTED, k=3)).capitalize() for _ in range(2)]
        words = [word.capitalize() for word in random.sample(prose._words[200:8_000], 3)]
        name = Name(f"{invented[0]} {words[0]}", f"{words[1]} {invented[1]} {words[2]}")
        made.setdefault(name.current, name)
    return list(made.values())


def glossary(said: Sequence[Name]) -> str:
    entries = (f"  - term: {name.current}\n    type: product\n    superseded: {name.former}\n" for name in said)
    return "terms:\n" + "".join(entries)


def folder(place: Path, files: int, size: int, said: Sequence[Name], seed: int, naming: Sequence[str] = ()) -> int:
    """Fill `place/docs` with so many pages of so many bytes beside a glossary; the bytes written."""
    prose, turn = Prose(seed), _endless(naming) if naming else None
    place.mkdir(parents=True, exist_ok=True)
    (place / "glossary.yaml").write_text(glossary(said), encoding="utf-8")
    written = 0
    for number in range(files):
        page = prose.page(size, turn).encode()
        path = place / "docs" / f"{number // 100:03}" / f"page-{number:05}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)
        written += len(page)
    return written


def _endless(naming: Sequence[str]) -> Iterator[str]:
    while True:
        yield from naming
