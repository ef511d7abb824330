"""TeX and LaTeX -> segments: commands, groups and environments followed, never expanded.

One loop over tokens, with a stack for groups: no depth makes it recurse, and nothing is looked for twice.
"""

import re

from msglint.formats.ahead import Ahead
from msglint.formats.pieces import SegmentWriter
from msglint.formats.tex import symbols as tex_symbols
from msglint.formats.tex import syntax as syntax
from msglint.formats.tex.frames import Environment, Group
from msglint.model.document import MASK, Role, Segment


class TexWalk:
    """Reads a source; `segments` and `metadata` are what was found."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._ahead = Ahead(source)
        self.segments: list[Segment] = []
        self.metadata: dict[str, str] = {}
        self._writer = SegmentWriter()
        self._groups: list[Group] = []
        self._own: list[Group] = []  # of the groups, those that are a text of their own
        self._silent = 0  # groups around that are no text
        self._environments = [Environment("", Role.BODY)]
        self._tables = self._span = 0  # tables so far; columns that the cell reaches over besides its own
        self._preamble = r"\begin{document}" in source

    def read(self) -> None:
        """Read all of it."""
        position = 0
        while match := syntax.TOKEN.search(self._source, position):
            self._text(position, match.start())
            position = self._token(match)
        self._text(position, len(self._source))
        while self._groups:
            self._close(0)
        self._flush()

    def _text(self, start: int, end: int) -> None:
        if not self._silent:
            self._writer.add(self._source, start, end)

    def _stand_in(self, text: str, start: int, end: int) -> None:
        if not self._silent:
            self._writer.stand_in(text, start, end)

    def _token(self, match: "re.Match[str]") -> int:
        """Take in a token; returns where to go on."""
        start, end = match.span()
        if match["name"]:
            return self._command(match["name"], start, end)
        if match["edge"]:
            self._flush_short()
            return (self._begin if match["edge"] == "begin" else self._end)(match["environment"], end)
        if match["fence"]:
            return self._verbatim(match["fence"], start, end)
        if match["math"]:
            return self._math(match[0], start, end)
        if match["open"]:
            return self._open("text", (), end)
        if match["close"]:
            return self._close(end) if self._groups else end
        if match["gap"]:
            self._flush_short()
        elif match["row"] or match["cell"]:
            self._next_cell(start, end, bool(match["row"]))
        elif match["accent"]:
            self._stand_in(tex_symbols.accented(match[0]), start, end)
        elif match["sign"]:
            self._sign(start, end)
        elif match["tie"]:
            self._stand_in("\xa0", start, end)
        elif match["parameter"]:
            self._stand_in(MASK, start, end)
        elif shown := syntax.SHOWN.get(match[0]):
            self._stand_in(shown, start, end)
        return end

    def _sign(self, start: int, end: int) -> None:
        shown = tex_symbols.sign(self._source[start + 1])
        if shown == self._source[start + 1]:
            self._text(start + 1, end)
        else:
            self._stand_in(shown, start, end)

    def _flush(self) -> None:
        """The text so far is a segment; before the document begins, only what stands in groups of its own."""
        top = self._environments[-1]
        if self._own:
            self._keep(self._own[-1].role, level=self._own[-1].level)
        elif top.table:
            self._keep(Role.CELL, group=f"table {top.table}, row {top.row}", column=top.column)
        elif not self._preamble:
            self._keep(top.role)
        self._writer = SegmentWriter()

    def _keep(self, role: Role, **where: str | int | None) -> None:
        if segment := self._writer.finish(role, **where):  # type: ignore[arg-type]
            self.segments.append(segment)
            if where.get("level") == 1:
                self.metadata.setdefault("title", segment.text)

    def _flush_short(self) -> None:
        """A paragraph ends."""
        while self._groups and self._groups[-1].short:
            self._close(0)
        self._flush()

    def _open(self, kind: str, rest: tuple[str, ...], position: int) -> int:
        """Enter a group whose inside begins at `position`."""
        group = Group(kind, rest)
        if kind == "silent":
            self._silent += 1
        elif kind in syntax.OWN:
            group.role, group.level = syntax.OWN[kind]
            if group.short and not self._own:  # a title or caption stands between paragraphs
                self._flush()
            group.outer, self._writer = self._writer, SegmentWriter()
            self._own.append(group)
        self._groups.append(group)
        return position

    def _close(self, position: int) -> int:
        """Leave the innermost group; returns where to go on (0: no group that follows is entered)."""
        group = self._groups.pop()
        if group.kind == "silent":
            self._silent -= 1
        elif group.outer is not None:
            self._flush()
            self._own.pop()
            self._writer = group.outer
        return self._follow(group.rest, position) if position else position

    def _follow(self, kinds: tuple[str, ...], position: int) -> int:
        """Go on behind a command: options are left out, the first group of those kinds is entered, if one follows."""
        while kinds:
            while option := syntax.OPTION.match(self._source, position):
                position = option.end()
            simple = syntax.SIMPLE.match(self._source, position) if kinds[0] == "silent" else None
            if simple is None:
                opening = syntax.OPEN.match(self._source, position)
                return self._open(kinds[0], kinds[1:], opening.end()) if opening else position
            position, kinds = simple.end(), kinds[1:]
        return position

    def _command(self, name: str, start: int, end: int) -> int:
        if name in syntax.NAMES["declarations"]:
            if name in syntax.NAMES["spaces"]:
                self._stand_in(" ", start, end)
            return self._beyond_blanks(end)
        if name == "item":
            return self._item(end)
        if name in syntax.NAMES["definitions"]:
            defined = syntax.DEFINED.match(self._source, end)
            return self._open("definition", (), defined.end()) if defined else end
        if symbol := tex_symbols.symbols().get(name):
            self._stand_in(symbol, start, end)
            return end + 2 if self._source.startswith("{}", end) else self._beyond_blanks(end)
        if name == "multicolumn" and (count := syntax.COUNT.match(self._source, end)):
            self._span = max(int(count[1]), 1) - 1
        if name in syntax.GROUPS:
            if name in syntax.NAMES["one-masked"] or syntax.OWN.get(name, (None,))[0] is Role.NOTE:
                self._stand_in(MASK, start, end)
            return self._follow(syntax.GROUPS[name], end)
        return self._unknown(start, end)

    def _unknown(self, start: int, end: int) -> int:
        """A command nobody has told us of: it says what its groups say; without any it stands for something."""
        position = end
        while option := syntax.OPTION.match(self._source, position):
            position = option.end()
        if self._source.startswith("{}", position) or not self._source.startswith("{", position):
            self._stand_in(MASK, start, end)
            return position + 2 if self._source.startswith("{}", position) else end
        return self._open("text", (), position + 1)

    def _beyond_blanks(self, position: int) -> int:
        """A command of letters swallows the blanks behind it."""
        blanks = syntax.BLANKS.match(self._source, position)
        return blanks.end() if blanks else position

    def _item(self, end: int) -> int:
        self._flush()
        self._environments[-1].role = Role.ITEM
        label = syntax.LABEL.match(self._source, end)
        if label and label[1]:
            self._text(*label.span(1))
            self._writer.glue(" ")
        return label.end() if label else end

    def _begin(self, name: str, end: int) -> int:
        if name in syntax.NAMES["opaque-environments"]:
            close = self._ahead.find(rf"\end{{{name}}}", end)
            return len(self._source) if close < 0 else close + len(rf"\end{{{name}}}")
        if name == "document":
            self._preamble = False
            return end
        top = self._environments[-1]
        inner = Environment(
            name, Role.QUOTE if name in syntax.NAMES["quotes"] else top.role, top.table, top.row, top.column
        )
        if name in syntax.NAMES["tables-one"] or name in syntax.NAMES["tables-two"]:
            self._tables += 1
            inner = Environment(name, Role.CELL, self._tables)
        self._environments.append(inner)
        option = syntax.OPTION.match(self._source, end)
        return self._follow(syntax.BEFORE.get(name, ()), option.end() if option else end)

    def _end(self, name: str, end: int) -> int:
        if name == "document":
            return len(self._source)
        for index in range(len(self._environments) - 1, max(len(self._environments) - syntax.NEAR, 0), -1):
            if self._environments[index].name == name:
                del self._environments[index:]
                break
        return end

    def _next_cell(self, start: int, end: int, row: bool) -> None:
        """ "&" or "\\\\": in a table, the cell ends."""
        top = self._environments[-1]
        if not top.table:
            self._stand_in("\n" if row else " ", start, end)
            return
        self._flush()
        top.row, top.column = (top.row + 1, 0) if row else (top.row, top.column + 1 + self._span)
        self._span = 0

    def _verbatim(self, fence: str, start: int, end: int) -> int:
        close = self._ahead.find(fence, end)
        if close < 0 or 0 <= self._ahead.find("\n", end) < close:
            return end
        self._stand_in(MASK, start, close + 1)
        return close + 1

    def _math(self, opening: str, start: int, end: int) -> int:
        """Formulas are masked, plain numbers in them are not: $49.90$."""
        close, stop = syntax.formula_end(self._source, self._ahead, opening, end)
        if close < 0:
            self._text(start, end)
            return end
        if syntax.NUMBER.fullmatch(self._source, end, close):
            self._text(end, close)
        else:
            self._stand_in(MASK, start, stop)
        return stop
