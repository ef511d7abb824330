"""The words of a text in small letters, told apart at C speed: most texts are seen to hold none of a finder's cues."""

from collections.abc import Iterable

from msglint.lazy_pattern import lazy_pattern

_RUN = lazy_pattern(r"[^\W\d_]+")
_APART = bytes(code if chr(code).isalpha() else 0x20 for code in range(128)) + bytes(range(128, 256))


def words_of(text: str) -> list[bytes]:
    """All runs of letters, folded, in UTF-8; signs and figures part them: "15p" has the word "p"."""
    if text.isascii():
        return text.lower().encode().translate(_APART).split()
    return [word.encode() for word in _RUN.findall(text.casefold())]


def as_words(words: Iterable[str]) -> frozenset[bytes]:
    """Words of a table as `words_of` has them; of several words or with signs, each run of letters."""
    return frozenset(word for text in words for word in words_of(text))
