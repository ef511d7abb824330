"""The stem of an English word, so that "scored", "scoring" and "scores" are one.

Steps 1a to 1c of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980: they undo inflection and leave
derivation ("response", "respond") to the tables of kin.
"""

from functools import lru_cache

from msglint.lazy_pattern import lazy_pattern

_VOWEL = lazy_pattern(r"[aeiouy]")
_DOUBLE = lazy_pattern(r"([bdfgmnprt])\1$")
_SHORT = lazy_pattern(r"^[^aeiou]*[aeiouy][^aeiouwxy]$")


@lru_cache(maxsize=16_384)
def stem(word: str) -> str:
    """The stem of a folded word; a word with figures or of up to three letters is its own."""
    word = word.removesuffix("'s").rstrip("'")
    if len(word) <= 3 or not word.isalpha():
        return word
    word = _singular(word)
    for suffix in ("ing", "ed"):
        rest = word.removesuffix(suffix)
        if rest != word and len(rest) > 1 and _VOWEL.search(rest):
            word = _whole(rest)
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = f"{word[:-1]}i"
    return word


def _singular(word: str) -> str:
    if word.endswith("sses"):
        return word[:-2]
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _whole(rest: str) -> str:
    """What is left of a word without -ed or -ing, made a word again: "cancell" → "cancel", "driv" → "drive"."""
    if rest.endswith(("at", "bl", "iz")):
        return f"{rest}e"
    if _DOUBLE.search(rest):
        return rest[:-1]
    if rest.endswith("ll") and len(rest) > 4:
        return rest[:-1]
    return f"{rest}e" if _SHORT.match(rest) else rest
