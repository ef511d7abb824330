"""Excel workbooks: cells. A string that several cells share changes for those only that have an edit."""

from bisect import bisect_right
from collections.abc import Sequence
import re

from msglint.fixers import Fixed
from msglint.formats.drawings.vocabulary import NAMESPACES as DRAWING
from msglint.formats.sheets.vocabulary import NAMESPACES
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Document
from msglint.model.judgement import Edit
from msglint.splicing.package_file import DAMAGES, Dialect, fix_package, fix_part, opened, xml_speller
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import Spell
from msglint.splicing.workbook import Address, Use, Workbook

_DIALECT = Dialect({**DRAWING, **NAMESPACES}, spaced=frozenset(("s:t",)))
_UNIQUE = lazy_pattern(rb"<(?:\w+:)?sst\b[^>]*?\suniqueCount\s*=\s*[\"'](\d+)[\"']")
_VALUE = lazy_pattern(rb"<(?:\w+:)?v\b[^<>]*>\Z")
_HEADING = "it is the heading of a table, which formulas refer to: change it in Excel"


def fix(data: bytes, document: Document, edits: Sequence[Edit]) -> Fixed:
    """Correct a workbook."""
    try:
        with opened(data) as archive:
            book = Workbook.read(archive)
            strings = archive.read(book.strings_part) if book.strings else b""
    except RefusedError as reason:
        return Fixed(data, dict.fromkeys(range(len(edits)), str(reason)))
    except DAMAGES as error:
        return Fixed(data, dict.fromkeys(range(len(edits)), f"the file cannot be taken apart: {error}"))
    cells = [book.cell(edit.segment.place) for edit in edits]
    refused = {index: _HEADING for index, cell in enumerate(cells) if cell in book.headings}
    shares = _Shares(book, strings)
    direct: list[int] = []
    for index, (edit, cell) in enumerate(zip(edits, cells, strict=True)):
        if index not in refused:
            if cell and edit.segment.part == book.strings_part:
                shares.add(index, edit, cell)
            else:
                direct.append(index)
    in_place, apart = shares.decided()
    direct = sorted(direct + in_place)
    also = shares.apart(edits, apart, refused)
    fixed, wrong = fix_package(data, [edits[index] for index in direct], _DIALECT, also, _speller)
    return Fixed(fixed, refused | {direct[index]: reason for index, reason in wrong.items()})


def _speller(part: bytes) -> Spell:
    """Text as in any XML; a number as its sheet stores it, which is shown in the cell's own format."""
    plain = xml_speller(part)

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        if not _VALUE.search(part, max(0, splice.start - 200), splice.start):
            return list(plain(edit, splice))
        number = re.sub(r"[^\d.,-]", "", splice.text).strip(".,")
        decimal = max(number.rfind("."), number.rfind(","))
        if len(number) - decimal - 1 == 3 and decimal > 0:  # "1,500": thousands
            decimal = -1
        whole, cents = (number[:decimal], number[decimal + 1 :]) if decimal >= 0 else (number, "")
        digits = re.sub(r"[.,]", "", whole)
        if not digits.lstrip("-").isdecimal():
            raise RefusedError("the cell holds a number: change it in Excel")
        return [Splice(splice.start, splice.end, f"{digits}.{cents}".rstrip("0").rstrip(".") if cents else digits)]

    return spell


class _Shares:
    """Edits of shared strings, by string and cell."""

    def __init__(self, book: Workbook, strings: bytes) -> None:
        self._book, self._data = book, strings
        self._by_string: dict[int, dict[Address, list[tuple[int, Edit]]]] = {}

    def add(self, index: int, edit: Edit, cell: Address) -> None:
        number = self._number(edit)
        self._by_string.setdefault(number, {}).setdefault(cell, []).append((index, edit))

    def _number(self, edit: Edit) -> int:
        start = edit.segment.pieces[0].source_start if edit.segment.pieces else -1
        return bisect_right(self._book.strings, start, key=lambda span: span[0]) - 1

    def decided(self) -> tuple[list[int], list[tuple[int, list[Address]]]]:
        """Edits that every cell of their string has, and for the others (string, cells) that need one of their own."""
        in_place: list[int] = []
        apart: list[tuple[int, list[Address]]] = []
        for number, by_cell in self._by_string.items():
            by_edits: dict[tuple[tuple[int, int, str], ...], list[Address]] = {}
            for cell, own in by_cell.items():
                key = tuple(sorted((edit.start, edit.end, edit.text) for _, edit in own))
                by_edits.setdefault(key, []).append(cell)
            users = {use.cell for use in self._book.users.get(number, ())}
            if len(by_edits) == 1 and users == by_cell.keys():
                in_place += [index for own in by_cell.values() for index, _ in own]
            else:
                apart += [(number, cells) for cells in by_edits.values()]
        return in_place, apart

    def apart(
        self, edits: Sequence[Edit], groups: Sequence[tuple[int, list[Address]]], refused: dict[int, str]
    ) -> dict[str, list[Splice]]:
        """New strings behind the others and cells that show them; `refused` is added to."""
        also: dict[str, list[Splice]] = {}
        added: list[bytes] = []
        for number, cells in groups:
            own = self._by_string[number][cells[0]]
            fixed, wrong = fix_part(self._data, [edit for _, edit in own], _DIALECT)
            if wrong:
                indexes = [index for cell in cells for index, _ in self._by_string[number][cell]]
                refused |= dict.fromkeys(indexes, next(iter(wrong.values())))
                continue
            start, end = self._book.strings[number]
            added.append(fixed[start : len(fixed) - (len(self._data) - end)])
            for use in self._book.users.get(number, ()):
                if use.cell in cells:
                    also.setdefault(use.cell[0], []).append(self._repointed(use, len(added) - 1))
        if added:
            also.setdefault(self._book.strings_part, []).extend(self._grown(added))
        return also

    def _repointed(self, use: Use, number: int) -> Splice:
        return Splice(use.start, use.end, str(len(self._book.strings) + number))

    def _grown(self, added: Sequence[bytes]) -> list[Splice]:
        """ECMA-376, 18.4.9: uniqueCount counts strings; count counts cells, which stay as many."""
        end = self._book.strings[-1][1]
        grown = [Splice(end, end, b"".join(added).decode("utf-8"))]
        if unique := _UNIQUE.search(self._data):
            grown.append(Splice(*unique.span(1), str(int(unique[1]) + len(added))))
        return grown
