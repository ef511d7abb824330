"""DrawingML skimmed: the texts of one part, in order, each with what its shape is to the layout."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from msglint.formats.drawings.vocabulary import COMPUTED, NAMES, NAMESPACES, OFF, SHAPES, SKIPPED
from msglint.formats.packages.trees import DoubtError, Names, Tree, plain
from msglint.model.document import MASK

_BULLETS = ("a:buChar", "a:buAutoNum", "a:buBlip")
_VALUES = ("c:v", "cx:v", "cx:pt", "p:text")
_STAND_INS = {"a:br": "\n", "m:oMath": MASK}
_AROUND = ("a:p", "a:tr", "p:ph", *SHAPES)
_READ = {"a:t", "a:r", "a:fld", "a:rPr", *_STAND_INS, *_BULLETS, *_VALUES, *NAMES, *_AROUND}


DRAWING = Names(NAMESPACES)


class Shown(NamedTuple):
    """A paragraph, value or alt text; `placeholder` as the layout calls its shape ("title"), None where it is free.
    `row` is that of a table, None outside of tables."""

    text: str
    placeholder: str | None
    item: bool = False
    alt: bool = False
    row: Element | None = None


def shown(tree: Tree) -> Iterator[Shown]:
    """The texts of a part. Raises DoubtError."""
    tree.empty(SKIPPED | {"m:oMath"})
    read = tree.read(_READ)
    placeholder: str | None = None
    row: Element | None = None
    for element in tree.root.iter():
        name = read.get(element.tag)
        if name == "a:p":
            yield _paragraph(tree, element, read)._replace(placeholder=placeholder, row=row)
        elif name in _VALUES:
            yield Shown(plain(element).strip(), placeholder)
        elif name in NAMES:
            said = tree.attributes(element)
            yield from (Shown(said[key].strip(), None, alt=True) for key in ("descr", "title") if key in said)
        elif name == "p:ph":
            placeholder = tree.attributes(element).get("type", "obj")
        elif name == "a:tr":
            row = element
        elif name in SHAPES:
            placeholder = row = None


def _paragraph(tree: Tree, paragraph: Element, read: Mapping[str, str]) -> Shown:
    parts: list[str] = []
    item = computed = False
    for element in paragraph.iter():
        name = read.get(element.tag)
        if name is None:
            continue
        if name == "a:t":
            parts.append(MASK if computed else plain(element))
        elif name in _STAND_INS:
            parts.append(_STAND_INS[name])
        elif name in _BULLETS:
            item = True
        elif name == "a:r":
            computed = False
        elif name == "a:fld":
            computed = tree.attributes(element).get("type", "").lower().startswith(COMPUTED)
        elif name in _AROUND:
            if element is not paragraph:
                raise DoubtError
        elif name == "a:rPr" and tree.attributes(element).get("strike", "") not in OFF:
            raise DoubtError  # struck out: the reader masks it
    return Shown("".join(parts).strip(), None, item)
