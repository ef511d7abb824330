"""Excel workbooks: the cells of each sheet as they are shown, comments, text boxes, charts, printed headers.

Sheets stand in the order of their tabs; hidden ones are read, too, since they are sent with the file, and their places
say so. Pieces count bytes of sharedStrings.xml for shared strings (several cells may use one), else of the sheet.
A sheet's name and a formula's result have no pieces: formulas refer to the one and make the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats.drawings.drawing_text import placed
from msglint.formats.packages.package import Package
from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.sheets.names import called
from msglint.formats.sheets.strings import NAMESPACES, CellComments, CellStyles, SharedStrings
from msglint.formats.sheets.text import SheetText
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source

SUFFIXES = (".xlsx", ".xlsm", ".xltx", ".xltm")


@dataclass
class _Workbook(Handler):
    """Reads workbook.xml: (name, relationship, whether hidden) of each sheet."""

    root: str = ""
    since_1904: bool = False
    sheets: list[tuple[str, str, bool]] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        self.root = self.root or name
        if name == "s:sheet":
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), attributes.get("r:id", ""), hidden))
        elif name == "s:workbookPr":
            self.since_1904 = attributes.get("date1904") in ("1", "true")


def read(source: Source) -> Document:
    """Read a workbook. Raises ReadError where it is damaged, encrypted, hostile or none."""
    if not source.data:
        return Document(source.path, "xlsx", ())
    package = Package(source.path, source.data, "xlsx")
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "xl/workbook.xml")
    book = _Workbook()
    _walk(package, main, book)
    if book.root != "s:workbook":
        raise ReadError(source.path, "this is no workbook: give it the suffix that belongs to it")
    strings, styles = _shared(package, main)
    targets = {to.id: to.target for to in package.relationships(main)}
    segments: list[Segment] = []
    length = 0
    for name, id, hidden in book.sheets:
        if id not in targets:
            continue
        part, data = targets[id], package.part(targets[id])
        cells = SheetText(part, data, called(name), strings, styles, hidden=hidden, since_1904=book.since_1904)
        _walk(package, part, cells, data)
        length += cells.length
        if length > package.limits.part:
            raise ReadError(source.path, "its cells repeat more text than can be read: split the file")
        segments += [*_name(name, main), *cells.segments, *_beside(package, part, called(name))]
    return Document(source.path, "xlsx", tuple(segments))


def _shared(package: Package, main: str) -> tuple[list[Segment | None], CellStyles]:
    """What all sheets refer to by number."""
    strings, styles = SharedStrings(), CellStyles()
    for to in package.relationships(main):
        if to.kind == "sharedStrings" and to.target in package.names:
            strings = SharedStrings(to.target, data := package.part(to.target))
            _walk(package, to.target, strings, data)
        elif to.kind == "styles" and to.target in package.names:
            _walk(package, to.target, styles)
    return strings.strings, styles


def _walk(package: Package, name: str, handler: Handler, data: bytes | None = None) -> None:
    data = package.part(name) if data is None else data
    with package.reading(name):
        walk(package.path, data, handler, NAMESPACES, package.limits.depth)


def _name(name: str, part: str) -> Iterator[Segment]:
    if any(map(str.isalnum, name)):
        yield Segment(name, Role.TITLE, part=part, place=f"sheet {name}", level=1)


def _beside(package: Package, sheet: str, sheet_name: str) -> Iterator[Segment]:
    """What belongs to a sheet and stands in no cell of it."""
    related = [to for to in package.relationships(sheet) if not to.external and to.target in package.names]
    threaded: frozenset[str] = frozenset()
    for kind in ("threadedComment", "comments"):  # a thread's cell has an old comment, too, which tells of the thread
        for to in related:
            if to.kind == kind:
                comments = CellComments(to.target, data := package.part(to.target), sheet_name)
                _walk(package, to.target, comments, data)
                yield from comments.segments(without=threaded)
                threaded |= comments.cells() if kind == "threadedComment" else frozenset()
    for to in related:
        if to.kind == "drawing":
            yield from _drawing(package, to.target, sheet_name)


def _drawing(package: Package, name: str, sheet_name: str) -> Iterator[Segment]:
    for one in placed(package, name):
        shape = one.shape.name or "text box"
        where = f"alt text of {shape}" if one.segment.role is Role.ALT else shape
        yield replace(one.segment, place=f"{sheet_name}, {where}")
    charts = [to.target for to in package.relationships(name) if to.kind in ("chart", "chartEx")]
    for number, chart in enumerate((chart for chart in charts if chart in package.names), 1):
        for one in placed(package, chart):
            yield replace(one.segment, place=f"{sheet_name}, chart {number}")
