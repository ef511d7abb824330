"""Blocks of AsciiDoc -> segments, in one pass over its lines.

https://docs.asciidoctor.org/asciidoc/latest/blocks/
"""

from collections.abc import Iterable

from msglint.formats.adoc import attributes as adoc_attributes
from msglint.formats.adoc import header as adoc_header
from msglint.formats.adoc import inline as adoc_inline
from msglint.formats.adoc import tables as adoc_tables
from msglint.formats.adoc.attributes import Attributes
from msglint.formats.adoc.tables import AdocCell
from msglint.formats.mapped import joined
from msglint.formats.paragraphs import Line, lines
from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text.word_sets import word_sets

_SILENT = word_sets("adoc-names")["silent-styles"]
_TITLE = lazy_pattern(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_UNDERLINE = lazy_pattern(r"([=~^+-])\1+")
_LEVELS = "=-~^+"  # of underlines, https://docs.asciidoctor.org/asciidoc/latest/sections/title-syntax/ (legacy)
_DELIMITER = lazy_pattern(r"-{4,}|\.{4,}|\+{4,}|={4,}|\*{4,}|_{4,}|~{4,}|--|/{4,}|`{3,}[\w+-]*|[|,:!]={3,}")
_CONDITION = lazy_pattern(r"(?:ifn?def|ifeval|endif|include|toc|comment)::[^\s\[]*\[(?P<text>[^\r\n]*)\]")
_MACRO = lazy_pattern(r"(?P<name>[a-z]\w{1,20})::(?P<target>[^\s\[]*)\[(?P<text>[^\r\n]*)\]")
_ATTRIBUTES = lazy_pattern(r"\[(?P<inside>[^\r\n]*)\]")
_ITEM = lazy_pattern(
    r"[ \t]*(?:\*{1,6}|-|\.{1,6}|•|\d{1,3}\.|[A-Za-z]\.|[ivxIVX]{1,6}\)|<(?:\d{1,3}|\.)>)[ \t]+"
    r"(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = lazy_pattern(r"(?<=\S)(?::{2,4}|;;)(?:[ \t]+|$)")
_ADMONITION = lazy_pattern(r"(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING):[ \t]+")
_RULE = lazy_pattern(rf"'{{3,}}|<{{3,}}|-{{3}}|\*{{3}}|- - -|\* \* \*|{FILLER}+")


class AdocBlocks:
    """Walks the lines; `segments` and `metadata` are what was found."""

    def __init__(self, source: str, start: int = 0) -> None:
        self._source = source
        self._lines = [
            Line(line.start, line.start + len(source[line.start : line.end].rstrip()), line.stop)
            for line in lines(source, start)
        ]
        self.segments: list[Segment] = []
        self.metadata: dict[str, str] = {}
        self._open: list[tuple[str, Role]] = []  # delimiters of the blocks around, and the roles in them
        self._attributes = Attributes()  # of the block that comes next
        self._tables = 0
        self._listed = False  # whether what comes next belongs to a list item

    def read(self) -> None:
        """Read all lines."""
        index = 0
        while index < len(self._lines):
            text = self._text(index)
            if not text:
                self._listed = False
                index += 1
                continue
            index = (
                self._aside(index, text)
                or self._heading(index, text)
                or self._delimited(index, text)
                or self._item(index, text)
                or self._paragraph(index, text)
            )

    def _text(self, index: int) -> str:
        """A line's text; "" behind the last one."""
        if index >= len(self._lines):
            return ""
        return self._source[self._lines[index].start : self._lines[index].end]

    def _say(self, within: Iterable[Line], role: Role, **where: str | int | None) -> None:
        self.segments += adoc_inline.segments(joined(self._source, within), role, **where)

    def _beyond(self, index: int, width: int, end: int | None = None) -> Line:
        """A line from that many characters on."""
        line = self._lines[index]
        return Line(line.start + width, line.end if end is None else line.start + end, line.stop)

    def _aside(self, index: int, text: str) -> int | None:
        """Comments, conditions, settings, pictures and what else is no text of its own."""
        if text.startswith("//") and not text.startswith("///") or _RULE.fullmatch(text):
            return index + 1
        if condition := _CONDITION.fullmatch(text):
            if text.startswith("if") and condition["text"] and "eval" not in text[:6]:
                self._say([self._beyond(index, *condition.span("text"))], Role.BODY)
            return index + 1
        if entry := adoc_header.entry(text):
            if role := entry.role(self.metadata):
                self._say([self._beyond(index, entry.start)], role)
            return index + 1
        if macro := _MACRO.fullmatch(text):
            if macro["name"] in ("image", "video", "audio"):
                comma = text.find(",", macro.start("text"))
                self._say(
                    [self._beyond(index, macro.start("text"), comma if comma > 0 else macro.end("text"))], Role.ALT
                )
            return index + 1
        if attributes := _ATTRIBUTES.fullmatch(text):
            self._attributes = adoc_attributes.parsed(attributes["inside"], self._attributes)
            return index + 1
        if text == "+":
            self._listed = True
            return index + 1
        return None

    def _heading(self, index: int, text: str) -> int | None:
        """A section's title, in either notation, or a block's, which begins with a dot."""
        if title := _TITLE.match(text):
            closing = len(text) - len(title[1]) if text.endswith(f" {title[1]}") else len(text)
            return self._keep_title(index, self._beyond(index, title.end(), closing), len(title[1]))
        if text[0] == "." and text[1:2].strip() not in ("", "."):
            self._say([self._beyond(index, 1)], Role.CAPTION)
            return index + 1
        below = self._text(index + 1)
        if abs(len(below) - len(text)) <= 1 < len(below) and _UNDERLINE.fullmatch(below) and text[0].isalnum():
            return self._keep_title(index, self._lines[index], _LEVELS.index(below[0]) + 1) + 1
        return None

    def _keep_title(self, index: int, line: Line, level: int) -> int:
        self._say([line], Role.TITLE, level=level)
        if level == 1 and self.segments and "title" not in self.metadata:
            self.metadata["title"] = self.segments[-1].text
            if revised := adoc_header.revised(self._text(index + 1), self._text(index + 2)):
                self.metadata.setdefault("date", revised)
        self._attributes = Attributes()
        return index + 1

    def _delimited(self, index: int, text: str) -> int | None:
        """A block between two lines that are alike; one without prose reaches to its end or to that of the text."""
        if not _DELIMITER.fullmatch(text):
            return None
        style = self._attributes.style
        for depth in range(len(self._open) - 1, max(len(self._open) - 9, -1), -1):
            if self._open[depth][0] == text:
                del self._open[depth:]
                return index + 1
        if text[0] in "=*_~" or text == "--" and style not in _SILENT:
            quotes = text[0] == "_" or style in ("quote", "verse")
            self._open.append((text, Role.QUOTE if quotes else self._role()))
            self._attributes = Attributes()
            return index + 1
        closing = "`" * (len(text) - len(text.lstrip("`"))) or text
        end = index + 1
        while end < len(self._lines) and self._text(end) != closing:
            end += 1
        self._inside(text, self._lines[index + 1 : end])
        self._attributes = Attributes()
        return end + 1

    def _inside(self, delimiter: str, within: list[Line]) -> None:
        if delimiter.endswith("==="):
            self._table(delimiter, within)
        elif delimiter[0] == "+" and within and self._attributes.style not in _SILENT:
            from msglint.formats.html import markup

            self.segments += markup.read(self._source[within[0].start : within[-1].end], within[0].start).segments

    def _table(self, delimiter: str, within: list[Line]) -> None:
        self._tables += 1
        named = self._attributes.named
        kinds = {",": ",", ":": ":", "csv": ",", "dsv": ":", "tsv": "\t"}
        separator = kinds.get(named.get("format", delimiter[0]))
        if separator:
            self._cells(adoc_tables.delimited_cells(self._source, within, named.get("separator", separator)[:1] or ","))
        elif delimiter[0] == "|":
            self._cells(adoc_tables.cells(self._source, within, adoc_tables.columns(named.get("cols", ""))))

    def _cells(self, cells: Iterable[AdocCell]) -> None:
        for cell in cells:
            where: dict[str, str | int | None] = {
                "group": f"table {self._tables}, row {cell.row}",
                "column": cell.column,
            }
            paragraph: list[Line] = []
            for line in [*cell.lines, Line(0, 0, 0)] if cell.style not in ("l", "m") else ():
                item = _ITEM.match(self._source, line.start, line.end) if cell.style == "a" else None
                if paragraph and (item or line.end == line.start):
                    self._say(paragraph, Role.CELL, **where)
                    paragraph = []
                if line.end > line.start:
                    paragraph.append(Line(item.end() if item else line.start, line.end, line.stop))

    def _role(self) -> Role:
        return self._open[-1][1] if self._open else Role.BODY

    def _item(self, index: int, text: str) -> int | None:
        """A list item, or a term and what it means."""
        if item := _ITEM.match(text):
            end = self._run(index)
            self._say([self._beyond(index, item.end()), *self._stripped(index + 1, end)], Role.ITEM)
        elif term := _TERM.search(text):
            self._say([self._beyond(index, len(text) - len(text.lstrip()), term.start())], Role.ITEM)
            end = self._run(index)
            self._say([self._beyond(index, term.end()), *self._stripped(index + 1, end)], Role.ITEM)
        else:
            return None
        self._attributes = Attributes()
        return end

    def _stripped(self, first: int, end: int) -> list[Line]:
        """Lines without their indentation, comments among them left out."""
        texts = ((index, self._text(index)) for index in range(first, end))
        return [
            self._beyond(index, len(text) - len(text.lstrip())) for index, text in texts if not text.startswith("//")
        ]

    def _run(self, index: int, listed: bool = True) -> int:
        """Behind the lines that go on from `index`; in a list, the next item ends them."""
        index += 1
        while text := self._text(index):
            if _DELIMITER.fullmatch(text) or _ATTRIBUTES.fullmatch(text) or _CONDITION.fullmatch(text):
                break
            if (
                adoc_header.entry(text)
                or listed
                and (text == "+" or _ITEM.match(text) or _TERM.search(text) or _MACRO.fullmatch(text))
            ):
                break
            index += 1
        return index

    def _paragraph(self, index: int, text: str) -> int:
        end = self._run(index, listed=self._listed)
        style, self._attributes = self._attributes.style, Attributes()
        if style in _SILENT or text[0].isspace() and not self._listed:
            return end
        role = Role.QUOTE if style in ("quote", "verse") or text[0] == ">" else self._role()
        if self._listed and role is Role.BODY:
            role = Role.ITEM
        admonition = _ADMONITION.match(text)
        first = self._beyond(index, admonition.end() if admonition else len(text) - len(text.lstrip("> \t")))
        self._say([first, *self._stripped(index + 1, end)], role)
        return end
