"""The tables of a lexicon, made of its patterns."""

from collections import defaultdict
from collections.abc import Mapping

from msglint.glossary.label_forms import VARIED, Near, certain_forms, forms_of_word, parts
from msglint.glossary.patterns import Pattern
from msglint.glossary.table import Table

Patterns = Mapping[int, Pattern]
NEAR = tuple(Near)


def coded(number: int, code: int) -> int:
    """A number with one of four codes beside it, as one number."""
    return number << 2 | code


def decoded(number: int) -> tuple[int, int]:
    """The number and the code."""
    return number >> 2, number & 3


def forms_of(patterns: Patterns) -> Table:
    """Run-together form -> patterns, coded with what the form varies (VARIED)."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, pattern in patterns.items():
        for text, variations in certain_forms(pattern):
            found[text].setdefault(number, VARIED.index(variations))
    return Table.of({text: [coded(*one) for one in varied.items()] for text, varied in found.items()})


def words_of(patterns: Patterns, keys: list[str]) -> Table:
    """Form of a label's word -> the places of those words in `keys`, coded with how near it is to them (NEAR)."""
    found: dict[str, dict[str, Near]] = defaultdict(dict)
    seen = set()
    for pattern in patterns.values():
        for index, word in enumerate(pattern.words):
            alike = word.key, word.written, pattern.inflect, pattern.english
            if word.content and alike not in seen:
                seen.add(alike)
                for form, near in forms_of_word(pattern, index):
                    if near is Near.SAME or word.key not in found[form]:
                        found[form][word.key] = near
    places = {key: place for place, key in enumerate(keys)}
    codes = {near: code for code, near in enumerate(NEAR)}
    return Table.of(
        {form: [coded(places[key], codes[near]) for key, near in one.items()] for form, one in found.items()}
    )


def anchors_of(patterns: Patterns) -> Table:
    """Label word -> the patterns to try around it: those of which no content word is in fewer labels."""
    frequency: dict[str, int] = defaultdict(int)
    for pattern in patterns.values():
        for index in pattern.content:
            frequency[pattern.words[index].key] += 1
    found: dict[str, list[int]] = defaultdict(list)
    for number, pattern in patterns.items():
        if pattern.content:
            rarest = min(pattern.content, key=lambda i: (frequency[pattern.words[i].key], i))
            found[pattern.words[rarest].key].append(number)
    return Table.of(found)


def contents_of(patterns: Patterns) -> str:
    """The content words of each pattern with spaces between, on the line of its number."""
    content = {number: {pattern.words[index].key for index in pattern.content} for number, pattern in patterns.items()}
    return "\n".join(" ".join(sorted(content.get(number, ()))) for number in range(max(patterns, default=-1) + 1))


def parts_of(patterns: Patterns) -> Table:
    """What a run-together form may begin with, where no whole word of the label need be left."""
    return Table.of({part: () for pattern in patterns.values() for part in parts(pattern)})
