"""SpreadsheetML skimmed: the texts of cells row by row, without places and the way back."""

from collections.abc import Iterator, Mapping, Sequence
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
    return [_rich(element, texts).strip() for element in tree.named(name)]


def cells(tree: Tree, strings: Sequence[str], styles: CellStyles, since_1904: bool) -> Iterator[Block]:
    """What stands in the cells of one sheet, and on every page that is printed of it. Raises DoubtError."""
    texts, values = _texts(tree), tree.read(("s:v",))
    read = tree.read({"s:c", "s:row", *HEADERS})
    row, strikes = 0, styles.strikes
    for element in tree.root.iter():
        name = read.get(element.tag)
        if name is None:
            continue
        text = ""
        if name == "s:row":
            number = element.get("r", "")
            row = int(number) if number.isdecimal() and len(number) < 8 else row + 1
        elif name in HEADERS:
            yield Block(said_in_header("".join(element.itertext())))
        elif element.get("t") == "inlineStr":
            text = _rich(element, texts)
        elif value := "".join([plain(part) for part in element.iter() if part.tag in values]):
            text = _value(element, value, strings, styles, since_1904)
        if text and not (strikes and styles.of(element.get("s"))[1]):
            yield Block(text.strip(), row=(tree, row))


def _value(cell: Element, value: str, strings: Sequence[str], styles: CellStyles, since_1904: bool) -> str:
    match cell.get("t", "n"):
        case "s":
            number = int(value) if value.strip().isdecimal() and len(value) < 12 else len(strings)
            return strings[number] if number < len(strings) else ""
        case "n":
            return shown(value, styles.of(cell.get("s"))[0], since_1904=since_1904)
        case "str" | "d":
            return value
    return ""  # TRUE, #REF!


def _texts(tree: Tree) -> Mapping[str, str]:
    """The tags of text in a tree. Raises DoubtError where some of it may be masked or left out."""
    if not _MASKED.isdisjoint(tree.names.values()):
        raise DoubtError
    return tree.read(_TEXTS)


def _rich(element: Element, texts: Mapping[str, str]) -> str:
    """The text of a string of runs. Raises DoubtError."""
    text = "".join([plain(part) for part in element.iter() if part.tag in texts])
    if "_x" in text and ESCAPE.search(text):
        raise DoubtError
    return text
