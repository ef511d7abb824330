"""Word documents: body, tables, text boxes, headers and footers, foot- and endnotes, comments, alt texts.

Not read: deletions, field codes, the fallback copies of drawings. Pieces count bytes of their zip part.
"""

from msglint.formats.packages.package import Package
from msglint.formats.packages.xml_events import walk
from msglint.formats.word.places import Container
from msglint.formats.word.styles import NAMESPACES, Styles
from msglint.formats.word.text import WordText
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

# Kind of relationship -> the role of what stands in that part, in reading order.
_PARTS = {
    "header": Role.HEADER,
    "footer": Role.HEADER,
    "footnotes": Role.NOTE,
    "endnotes": Role.NOTE,
    "comments": Role.NOTE,
}


def read(source: Source) -> Document:
    """Read a Word document. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "docx", ())
    package = Package(source.path, source.data, "docx")
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "word/document.xml")
    related = [to for to in package.relationships(main) if not to.external and to.target in package.names]
    styles = Styles()
    for to in related:
        if to.kind == "styles":
            with package.reading(to.target):
                walk(source.path, package.part(to.target), styles, NAMESPACES, package.limits.depth)
    segments = _part(package, main, styles, Container(), Role.BODY)
    for kind, role in _PARTS.items():
        for target in dict.fromkeys(to.target for to in related if to.kind == kind):
            segments += _part(package, target, styles, Container(kind.removesuffix("s"), counted=False), role)
    return Document(source.path, "docx", tuple(segments))


def _part(package: Package, name: str, styles: Styles, container: Container, role: Role) -> list[Segment]:
    data = package.part(name)
    text = WordText(name, data, styles, container, role)
    with package.reading(name):
        walk(package.path, data, text, NAMESPACES, package.limits.depth)
    return text.segments()
