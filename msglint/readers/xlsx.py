"""Excel workbooks: the cells of each sheet as they are shown, comments, text boxes, charts, printed headers.

Sheets stand in the order of their tabs; hidden ones are read, too, since they are sent with the file, and their places
say so. Pieces count bytes of sharedStrings.xml for shared strings (several cells may use one), else of the sheet.
A sheet's name and a formula's result have no pieces: formulas refer to the one and make the other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from msglint.errors import ReadError
from msglint.formats.drawings.drawing_text import placed
from msglint.formats.drawings.skim import DRAWING, shown
from msglint.formats.packages.package import Package
from msglint.formats.packages.trees import DoubtError, Names, Tree, skimmed
from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.sheets.names import called
from msglint.formats.sheets.skim import SHEETS, cells, rich_texts
from msglint.formats.sheets.strings import CellComments, CellStyles, SharedStrings, styles_of
from msglint.formats.sheets.text import SheetText
from msglint.formats.sheets.vocabulary import NAMESPACES
from msglint.model.document import Document, Role, Segment
from msglint.readers import Source
from msglint.text.blocks import Block
from msglint.text.skim import Skim

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
    main, book = _book(package)
    strings, styles = _shared(package, main)
    segments: list[Segment] = []
    length = 0
    for name, part, hidden in _sheets(package, main, book):
        data = package.part(part)
        sheet = SheetText(part, data, called(name), strings, styles, hidden=hidden, since_1904=book.since_1904)
        _walk(package, part, sheet, data)
        length += sheet.length
        if length > package.limits.part:
            raise ReadError(source.path, "its cells repeat more text than can be read: split the file")
        segments += [*_name(name, main), *sheet.segments, *_beside(package, part, called(name))]
    return Document(source.path, "xlsx", tuple(segments))


def skim(source: Source) -> Skim | None:
    """Its words; None where reading may tell more of it."""
    try:
        package = Package(source.path, source.data, "xlsx")
        main, book = _book(package)
        strings, styles = dict[str, str](), CellStyles()
        for kind, part in _related(package, main, ("sharedStrings", "styles")):
            if kind == "styles":
                styles = _styles(package, part)
            else:
                texts = rich_texts(_tree(package, part, SHEETS), "s:si")
                strings = {str(number): text for number, text in enumerate(texts)}
        blocks: list[Block] = []
        for name, part, _ in _sheets(package, main, book):
            blocks.append(Block(name, title=True))
            blocks += cells(_tree(package, part, SHEETS), strings, styles, book.since_1904)
            for kind, other in _related(package, part, ("threadedComment", "comments", "drawing")):
                blocks += _drawn(package, other) if kind == "drawing" else _commented(package, other)
        return skimmed(blocks, tables=True)
    except (ReadError, DoubtError):
        return None


def _book(package: Package) -> tuple[str, _Workbook]:
    """The main part, and what it says."""
    main = next((to.target for to in package.relationships() if to.kind == "officeDocument"), "xl/workbook.xml")
    book = _Workbook()
    _walk(package, main, book)
    if book.root != "s:workbook":
        raise ReadError(package.path, "this is no workbook: give it the suffix that belongs to it")
    return main, book


def _sheets(package: Package, main: str, book: _Workbook) -> Iterator[tuple[str, str, bool]]:
    """Name, part and whether it is hidden of each sheet there is."""
    targets = {to.id: to.target for to in package.relationships(main)}
    yield from ((name, targets[id], hidden) for name, id, hidden in book.sheets if id in targets)


def _related(package: Package, part: str, kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Kind and name of the parts of these kinds that belong to a part."""
    for to in package.relationships(part):
        if to.kind in kinds and not to.external and to.target in package.names:
            yield to.kind, to.target


def _shared(package: Package, main: str) -> tuple[list[Segment | None], CellStyles]:
    """What all sheets refer to by number."""
    strings, styles = SharedStrings(), CellStyles()
    for kind, part in _related(package, main, ("sharedStrings", "styles")):
        if kind == "styles":
            styles = _styles(package, part)
        else:
            strings = SharedStrings(part, data := package.part(part))
            _walk(package, part, strings, data)
    return strings.strings, styles


def _styles(package: Package, part: str) -> CellStyles:
    with package.reading(part):
        return styles_of(package.part(part), package.limits.depth)


def _tree(package: Package, part: str, names: Names) -> Tree:
    return Tree(package.part(part), names, package.limits.depth)


def _commented(package: Package, part: str) -> Iterator[Block]:
    tree = _tree(package, part, SHEETS)
    yield from (Block(text) for name in ("s:comment", "tc:threadedComment") for text in rich_texts(tree, name))


def _drawn(package: Package, part: str) -> Iterator[Block]:
    charts = [chart for _, chart in _related(package, part, ("chart", "chartEx"))]
    for each in (part, *charts):
        yield from (Block(one.text, item=one.item, row=one.row) for one in shown(_tree(package, each, DRAWING)))


def _walk(package: Package, name: str, handler: Handler, data: bytes | None = None) -> None:
    data = package.part(name) if data is None else data
    with package.reading(name):
        walk(package.path, data, handler, NAMESPACES, package.limits.depth)


def _name(name: str, part: str) -> Iterator[Segment]:
    if any(map(str.isalnum, name)):
        yield Segment(name, Role.TITLE, part=part, place=f"sheet {name}", level=1)


def _beside(package: Package, sheet: str, sheet_name: str) -> Iterator[Segment]:
    """What belongs to a sheet and stands in no cell of it."""
    threaded: frozenset[str] = frozenset()
    for which in ("threadedComment", "comments"):  # a thread's cell has an old comment, too, which tells of the thread
        for _, part in _related(package, sheet, (which,)):
            comments = CellComments(part, data := package.part(part), sheet_name)
            _walk(package, part, comments, data)
            yield from comments.segments(without=threaded)
            threaded |= comments.cells() if which == "threadedComment" else frozenset()
    for _, part in _related(package, sheet, ("drawing",)):
        yield from _drawing(package, part, sheet_name)


def _drawing(package: Package, name: str, sheet_name: str) -> Iterator[Segment]:
    for one in placed(package, name):
        shape = one.shape.name or "text box"
        where = f"alt text of {shape}" if one.segment.role is Role.ALT else shape
        yield replace(one.segment, place=f"{sheet_name}, {where}")
    for number, (_, chart) in enumerate(_related(package, name, ("chart", "chartEx")), 1):
        for one in placed(package, chart):
            yield replace(one.segment, place=f"{sheet_name}, chart {number}")
