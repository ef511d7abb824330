"""Blocks of reStructuredText -> segments, in one pass over its lines.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html
"""

from collections.abc import Iterable
import re

from msglint.formats.indented import IndentedLine, block_end, indented
from msglint.formats.mapped import joined
from msglint.formats.paragraphs import Line
from msglint.formats.rst import explicit as rst_explicit
from msglint.formats.rst import inline as rst_inline
from msglint.formats.rst import tables as rst_tables
from msglint.formats.rst.context import Contexts
from msglint.formats.rst.tables import TableCell
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text.dates import day

_ADORNED = lazy_pattern(r"([!-/:-@\[-`{-~])\1*")
_BULLET = lazy_pattern(r"(?:[-*+•‣⁃]|\(?(?:\d{1,3}|#|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])(?:[ \t]+(?=\S)|$)")
_FIELD = lazy_pattern(r":(?P<name>(?![ \t:])[^:\r\n`]{1,80}):(?:[ \t]+|$)")
_LINE_BLOCK = lazy_pattern(r"\|(?:[ \t]+|$)")
_EXPLICIT = lazy_pattern(r"\.\.(?:[ \t]+|$)")
_SAID_OF_ITSELF = {"date": "date", "language": "language", "lang": "language"}


class RstBlocks:
    """Walks the lines; `segments` and `metadata` are what was found."""

    def __init__(self, source: str, start: int = 0) -> None:
        self.source = source
        self.lines = indented(source, start)
        self.contexts = Contexts()
        self.segments: list[Segment] = []
        self.metadata: dict[str, str] = {}
        self._adornments: list[tuple[str, bool]] = []  # of titles, by level

    def read(self) -> None:
        """Read all lines."""
        index = 0
        while index < len(self.lines):
            line = self.lines[index]
            if line.blank:
                index += 1
                continue
            self.contexts.close_to(line.indent)
            if line.indent > self.contexts.top.indent:
                self.contexts.quote(line.indent)
            if _EXPLICIT.match(self.source, line.text.start, line.end):
                index = self._explicit(index)
            else:
                index = self._title(index) or self._table(index) or self.body(index, line.margin)

    def say(self, within: Iterable[Line], role: Role, level: int = 0) -> Segment | None:
        """Keep the text of those lines as a segment."""
        top = self.contexts.top
        mapped = joined(self.source, within)
        where = {"group": top.group, "column": top.column} if role is Role.CELL else {"level": level}
        if segment := rst_inline.segment(mapped, role, **where):
            self.segments.append(segment)
        return segment

    def say_cells(self, cells: Iterable[TableCell]) -> None:
        """Keep a table's cells, each paragraph a segment."""
        self.contexts.tables += 1
        for cell in cells:
            paragraph: list[Line] = []
            for line in [*cell.lines, Line(0, 0, 0)]:
                if line.end > line.start:
                    paragraph.append(line)
                elif paragraph:
                    row = f"table {self.contexts.tables}, row {cell.row}"
                    text = joined(self.source, paragraph)
                    if segment := rst_inline.segment(text, Role.CELL, group=row, column=cell.column):
                        self.segments.append(segment)
                    paragraph = []

    def _explicit(self, index: int) -> int:
        """A directive, footnote, substitution, target or comment."""
        markup = rst_explicit.parsed(self.source, self.lines, index)
        line, top = self.lines[index], self.contexts.top
        if markup.kind == "literal":
            return markup.end
        for option, spoken_as in markup.spoken:
            self.say([option], spoken_as)
        if markup.kind == "html":
            from msglint.formats.html import markup as html

            block = self.lines[markup.body : markup.end]
            if block:
                start = block[0].start
                self.segments += html.read(self.source[start : block[-1].end], start).segments
        elif markup.kind == "delimited":
            body = [found.text for found in self.lines[markup.body : markup.end] if not found.blank]
            rows = [markup.header, *body] if markup.header else body
            self.say_cells(rst_tables.delimited_cells(self.source, rows))
        elif markup.kind == "rows":
            self.contexts.table(line.indent + 1)
            return markup.body
        else:
            role = markup.role if markup.role is not Role.BODY or top.role is Role.QUOTE else None
            self.contexts.push(line.indent + 1, role, hanging=True)
            return self.body(index, markup.flows - line.start) if markup.flows else markup.body
        return markup.end

    def _title(self, index: int) -> int | None:
        """A title with its line below (and above), or a line alone; where to go on, None where there is none."""
        line = self.lines[index]
        mark = self._adornment(index)
        below = self._adornment(index + 1)
        if (
            mark
            and self._adornment(index + 2) == mark
            and index + 1 < len(self.lines)
            and not self.lines[index + 1].blank
        ):
            return self._keep_title(self.lines[index + 1], (mark, True), index + 3)
        if mark and not rst_tables.is_simple(self.source, line):
            alone = line.end - line.text.start >= 4 and (index + 1 == len(self.lines) or self.lines[index + 1].blank)
            return index + 1 if alone else None
        if below and not mark and self.lines[index + 1].indent == line.indent:
            width = self.lines[index + 1].end - self.lines[index + 1].text.start
            if width >= min(line.end - line.text.start, 4):
                return self._keep_title(line, (below, False), index + 2)
        return None

    def _adornment(self, index: int) -> str | None:
        """The character that a line consists of; None where it is no line of one punctuation character."""
        if index >= len(self.lines) or self.lines[index].blank:
            return None
        line = self.lines[index]
        match = _ADORNED.fullmatch(self.source, line.text.start, line.end)
        return match[1] if match and line.end - line.text.start >= 2 and match[0] not in ("..", "::") else None

    def _keep_title(self, line: IndentedLine, adornment: tuple[str, bool], index: int) -> int:
        if adornment not in self._adornments:
            self._adornments.append(adornment)
        level = self._adornments.index(adornment) + 1
        segment = self.say([line.text], Role.TITLE, min(level, 6))
        if segment and level == 1:
            self.metadata.setdefault("title", segment.text)
        return index

    def _table(self, index: int) -> int | None:
        line = self.lines[index]
        if rst_tables.is_grid(self.source, line):
            cells, index = rst_tables.grid(self.source, self.lines, index)
        elif rst_tables.is_simple(self.source, line):
            cells, index = rst_tables.simple(self.source, self.lines, index)
        else:
            return None
        self.say_cells(cells)
        return index

    def body(self, index: int, margin: int) -> int:
        """What begins that many characters into a line: list items and fields are entered, a paragraph is kept."""
        line = self.lines[index]
        start = line.start + margin
        while start < line.end:
            indent = line.indent + start - line.text.start
            if bullet := _BULLET.match(self.source, start, line.end):
                self.contexts.close_to(indent)
                self.contexts.item(indent + max(bullet.end() - start, 2))
                start = bullet.end()
            elif field := _FIELD.match(self.source, start, line.end):
                self._field(field, line)
                self.contexts.push(indent + 1, hanging=True)
                start = field.end()
            else:
                return self._paragraph(index, start - line.start)
        return index + 1

    def _field(self, field: "re.Match[str]", line: IndentedLine) -> None:
        name, value = field["name"].lower(), self.source[field.end() : line.end].strip()
        if name in _SAID_OF_ITSELF and value and not self.contexts.top.indent:
            known = day(value) if name == "date" else value
            if known:
                self.metadata.setdefault(_SAID_OF_ITSELF[name], known)

    def _paragraph(self, index: int, margin: int) -> int:
        first = self.lines[index]
        text = first.beyond(margin)
        if self.source.startswith(">>>", text.start):
            return self._paragraph_end(index, -1)
        if _LINE_BLOCK.match(self.source, text.start, text.end):
            return self._line_block(index, margin)
        top = self.contexts.top
        indent = first.indent + text.start - first.text.start
        end = self._paragraph_end(index, top.indent if top.hanging else indent, hanging=top.hanging)
        if end == index + 1 < len(self.lines) and not self.lines[end].blank and self.lines[end].indent > indent:
            self.say(
                [text], Role.ITEM if top.role in (Role.BODY, Role.QUOTE) else top.role
            )  # a term, and what it means
            self.contexts.push(self.lines[end].indent, Role.ITEM if top.role in (Role.BODY, Role.QUOTE) else None)
            return end
        within = [text, *(line.text for line in self.lines[index + 1 : end])]
        if not self.source.endswith("::", within[-1].start, within[-1].end):
            self.say(within, top.role)
            return end
        last = within[-1]
        keep = 1 if last.end - last.start > 2 and not self.source[last.end - 3].isspace() else 2
        within[-1] = Line(last.start, last.end - keep, last.stop)
        self.say(within, top.role)
        return block_end(self.lines, end, top.indent if top.hanging else first.indent)  # a literal block

    def _paragraph_end(self, index: int, indent: int, hanging: bool = False) -> int:
        """Behind the lines that belong to the paragraph; `indent` -1: all up to a blank one."""
        index += 1
        while index < len(self.lines) and not self.lines[index].blank:
            own = self.lines[index].indent
            if indent >= 0 and (own < indent or own > indent and not hanging):
                break
            index += 1
        return index

    def _line_block(self, index: int, margin: int) -> int:
        within: list[Line] = []
        while index < len(self.lines):
            line = self.lines[index]
            text = line.beyond(margin) if not within else line.text
            mark = _LINE_BLOCK.match(self.source, text.start, text.end)
            if line.blank or not mark:
                break
            within.append(Line(mark.end(), line.end, line.stop))
            index += 1
        self.say(within, self.contexts.top.role)
        return index
