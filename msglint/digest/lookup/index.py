"""Everything entries are found by: names of all kinds, codes, initials; and the entries themselves, packed one by one.

Plain lists that are searched from end to end: at 40,000 names that takes milliseconds, while tables to look them up in
would take longer to load. An index of 20,000 entries is there in a few hundredths of a second, and of the entries only
those that are asked for are made.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from msglint.glossary.patterns import FUNCTION_WORDS
from msglint.model.glossary import Entry, Glossary
from msglint.offers.catalogue import offers_of
from msglint.packing import pack, unpack
from msglint.text.tokens import tokenize

CODE = -1
_FEWEST_INITIALS = 2


class Index(Struct, frozen=True):
    """A handle is one thing an entry is found by; its number counts through the first five lists.

    words     its folded words, a space between
    initials  the first letters of its words, with and without function words, a space between; "" where none
    owners    the entry it belongs to, by its number in the glossary
    labels    which of the entry's labels it is; CODE for an offer's code
    current   whether it is a name to use, or a code
    packed    all entries, one behind the other;  ends  where each ends
    offers    numbers of the offers on an entry, by its number;  items  the number of an offer's item, by its number
    """

    words: list[str]
    initials: list[str]
    owners: list[int]
    labels: list[int]
    current: list[bool]
    packed: bytes
    ends: list[int]
    offers: dict[int, list[int]]
    items: dict[int, int]

    def entry(self, number: int) -> Entry:
        """An entry by its number. Raises ValueError where what was kept of it is damaged."""
        start = self.ends[number - 1] if number else 0
        return unpack(self.packed[start : self.ends[number]], Entry)


def folded(text: str) -> list[str]:
    """The words of a name as they are compared: no case, no accents; & is "and"."""
    return ["and" if token.key in "&+" else token.key for token in tokenize(text)]


def content(words: Iterable[str]) -> list[str]:
    """Those that are more than function words; all of them where none is."""
    words = list(words)
    return [word for word in words if word not in FUNCTION_WORDS] or words


def compile_index(glossary: Glossary) -> Index:
    """The index of a glossary (some 50 µs an entry)."""
    handles = [(number, *handle) for number, entry in enumerate(glossary.entries) for handle in _handles(entry)]
    numbers = {entry.id: number for number, entry in enumerate(glossary.entries)}
    items = {numbers[offer]: numbers[item.id] for offer, item in offers_of(glossary).products.items()}
    offers: dict[int, list[int]] = defaultdict(list)
    for offer, item in items.items():
        offers[item].append(offer)
    parts = [pack(entry) for entry in glossary.entries]
    ends, total = [], 0
    for part in parts:
        total += len(part)
        ends.append(total)
    return Index(
        words=[" ".join(words) for _, _, _, words in handles],
        initials=["" if label == CODE else _initials(words) for _, label, _, words in handles],
        owners=[number for number, _, _, _ in handles],
        labels=[label for _, label, _, _ in handles],
        current=[current for _, _, current, _ in handles],
        packed=b"".join(parts), ends=ends, offers=dict(offers), items=items,
    )  # fmt: skip


def _handles(entry: Entry) -> Iterator[tuple[int, bool, list[str]]]:
    """Which label, whether it is to be used, and its words."""
    for number, label in enumerate(entry.labels):
        yield number, label.kind.current, folded(label.text)
    if entry.code:
        yield CODE, True, folded(entry.code)


def _initials(words: list[str]) -> str:
    found = ("".join(word[0] for word in each) for each in (words, content(words)))
    return " ".join(dict.fromkeys(letters for letters in found if len(letters) >= _FEWEST_INITIALS))
