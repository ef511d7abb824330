"""The tables of offers, read from data files when they are first needed."""

from functools import cache
from pathlib import Path
import re

from msgspec import Struct

_DATA = Path(__file__).parent / "data"


@cache
def blocks(name: str) -> dict[str, tuple[str, ...]]:
    """The lines of data/<name>.txt under each "[title]", without comments and blank ones."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in (_DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if re.fullmatch(r"\[[\w-]+\]", line):
            title = line.strip("[]")
        else:
            found.setdefault(title, []).append(line)
    return {title: tuple(lines) for title, lines in found.items()}


def either(name: str, title: str) -> str:
    """The lines of a block as alternatives of a regular expression."""
    return "|".join(f"(?:{line})" for line in blocks(name)[title])


class Names(Struct, frozen=True):
    """The months or weekdays of a language: the ways to write them, each in order, the usual one first."""

    rows: tuple[tuple[str, ...], ...]

    def number(self, written: str) -> tuple[int, int]:
        """Which one (from 0), and in which way it is written. Raises KeyError."""
        for way, row in enumerate(self.rows):
            for number, name in enumerate(row):
                if name.casefold() == written.casefold():
                    return number, way
        raise KeyError(written)

    @property
    def pattern(self) -> str:
        names = {name for row in self.rows for name in row}
        return "|".join(sorted(map(re.escape, names), key=lambda name: (-len(name), name)))


@cache
def languages() -> tuple[str, ...]:
    """The languages with a calendar, in the order of the data."""
    return tuple(dict.fromkeys(line.split(" ")[0] for line in blocks("calendar")[""]))


@cache
def calendar(language: str, kind: str) -> Names | None:
    """The names of "month" or "day" in a language (its primary subtag); None where CLDR's data was not taken over."""
    rows = []
    for line in blocks("calendar")[""]:
        title, _, names = line.partition(": ")
        if title == f"{language} {kind}":
            rows.append(tuple(names.split()))
    return Names(tuple(rows)) if rows else None
