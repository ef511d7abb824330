"""SpreadsheetML skimmed: the texts of cells row by row, without places and the way back."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from msglint.formats.packages.trees import DoubtError, Names, Tree, plain
from msglint.formats.sheets.number_format import shown
from msglint.formats.sheets.strings import CellStyles
from msglint.formats.sheets.vocabulary import ESCAPE, HEADERS, NAMESPACES, said_in_header
from msglint.text.blocks import Block

SHEETS = Names(NAMESPACES)
_MASKED = frozenset(("s:rPh", "s:strike"))
_TEXTS = ("s:t", "tc:text")


def rich_texts(tree: Tree, name: str) -> list[str]:
    """The texts of all elements of that name: shared strings, comments. Raises DoubtError."""
    texts = _texts(tree)
    return [_rich(element, texts) for element in tree.named(name)]


def cells(tree: Tree, strings: Mapping[str, str], styles: CellStyles, since_1904: bool) -> Iterator[Block]:
    """What stands in the cells of one sheet, and on every page that is printed of it; `strings` by their numbers.

    Raises DoubtError.
    """
    texts, values, strikes = _texts(tree), tree.read(("s:v",)), styles.strikes
    number, left = 0, sum(1 for _ in tree.named("s:c"))
    for row in tree.named("s:row"):
        written = row.get("r", "")
        number = int(written) if written.isdecimal() and len(written) < 8 else number + 1
        key = (tree, number)
        for cell in row:
            left -= 1
            kind = cell.get("t", "n")
            if kind == "inlineStr":
                text = _rich(cell, texts)
            else:
                value = "".join([plain(part) for part in cell if part.tag in values])
                text = _shown(kind, value, cell.get("s"), strings, styles, since_1904) if value else ""
            if text and not (strikes and styles.of(cell.get("s"))[1]):
                yield Block(text, row=key)
    if left:
        raise DoubtError  # other elements among the cells, or cells elsewhere
    for name in HEADERS:
        yield from (Block(said_in_header("".join(header.itertext()))) for header in tree.named(name))


def _shown(
    kind: str, value: str, style: str | None, strings: Mapping[str, str], styles: CellStyles, since_1904: bool
) -> str:
    if kind == "s":
        if value not in strings:
            raise DoubtError
        return strings[value]
    if kind == "n":
        return shown(value, styles.of(style)[0], since_1904=since_1904)
    return value.strip() if kind in ("str", "d") else ""  # else TRUE, #REF!


def _texts(tree: Tree) -> Mapping[str, str]:
    """The tags of text in a tree. Raises DoubtError where some of it may be masked or left out."""
    if not _MASKED.isdisjoint(tree.names.values()):
        raise DoubtError
    return tree.read(_TEXTS)


def _rich(element: Element, texts: Mapping[str, str]) -> str:
    """The text of a string of runs. Raises DoubtError."""
    if len(element) == 1 and element[0].tag in texts:
        text = plain(element[0])  # as nearly all are
    else:
        text = "".join([plain(part) for part in element.iter() if part.tag in texts])
        if any(part.tag == element.tag for part in element.iter() if part is not element):
            raise DoubtError  # a string in a string
    if "_x" in text and ESCAPE.search(text):
        raise DoubtError
    return text.strip()
