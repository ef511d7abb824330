"""A text skimmed: the words of a document, and more, unread. What is not in there is not in the document.

Words keep their order; what a reader drops (comments, code, addresses) may stand among them, but never between two
words that the reader brings together. Where that cannot be had, there is no skimming.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache
import unicodedata

from msgspec import Struct

from msglint.lazy_pattern import lazy_pattern
from msglint.text.normalise import normalise

ITEM, ITEM_END = "\x02", "\x03"
"""Around an item of a list, where the format marks them."""
ROW, ROW_END = "\x1c", "\x1d"
"""Around the cells of a row: around all rows of a document, or none. White space to regular expressions."""
LINE = "\n\x1e"
"""In the place of a tag that may begin a line or part blocks, whatever is around it. White space, and no empty line."""
PARTING = "\n\n"
"""Between blocks, and so between the cells of a row."""
_FOREIGN = lazy_pattern(r"[^\x00-\x7f]+")
_WRAPPED = lazy_pattern(r"-[ \t]*[\r\n][\s>]*")
_KEPT = bytes(code for code in range(256) if code > 127 or chr(code).isalnum())
_APART = bytes(code if code in _KEPT else 0x20 for code in range(256))
_LOWER = bytes(range(256)).lower()
_SIGNS = bytes(code for code in range(128) if code not in _KEPT)


class Skim(Struct, frozen=True, dict=True):
    """The words of a document.

    text    every block on lines of its own
    titles  what of it may be a title
    prose   whether some of it surely is text to judge
    tables  whether there may be any;  terms  whether there may be lists of terms (HTML's <dl>)
    parted  whether an empty line surely stands in no block, only between blocks, and nothing tells its language
    cues    the only words that anybody will ask for; None: any
    """

    text: str
    titles: str
    tables: bool = False
    terms: bool = False
    prose: bool = True
    parted: bool = False
    cues: frozenset[bytes] | None = None

    @cached_property
    def _folded(self) -> bytes:
        text = self.text if self.text.isascii() else _FOREIGN.sub(lambda run: _plain(run[0]), self.text)
        if "-" in text and _WRAPPED.search(text):
            text = f"{text}\n{_WRAPPED.sub('', text)}"  # a hyphen at a line's end may be the word's own or not
        return text.encode("utf-8", "surrogatepass")

    @cached_property
    def words(self) -> frozenset[bytes]:
        """The distinct cues, without accents and in their case; apostrophes and underscores part words."""
        return frozenset(self.in_order) if self.cues is None else self.cues.intersection(self.in_order)

    @cached_property
    def in_order(self) -> list[bytes]:
        """All words, cues or not, as `words` has them."""
        return self._folded.translate(_APART).split()

    def block_at(self, index: int) -> str:
        """The block around that character: a paragraph, an item; the whole text where blocks are not surely parted."""
        if not self.parted:
            return self.text
        start, end = 0, len(self.text)
        for mark in (PARTING, ITEM, ITEM_END):
            start = max(start, self.text.rfind(mark, start, index) + 1)
            behind = self.text.find(mark, index, end)
            end = behind if behind >= 0 else end
        return self.text[start:end].strip()

    @cached_property
    def lowered(self) -> str:
        return self.text.casefold()

    @property
    def run_together(self) -> bytes:
        """All letters and figures in small letters, without anything between them."""
        return self._folded.translate(_LOWER, _SIGNS)


def key_of(word: bytes) -> str:
    """The folded word that names are compared by, as msglint.text.normalise.fold has it."""
    return word.decode("utf-8", "surrogatepass").casefold()


def in_any_case(words: Iterable[str]) -> frozenset[bytes]:
    """Folded words as a text may have them: in small letters, in capitals, with one capital."""
    return frozenset(way.encode() for word in words for way in (word, word.upper(), word.capitalize()))


@lru_cache(maxsize=4096)
def _plain(run: str) -> str:
    """Characters beyond ASCII as the nearest ASCII ones; letters without such are folded, signs a space."""
    letters = _bare(normalise(run).text)
    if not letters.isascii():
        letters = _bare(letters.casefold())
    return "".join(letter if letter.isascii() or letter.isalnum() else " " for letter in letters)


def _bare(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))
