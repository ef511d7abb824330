"""PowerPoint presentations: slides in the order they are shown, with their diagrams, charts, notes and comments; then
what the layouts and masters in use put on every slide.

Hidden slides are read, too: they are sent with the file. Not read: prompts of layouts, embedded workbooks, numbers of
charts.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats.drawings.drawing_text import Placed, in_cell, placed, placed_once
from msglint.formats.drawings.skim import DRAWING, Shown, shown
from msglint.formats.drawings.vocabulary import NAMESPACES
from msglint.formats.packages.package import Package, Relationship
from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.trees import DoubtError, Tree, skimmed
from msglint.formats.packages.xml_events import Handler, walk
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source
from msglint.text.blocks import Block
from msglint.text.skim import Skim

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
_TITLES = tuple(placeholder for placeholder, (_, role, _) in _PLACEHOLDERS.items() if role is Role.TITLE)
_ON_LAYOUTS = (None, "ftr", "hdr", "dt", "sldNum")  # shapes of layouts that stand on every slide; others only prompt
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
    slides = _slides(package)
    segments = [
        segment for number, slide in enumerate(slides, 1) for segment in _slide(package, slide, f"slide {number}")
    ]
    for called, parts in zip(("slide layout", "slide master"), _layouts(package, slides), strict=True):
        for number, part in enumerate(parts, 1):
            free = (one.segment for one in placed_once(package, part) if one.shape.placeholder in _ON_LAYOUTS)
            segments += [replace(segment, place=f"{called} {number}", role=Role.HEADER) for segment in free]
    return Document(source.path, "pptx", tuple(segments))


def skim(source: Source) -> Skim | None:
    """Its words; None where reading may tell more of it."""
    try:
        package = Package(source.path, source.data, "pptx")
        depth = package.limits.depth
        slides = _slides(package)
        found: list[Shown] = []
        for slide in slides:
            found += shown(Tree(package.part(slide), DRAWING, depth))
            for to in _related(package, slide):
                if to.kind in _PARTS:
                    part = shown(Tree(package.part(to.target), DRAWING, depth))
                    found += part if to.kind != "notesSlide" else filter(_is_note, part)
        for layout in (part for parts in _layouts(package, slides) for part in parts):
            found += _on_layout(package.part(layout), depth)
        blocks = (Block(one.text, one.placeholder in _TITLES, one.item, one.row) for one in found)
        return skimmed(blocks, tables=any(one.row is not None for one in found))
    except (ReadError, DoubtError):
        return None


def _slides(package: Package) -> list[str]:
    """The slides' parts, in the order they are shown."""
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "ppt/presentation.xml")
    order = _Order()
    with package.reading(main):
        walk(package.path, package.part(main), order, NAMESPACES, package.limits.depth)
    if order.root != "p:presentation":
        raise ReadError(package.path, "this is no presentation: give it the suffix that belongs to it")
    targets = {to.id: to.target for to in package.relationships(main)}
    return [targets[slide] for slide in order.slides if slide in targets]


def _is_note(one: Shown) -> bool:
    return one.row is not None or (one.placeholder not in _PLACEHOLDERS and not one.alt)


@parsed_once(most=32, largest=1 << 18)
def _on_layout(data: bytes, depth: int) -> tuple[Shown, ...]:
    """What a layout or master puts on slides."""
    return tuple(one for one in shown(Tree(data, DRAWING, depth)) if one.placeholder in _ON_LAYOUTS)


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


def _shapes(found: Sequence[Placed], place: str) -> Iterator[Segment]:
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


def _notes(found: Sequence[Placed], place: str) -> Iterator[Segment]:
    """The notes' own text; not the header and footer of the printed page, nor its picture of the slide."""
    for one in found:
        if one.row:
            yield in_cell(one, place)
        elif one.shape.placeholder not in _PLACEHOLDERS and one.segment.role is not Role.ALT:
            yield replace(one.segment, place=place, role=Role.NOTE)


def _comments(found: Sequence[Placed], place: str) -> Iterator[Segment]:
    numbers: dict[int, int] = {}
    for one in found:
        number = numbers.setdefault(id(one.shape), len(numbers) + 1)
        yield replace(one.segment, place=f"{place}, comment {number}", role=Role.NOTE)


def _layouts(package: Package, slides: Iterable[str]) -> tuple[list[str], list[str]]:
    """The parts of the layouts and of the masters that slides use."""
    layouts = _used(package, slides, "slideLayout")
    return layouts, _used(package, layouts, "slideMaster")


def _used(package: Package, parts: Iterable[str], kind: str) -> list[str]:
    return list(dict.fromkeys(to.target for part in parts for to in _related(package, part) if to.kind == kind))
