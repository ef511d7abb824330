"""What must be known of a workbook to change a cell: which cells share a string, and which are headings of tables."""

from collections.abc import Mapping
import posixpath
import re
import zipfile

from msgspec import Struct, field

from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.sheets.names import column as number_of
from msglint.formats.sheets.names import letters as letters_of
from msglint.formats.sheets.vocabulary import NAMESPACES
from msglint.lazy_pattern import lazy_pattern

_ADDRESS = lazy_pattern(r"([A-Z]+)([0-9]+)")
_CELL = lazy_pattern(r"(?P<sheet>.*)!(?P<cell>[A-Z]{1,3}[0-9]+)(?: \(hidden sheet\))?")
_RELATIONSHIPS = {"http://schemas.openxmlformats.org/package/2006/relationships": "p"}

Address = tuple[str, str]
"""A sheet's part and a cell in it, "B4"."""


class Use(Struct, frozen=True):
    """A cell that shows a shared string: bytes [start, end) of its sheet hold the string's number."""

    cell: Address
    start: int
    end: int


class Workbook(Struct):
    """`users` by the string's number; `strings` its bytes [start, end) in `strings_part`, the tags included."""

    strings_part: str = ""
    strings: list[tuple[int, int]] = field(default_factory=list)
    users: dict[int, list[Use]] = field(default_factory=dict)
    headings: set[Address] = field(default_factory=set)
    sheets: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, archive: zipfile.ZipFile) -> "Workbook":
        """Raises what `walk` and the archive raise."""
        book = cls()
        main = next((to for kind, to in _related(archive, "").values() if kind == "officeDocument"), "xl/workbook.xml")
        related = _related(archive, main)
        book.strings_part = next((to for kind, to in related.values() if kind == "sharedStrings"), "")
        if book.strings_part in archive.namelist():
            walk("", data := archive.read(book.strings_part), _Strings(book, data), NAMESPACES)
        walk("", archive.read(main), _Sheets(book, related), NAMESPACES)
        for kind, part in related.values():
            if kind == "worksheet":
                walk("", archive.read(part), _Cells(book, part), NAMESPACES)
                for kind_beside, table in _related(archive, part).values():
                    if kind_beside == "table":
                        walk("", archive.read(table), _Table(book, part), NAMESPACES)
        return book

    def cell(self, place: str | None) -> Address | None:
        """The cell at a place as readers tell it ("'Price list'!B4"); None for what is no cell."""
        match = _CELL.fullmatch(place or "")
        if match is None:
            return None
        name = match["sheet"]
        name = name[1:-1].replace("''", "'") if name.startswith("'") else name
        return (self.sheets[name], match["cell"]) if name in self.sheets else None


def _related(archive: zipfile.ZipFile, part: str) -> Mapping[str, tuple[str, str]]:
    """What a part is related to: id -> (kind, part)."""
    folder, file = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{file}.rels")
    found: dict[str, tuple[str, str]] = {}

    class Collect(Handler):
        def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
            if name == "p:Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", ""))).lstrip("/")
                found[attributes.get("Id", "")] = attributes.get("Type", "").rpartition("/")[2], target

    if name in archive.namelist():
        walk("", archive.read(name), Collect(), _RELATIONSHIPS)
    return found


class _Strings(Handler):
    def __init__(self, book: Workbook, data: bytes) -> None:
        self._book, self._data = book, data

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:si":
            closed = self._data[start:end].endswith(b"/>")
            stop = end if closed else re.compile(rb"</(?:\w+:)?si\s*>").search(self._data, end)
            self._book.strings.append((start, stop if isinstance(stop, int) else stop.end() if stop else end))


class _Sheets(Handler):
    def __init__(self, book: Workbook, related: Mapping[str, tuple[str, str]]) -> None:
        self._book, self._related = book, related

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:sheet" and (to := self._related.get(attributes.get("r:id", ""))):
            self._book.sheets[attributes.get("name", "")] = to[1]


class _Cells(Handler):
    """Cells without an address of their own follow the one before."""

    def __init__(self, book: Workbook, part: str) -> None:
        self._book, self._part = book, part
        self._row = self._column = 0
        self._shared = self._in_value = False

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
        elif name == "s:c":
            address = _ADDRESS.fullmatch(attributes.get("r", ""))
            self._column = number_of(address[1]) if address else self._column + 1
            self._shared = attributes.get("t") == "s"
        self._in_value = name == "s:v"

    def end(self, name: str) -> None:
        self._in_value = False

    def text(self, text: str, start: int, end: int) -> None:
        if self._shared and self._in_value and text.strip().isdecimal():
            cell = self._part, f"{letters_of(self._column)}{self._row}"
            self._book.users.setdefault(int(text), []).append(Use(cell, start, end))


class _Table(Handler):
    """The headings of a table are names of its columns, in its own part and in formulas: they change in Excel only."""

    def __init__(self, book: Workbook, part: str) -> None:
        self._book, self._part = book, part

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:table" and attributes.get("headerRowCount") != "0":
            first, _, last = attributes.get("ref", "").partition(":")
            begin, stop = _ADDRESS.fullmatch(first), _ADDRESS.fullmatch(last or first)
            if begin and stop:
                columns = range(number_of(begin[1]), number_of(stop[1]) + 1)
                self._book.headings |= {(self._part, f"{letters_of(column)}{begin[2]}") for column in columns}
