"""InDesign documents saved as IDML: stories in the order of the document's map, each at the pages it begins on.

Not read: deletions, hidden text, text set as outlines or in placed files.
"""

from msglint.errors import ReadError
from msglint.formats.drawings.idml_text import NAMESPACES, Spread, StoryText
from msglint.formats.packages.package import Package
from msglint.formats.packages.xml_events import Handler, walk
from msglint.model.document import Document, Segment
from msglint.readers import Source

SUFFIXES = (".idml",)


class _Map(Handler):
    """Reads designmap.xml: the parts of each kind, in order."""

    def __init__(self) -> None:
        self.stories: list[str] = []
        self.spreads: list[str] = []

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "idPkg:Story":
            self.stories.append(attributes.get("src", ""))
        elif name in ("idPkg:Spread", "idPkg:MasterSpread"):
            self.spreads.append(attributes.get("src", ""))


def read(source: Source) -> Document:
    """Read a document. Raises ReadError where it is damaged, hostile or none."""
    if not source.data:
        return Document(source.path, "idml", ())
    package = Package(source.path, source.data, "idml")
    if "designmap.xml" not in package.names:
        raise ReadError(source.path, "this is no idml: give it the suffix that belongs to it")
    parts = _Map()
    _walk(package, "designmap.xml", parts)
    pages: dict[str, str] = {}
    for name in parts.spreads:
        if name in package.names:
            _walk(package, name, spread := Spread())
            pages |= {story: spread.place for story in spread.stories if story not in pages}
    segments: list[Segment] = []
    for number, name in enumerate(dict.fromkeys(parts.stories), 1):
        page = pages.get(name.rpartition("Story_")[2].removesuffix(".xml"))
        data = package.part(name)
        story = StoryText(name, data, f"{page}, story {number}" if page else f"story {number}")
        _walk(package, name, story, data)
        segments += story.segments()
    return Document(source.path, "idml", tuple(segments))


def _walk(package: Package, name: str, handler: Handler, data: bytes | None = None) -> None:
    data = package.part(name) if data is None else data
    with package.reading(name):
        walk(package.path, data, handler, NAMESPACES, package.limits.depth)
