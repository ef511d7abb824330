"""WordprocessingML skimmed: the texts of one part's paragraphs, without places and the way back."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from msglint.formats.packages.trees import DoubtError, Names, Tree, plain
from msglint.formats.word.fields import Fields, is_placeholder
from msglint.formats.word.vocabulary import CHARACTERS, NAMESPACES, OFF, SKIPPED
from msglint.model.document import MASK
from msglint.text.blocks import Block

_STAND_INS: Mapping[str, str] = {**CHARACTERS, "m:oMath": MASK}
_STRUCK = ("w:strike", "w:dstrike")
_READ = {
    *_STAND_INS,
    *_STRUCK,
    "w:t",
    "w:p",
    "w:instrText",
    "w:fldChar",
    "w:fldSimple",
    "w:pStyle",
    "w:outlineLvl",
    "w:numPr",
}


WORD = Names(NAMESPACES)


def blocks(tree: Tree) -> Iterator[Block]:
    """The paragraphs, those of text boxes by themselves. Raises DoubtError."""
    tree.empty(SKIPPED | {"m:oMath"})
    for picture in tree.named("wp:docPr"):
        yield from (Block(picture.attrib[key].strip()) for key in ("descr", "title") if key in picture.attrib)
    read = tree.read(_READ)
    boxes = list(tree.named("w:txbxContent"))
    for box in (*reversed(boxes), tree.root):  # the innermost first
        fields, rows = Fields(), _rows(tree, box)
        for paragraph in tree.named("w:p", box):
            yield _block(tree, paragraph, read, fields)._replace(row=rows.get(paragraph))
        box.clear()


def _rows(tree: Tree, within: Element) -> dict[Element, Element]:
    """The row that each paragraph of a table stands in; the outermost, where tables stand in cells."""
    rows = list(tree.named("w:tr", within))
    return {paragraph: row for row in reversed(rows) for paragraph in tree.named("w:p", row)}


def _block(tree: Tree, paragraph: Element, read: Mapping[str, str], fields: Fields) -> Block:
    parts: list[str] = []
    title = item = False
    for element in paragraph.iter():
        name = read.get(element.tag)
        if name is None:
            continue
        if name == "w:t":
            text = plain(element)
            if not fields.in_code:
                parts.append(MASK if fields.in_placeholder else text)
        elif name in _STAND_INS:
            parts.append(_STAND_INS[name])
        elif name == "w:instrText":
            fields.add_code(element.text or "")
        elif name == "w:fldChar":
            fields.mark(tree.attributes(element).get("w:fldCharType", ""))
        elif name == "w:p":
            if element is not paragraph:
                raise DoubtError
        elif _in_doubt(name, tree.attributes(element)):
            raise DoubtError
        else:
            title = title or name in ("w:pStyle", "w:outlineLvl")
            item = item or name in ("w:pStyle", "w:numPr")
    return Block("".join(parts).strip(), title, item)


def _in_doubt(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether text is struck out, or filled in when mail is merged: the reader masks it."""
    if name == "w:fldSimple":
        return is_placeholder(attributes.get("w:instr", ""))
    return name in _STRUCK and attributes.get("w:val") not in OFF
