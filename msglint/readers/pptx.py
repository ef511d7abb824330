"""PowerPoint presentations: slides in the order they are shown, with their diagrams, charts, notes and comments; then
what the layouts and masters in use put on every slide.

Hidden slides are read, too: they are sent with the file. Not read: prompts of layouts, embedded workbooks, numbers of
charts.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats.drawings.drawing_text import NAMESPACES, Placed, in_cell, placed
from msglint.formats.packages.package import Package, Relationship
from msglint.formats.packages.xml_events import Handler, walk
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source

SUFFIXES = (".pptx", ".pptm", ".potx", ".potm", ".ppsx", ".ppsm")

# Placeholder -> how its place is called, role and level.
_PLACEHOLDERS = {
    "title": ("title", Role.TITLE, 1),
    "ctrTitle": ("title", Role.TITLE, 1),
    "subTitle": ("subtitle", Role.TITLE, 2),
    "ftr": ("footer", Role.HEADER, 0),
    "hdr": ("header", Role.HEADER, 0),
    "dt": ("date", Role.HEADER, 0),
    "sldNum": ("slide number", Role.HEADER, 0),
}
_PAGE = ("ftr", "hdr", "dt", "sldNum")  # what stands on every slide
_PARTS = {"diagramData": "SmartArt", "chart": "chart", "chartEx": "chart", "notesSlide": "notes", "comments": "comment"}


class _Order(Handler):
    """Reads presentation.xml: the relationships that are slides, in the order they are shown."""

    def __init__(self) -> None:
        self.root = ""
        self.slides: list[str] = []

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        self.root = self.root or name
        if name == "p:sldId":
            self.slides.append(attributes.get("r:id", ""))


def read(source: Source) -> Document:
    """Read a presentation. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "pptx", ())
    package = Package(source.path, source.data, "pptx")
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "ppt/presentation.xml")
    order = _Order()
    with package.reading(main):
        walk(source.path, package.part(main), order, NAMESPACES, package.limits.depth)
    if order.root != "p:presentation":
        raise ReadError(source.path, "this is no presentation: give it the suffix that belongs to it")
    targets = {to.id: to.target for to in package.relationships(main)}
    slides = [targets[slide] for slide in order.slides if slide in targets]
    segments = [
        segment for number, slide in enumerate(slides, 1) for segment in _slide(package, slide, f"slide {number}")
    ]
    segments += _layouts(package, slides)
    return Document(source.path, "pptx", tuple(segments))


def _related(package: Package, part: str) -> list[Relationship]:
    return [to for to in package.relationships(part) if not to.external and to.target in package.names]


def _slide(package: Package, name: str, place: str) -> Iterator[Segment]:
    yield from _shapes(placed(package, name), place)
    related = _related(package, name)
    for kind, called in _PARTS.items():
        parts = [to.target for to in related if to.kind == kind]
        for number, part in enumerate(parts, 1):
            where = f"{place}, {called}" if len(parts) == 1 else f"{place}, {called} {number}"
            found = placed(package, part)
            if kind == "notesSlide":
                yield from _notes(found, where)
            elif kind == "comments":
                yield from _comments(found, place)
            else:
                yield from (replace(one.segment, place=where) for one in found)


def _shapes(found: list[Placed], place: str) -> Iterator[Segment]:
    """The shapes of a slide; its bodies are told apart by their names where there are several."""
    plain = {id(one.shape) for one in found if _is_body(one)}
    for one in found:
        shape = one.shape
        if one.segment.role is Role.ALT:
            yield replace(one.segment, place=f"{place}, alt text of {shape.name}" if shape.name else place)
        elif one.row:
            yield in_cell(one, place)
        elif called := _PLACEHOLDERS.get(shape.placeholder or ""):
            yield replace(one.segment, place=f"{place}, {called[0]}", role=called[1], level=called[2])
        elif len(plain) > 1 and shape.name:
            yield replace(one.segment, place=f"{place}, body ({shape.name})")
        else:
            yield replace(one.segment, place=f"{place}, body")


def _is_body(one: Placed) -> bool:
    return one.segment.role is not Role.ALT and not one.row and one.shape.placeholder not in _PLACEHOLDERS


def _notes(found: list[Placed], place: str) -> Iterator[Segment]:
    """The notes' own text; not the header and footer of the printed page, nor its picture of the slide."""
    for one in found:
        if one.row:
            yield in_cell(one, place)
        elif one.shape.placeholder not in _PLACEHOLDERS and one.segment.role is not Role.ALT:
            yield replace(one.segment, place=place, role=Role.NOTE)


def _comments(found: list[Placed], place: str) -> Iterator[Segment]:
    numbers: dict[int, int] = {}
    for one in found:
        number = numbers.setdefault(id(one.shape), len(numbers) + 1)
        yield replace(one.segment, place=f"{place}, comment {number}", role=Role.NOTE)


def _layouts(package: Package, slides: list[str]) -> Iterator[Segment]:
    """Footers and free shapes of the layouts and masters that slides use."""
    layouts = dict.fromkeys(
        to.target for slide in slides for to in _related(package, slide) if to.kind == "slideLayout"
    )
    masters = dict.fromkeys(
        to.target for layout in layouts for to in _related(package, layout) if to.kind == "slideMaster"
    )
    for called, parts in (("slide layout", layouts), ("slide master", masters)):
        for number, part in enumerate(parts, 1):
            for one in placed(package, part):
                if one.shape.placeholder in (None, *_PAGE):
                    yield replace(one.segment, place=f"{called} {number}", role=Role.HEADER)
