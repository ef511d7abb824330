"""XML parts as trees, to skim what a reader walks through event by event: several times as fast, without positions.

Whatever is out of the ordinary is left to the reader, which knows what to say of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, fromstring

from msglint.formats import placeholders
from msglint.formats.packages.part_text import is_utf8
from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.xml_events import prefixed
from msglint.lazy_pattern import lazy_pattern
from msglint.text.blocks import Block, skim_of
from msglint.text.skim import Skim

_LARGEST = 4 << 20
"""Bytes of a part that becomes a tree, which may be thirty times as large."""
_LONGEST = 1 << 24
"""Characters of all blocks; the cells of a sheet may all bear one long text."""
_MOST_NAMES = 10_000
_SAID = lazy_pattern(r"[^\W_]")


class DoubtError(Exception):
    """What reading tells may be other than what skimming does."""


class Names(dict[str, str]):
    """Tags as ElementTree writes them -> names as the readers' code has them, for a map of namespaces."""

    def __init__(self, namespaces: Mapping[str, str]) -> None:
        self._namespaces = namespaces

    def __missing__(self, written: str) -> str:
        namespace, _, local = written.removeprefix("{").rpartition("}")
        if len(self) > _MOST_NAMES:
            self.clear()
        name = self[written] = prefixed(namespace, local, self._namespaces)
        return name


class Tree:
    """A part: its `root`, and the `names` of the tags in it."""

    def __init__(self, data: bytes, names: Names, depth: int) -> None:
        """Raises DoubtError where a reader may refuse the part."""
        if len(data) > _LARGEST or not is_utf8(data) or b"<!DOCTYPE" in data:
            raise DoubtError
        try:
            self.root = fromstring(data)
        except ParseError:
            raise DoubtError from None
        level: Sequence[Element] = (self.root,)
        while level:
            level = tuple(chain.from_iterable(level))
            depth -= 1
            if depth < 0:
                raise DoubtError
        self._known = names
        self.names = {tag: names[tag] for tag in {element.tag for element in self.root.iter()}}

    def named(self, name: str, within: Element | None = None) -> Iterator[Element]:
        """The elements of that name, in their order."""
        within = self.root if within is None else within
        return chain.from_iterable(within.iter(tag) for tag, called in self.names.items() if called == name)

    def read(self, names: Collection[str]) -> dict[str, str]:
        """Of the tags in it, those that have one of these names."""
        return {tag: name for tag, name in self.names.items() if name in names}

    def attributes(self, element: Element) -> dict[str, str]:
        """What a start tag says, by the names that the reader's code uses."""
        return {self._known[key]: value for key, value in element.attrib.items()}

    def empty(self, names: Collection[str]) -> None:
        """Take out what stands in elements of these names."""
        if gone := self.read(names):
            for element in [element for element in self.root.iter() if element.tag in gone]:
                element.clear()


_UNNAMED = Names({})


@parsed_once(most=4, largest=1 << 20)
def checked(data: bytes, depth: int) -> None:
    """Raise DoubtError where a reader may refuse the part."""
    Tree(data, _UNNAMED, depth)


def plain(element: Element) -> str:
    """The text in an element. Raises DoubtError where there is anything else."""
    if len(element):
        raise DoubtError
    return element.text or ""


def skimmed(blocks: Iterable[Block], tables: bool) -> Skim:
    """The blocks as one text. Raises DoubtError where they hold placeholders, or speak to msglint."""
    said = [block for block in blocks if block.text]
    if sum(len(block.text) for block in said) > _LONGEST:
        raise DoubtError
    skim = skim_of(said, tables=tables)
    if not _SAID.search(skim.text):
        raise DoubtError  # nothing to judge, which the reader is to tell
    if "msglint" in skim.text.casefold() or placeholders.spans(skim.text):
        raise DoubtError
    return skim
