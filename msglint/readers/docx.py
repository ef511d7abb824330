"""Word documents: body, tables, text boxes, headers and footers, foot- and endnotes, comments, alt texts.

Not read: deletions, field codes, the fallback copies of drawings. Pieces count bytes of their zip part.
"""

from collections.abc import Iterator

from msglint.errors import ReadError
from msglint.formats.packages.package import Package
from msglint.formats.word.vocabulary import NAMESPACES
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source
from msglint.text.skim import Skim

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

# Kind of relationship ("" is the main part) -> the role of what stands in that part, in reading order.
_ROLES = {
    "": Role.BODY,
    "header": Role.HEADER,
    "footer": Role.HEADER,
    "footnotes": Role.NOTE,
    "endnotes": Role.NOTE,
    "comments": Role.NOTE,
}


def read(source: Source) -> Document:
    """Read a Word document. Raises ReadError where it is damaged, encrypted, hostile or none."""
    from msglint.formats.packages.xml_events import walk  # most documents are only skimmed
    from msglint.formats.word.places import Container
    from msglint.formats.word.styles import Styles, styles_of
    from msglint.formats.word.text import WordText

    if not source.data:
        return Document(source.path, "docx", ())
    package = Package(source.path, source.data, "docx")
    segments, styles = list[Segment](), Styles()
    for name, kind in _parts(package):
        data, depth = package.part(name), package.limits.depth
        with package.reading(name):
            if kind == "styles":
                styles = styles_of(data, depth)
                continue
            container = Container(kind.removesuffix("s"), counted=False) if kind else Container()
            text = WordText(name, data, styles, container, _ROLES[kind])
            walk(source.path, data, text, NAMESPACES, depth)
        segments += text.segments()
    return Document(source.path, "docx", tuple(segments))


def skim(source: Source) -> Skim | None:
    """Its words; None where reading may tell more of it."""
    from msglint.formats.packages.trees import DoubtError, Tree, checked, skimmed
    from msglint.formats.word.skim import WORD, blocks
    from msglint.text.blocks import Block

    try:
        package = Package(source.path, source.data, "docx")
        found: list[Block] = []
        tables = False
        for name, kind in _parts(package):
            if kind == "styles":
                checked(package.part(name), package.limits.depth)
            else:
                tree = Tree(package.part(name), WORD, package.limits.depth)
                tables = tables or "w:tc" in tree.names.values()
                found += blocks(tree)
        return skimmed(found, tables)
    except (ReadError, DoubtError):
        return None


def _parts(package: Package) -> Iterator[tuple[str, str]]:
    """Names and kinds of the parts to be read: styles, the main one (whose kind is ""), and what belongs to it."""
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "word/document.xml")
    related = [to for to in package.relationships(main) if not to.external and to.target in package.names]
    yield from ((to.target, to.kind) for to in related if to.kind == "styles")
    yield main, ""
    for kind in filter(None, _ROLES):
        yield from ((target, kind) for target in dict.fromkeys(to.target for to in related if to.kind == kind))
