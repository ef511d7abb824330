"""Folds away what does not tell one written name from another, with the way back to every character.

Folded: curly quotes, exotic spaces and hyphens, full-width letters and ligatures (Unicode NFKC), soft hyphens,
zero-width characters, trade marks and footnote figures. Case is kept; `fold` drops it, and accents with it.
"""

import unicodedata

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern

_APOSTROPHES = "’‘ʼ＇`´‛′"
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u2010\u2011\u2012\u2043\u2212\ufe63\uff0d"  # the en dash stays: alone between spaces it is a dash
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
_MARKS = "™®©℠¹²³⁰⁴⁵⁶⁷⁸⁹ªº"  # NFKC would glue "TM" or a footnote's figure to the word before

_SAME_LENGTH = dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_HYPHENS, "-")
_FOLDED = lazy_pattern(f"[{''.join(_SAME_LENGTH)}]")
_DROPPED = lazy_pattern(f"[{_INVISIBLE}{_MARKS}]")
_CLUSTER = lazy_pattern(r"(?s).[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]*")


class Normalised(Struct, frozen=True):
    """`text` with `origin[i]` the index in the written text of its character i; None where all are the same."""

    text: str
    origin: tuple[int, ...] | None = None

    def start(self, index: int) -> int:
        """Where character `index` begins in the written text."""
        return index if self.origin is None else self.origin[index]

    def end(self, index: int) -> int:
        """Where the character before `index` ends in the written text (dropped characters after it excluded)."""
        return index if self.origin is None else self.origin[index - 1] + 1


def normalise(text: str) -> Normalised:
    """Normalise a text; ASCII, most of what there is, comes back as it is."""
    if text.isascii():
        return Normalised(text.replace("`", "'") if "`" in text else text)
    text = _FOLDED.sub(lambda match: _SAME_LENGTH[match[0]], text)  # str.translate looks at each character
    if not _DROPPED.search(text) and unicodedata.is_normalized("NFKC", text):
        return Normalised(text)
    characters: list[str] = []
    origin: list[int] = []
    for match in _CLUSTER.finditer(text):
        if _DROPPED.match(match[0]):
            continue
        folded = unicodedata.normalize("NFKC", match[0])
        characters.append(folded)
        # A cluster of several characters ends where its last one does.
        origin.extend([match.start()] * (len(folded) - 1) + [match.end() - 1] if folded else [])
    return Normalised("".join(characters), tuple(origin))


def fold(word: str) -> str:
    """A normalised word without case and accents: the key under which words are compared."""
    word = word.casefold()
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
