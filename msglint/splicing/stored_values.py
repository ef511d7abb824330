"""OpenDocument cells that keep their text twice: as they show it, and in their start tag's office:string-value.

Programs differ in which of the two they show (LibreOffice Writer shows what is stored), so both change or neither does.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from html import unescape
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.splicing import markup
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import spliced_bytes

_CELL = lazy_pattern(rb"""<table:table-cell\b((?:[^<>"'/]++|/(?!>)|"[^"]*+"|'[^']*+')*+)>""")
_VALUE = lazy_pattern(rb"""\soffice:string-value\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_END = b"</table:table-cell>"
_COMMENT = lazy_pattern(rb"<office:annotation\b.*?</office:annotation>", re.DOTALL)
_BLANK = lazy_pattern(rb"</text:p>|<text:(?:line-break|s|tab)\b[^>]*>")
_TAG = lazy_pattern(rb"<[^>]*>")


class StoredValues:
    """The cells of a part that store what they show."""

    def __init__(self, part: bytes) -> None:
        self._part = part
        self._cells: list[tuple[int, int, int, int]] = []  # inside from, to; value from, to
        if b"office:string-value" in part:
            for cell in _CELL.finditer(part):
                if value := _VALUE.search(part, *cell.span(1)):
                    self._cells.append((cell.end(), part.find(_END, cell.end()), *value.span(value.lastindex or 1)))

    def besides(self, splices: Iterable[Splice]) -> list[Splice]:
        """What has to change in the start tags of the cells that these splices stand in.

        Raises RefusedError where a cell stores another text than it shows.
        """
        touched: dict[int, list[Splice]] = {}
        for splice in splices if self._cells else ():
            index = bisect_right(self._cells, splice.start, key=lambda cell: cell[0]) - 1
            if index >= 0 and splice.end <= self._cells[index][1]:
                touched.setdefault(index, []).append(splice)
        return [found for index, inside in touched.items() for found in self._stored(index, inside)]

    def _stored(self, index: int, inside: Sequence[Splice]) -> list[Splice]:
        start, stop, value_start, value_end = self._cells[index]
        old = self._part[start:stop]
        new = spliced_bytes(old, (Splice(one.start - start, one.end - start, one.text) for one in inside))
        before, after = _shown(old), _shown(new)
        if before == after:  # a comment on the cell
            return []
        if before != _folded(self._part[value_start:value_end]):
            raise RefusedError("its cell stores another text than it shows: type it anew")
        quoted = markup.escaped(after).replace('"', "&quot;").replace("'", "&apos;")
        return [Splice(value_start, value_end, quoted)]


def _shown(inside: bytes) -> str:
    return _folded(_TAG.sub(b"", _BLANK.sub(b" ", _COMMENT.sub(b"", inside))))


def _folded(xml: bytes) -> str:
    return " ".join(unescape(xml.decode("utf-8")).split())
