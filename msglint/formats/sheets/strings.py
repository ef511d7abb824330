"""SpreadsheetML -> what cells share: their strings, and how their numbers are shown; and what is said beside them."""

from msgspec.structs import replace

from msglint.formats.packages.part_text import PartText
from msglint.formats.packages.shared_parts import parsed_once
from msglint.formats.packages.xml_events import Handler, walk
from msglint.formats.sheets.format_codes import BUILT_IN
from msglint.formats.sheets.vocabulary import ESCAPE, NAMESPACES
from msglint.model.document import MASK, Role, Segment

_OFF = ("0", "false")


class RichText:
    """A string of runs (CT_Rst): readings of Japanese words (rPh) are skipped, struck-out runs masked."""

    def __init__(self, part: str, data: bytes) -> None:
        self.part_text = PartText(part, data)
        self._skipping = 0
        self._in_text = self._struck = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name == "s:rPh":
            self._skipping += 1
        elif name == "s:r":
            self._struck = False
        elif name == "s:strike":
            self._struck = attributes.get("val") not in _OFF
        elif name in ("s:t", "tc:text"):
            self._in_text = True

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif name in ("s:t", "tc:text"):
            self._in_text = False

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping or not self._in_text:
            return
        if self._struck:
            self.part_text.character(MASK, start, end)
        elif "_x" in text and len(text) == end - start:
            self._unescaped(text, start)
        else:
            self.part_text.add(text, start, end)

    def begin(self) -> None:
        self._struck = False
        self.part_text.begin()

    def _unescaped(self, text: str, start: int) -> None:
        """Characters that XML forbids are written _x000D_."""
        position = 0
        for match in ESCAPE.finditer(text):
            first, last = match.span()
            self.part_text.add(text[position:first], start + position, start + first)
            written = chr(int(match[1], 16)).replace("\r", "\n")
            self.part_text.character(written, start + first, start + last)
            position = last
        self.part_text.add(text[position:], start + position, start + len(text))


class SharedStrings(Handler):
    """Reads sharedStrings.xml; `strings` then holds a segment for each number, None where there is nothing to read."""

    def __init__(self, part: str = "", data: bytes = b"") -> None:
        self._rich = RichText(part, data)

    @property
    def strings(self) -> list[Segment | None]:
        return self._rich.part_text.found

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name == "s:si":
            self._rich.begin()
        self._rich.start(name, attributes)

    def end(self, name: str) -> None:
        self._rich.end(name)
        if name == "s:si":
            self._rich.part_text.finish(Role.CELL)

    def text(self, text: str, start: int, end: int) -> None:
        self._rich.text(text, start, end)


class CellStyles(Handler):
    """Reads styles.xml: the number format of each cell style, and whether what it shows is struck out."""

    def __init__(self) -> None:
        self._codes = dict(BUILT_IN)
        self._struck: list[bool] = []
        self._styles: list[tuple[int, int]] = []
        self._inside = ""

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name in ("s:cellXfs", "s:cellStyleXfs", "s:dxfs", "s:fonts"):
            self._inside = name
        elif name == "s:numFmt" and self._inside != "s:dxfs":
            self._codes[_number(attributes.get("numFmtId"))] = attributes.get("formatCode", "")
        elif name == "s:font" and self._inside == "s:fonts":
            self._struck.append(False)
        elif name == "s:strike" and self._inside == "s:fonts" and self._struck:
            self._struck[-1] = attributes.get("val") not in _OFF
        elif name == "s:xf" and self._inside == "s:cellXfs":
            self._styles.append((_number(attributes.get("numFmtId")), _number(attributes.get("fontId"))))

    @property
    def strikes(self) -> bool:
        """Whether any style may strike out."""
        return any(self._struck)

    def of(self, style: str | None) -> tuple[str, bool]:
        """The format code of the style with that number, and whether it strikes out."""
        number = _number(style)
        code, font = self._styles[number] if number < len(self._styles) else (0, 0)
        return self._codes.get(code, "General"), font < len(self._struck) and self._struck[font]


@parsed_once(most=4, largest=1 << 20)
def styles_of(data: bytes, depth: int) -> CellStyles:
    """What styles.xml says. Raises ExpatError and ReadError as `walk` does."""
    styles = CellStyles()
    walk("", data, styles, NAMESPACES, depth)
    return styles


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


class CellComments(Handler):
    """Reads a part of comments, old ones or threads; each is a note at its cell.

    sheet  as it stands in front of a cell's address ("Sheet1")
    """

    def __init__(self, part: str, data: bytes, sheet: str) -> None:
        self._rich = RichText(part, data)
        self._sheet, self._cell = sheet, ""
        self._found: list[tuple[str, Segment]] = []

    def segments(self, without: frozenset[str] = frozenset()) -> list[Segment]:
        """The comments but those at these cells."""
        return [segment for cell, segment in self._found if cell not in without]

    def cells(self) -> frozenset[str]:
        return frozenset(cell for cell, _ in self._found)

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        if name in ("s:comment", "tc:threadedComment"):
            self._cell = attributes.get("ref", "")
            self._rich.begin()
        self._rich.start(name, attributes)

    def end(self, name: str) -> None:
        self._rich.end(name)
        if name in ("s:comment", "tc:threadedComment") and (segment := self._rich.part_text.finish(Role.NOTE)):
            place = f"{self._sheet}!{self._cell}, comment"
            self._found.append((self._cell, replace(segment, place=place)))

    def text(self, text: str, start: int, end: int) -> None:
        self._rich.text(text, start, end)
