"""A text being edited: its places, and the edits collected so far."""

from collections.abc import Sequence
import re

from msgspec import Struct, field

from msglint.agreement.tree import Kind, Node

_END_OF_LINE = re.compile(r"\r\n|\r|\n|\Z")
_DASH = re.compile(r"(?:(?<=[\r\n])|\A) *(-)(?=[ \t\r\n])")
_INDENT = re.compile(r"(?:\r\n|\n|\r)( *)(?=\S)")


class Edit(Struct, frozen=True):
    """The text from `start` to `end` gives way to `text`."""

    start: int
    end: int
    text: str


class Page(Struct):
    """`removed` are the nodes that an edit takes out."""

    text: str
    edits: list[Edit] = field(default_factory=list)
    removed: set[Node] = field(default_factory=set)

    def edit(self, start: int, end: int, text: str) -> None:
        self.edits.append(Edit(start, end, text))

    def insert(self, at: int, text: str) -> None:
        """Put text at a place, behind what was inserted there before."""
        self.edits.append(Edit(at, at, text))

    def edited(self) -> str:
        """The text with all edits made: insertions before what gives way at a place; what lies within that is moot."""
        pieces, at = [], 0
        for edit in sorted(self.edits, key=lambda edit: (edit.start, edit.end > edit.start, -edit.end)):
            if edit.start >= at:
                pieces += [self.text[at : edit.start], edit.text]
                at = edit.end
        return "".join([*pieces, self.text[at:]])

    def remove(self, node: Node, starts: Sequence[int], index: int) -> None:
        """Take out an item of a list or a pair of a mapping; `starts` are where each of them begins."""
        value = node.items[index]
        behind = starts[index + 1] if index + 1 < len(starts) else value.end
        kept = [item for item in node.items[:index] if item not in self.removed]
        self.removed.add(value)
        if node.flow:
            self.edit(*((kept[-1].end, value.end) if kept else (starts[index], behind)), "")
            return
        start = self.dash(node, index) if node.kind is Kind.LIST else starts[index]
        line = self.line_start(start)
        if self.text[line:start].strip(" "):  # the first, behind a dash: the next moves up
            self.edit(start, behind, "")
        else:
            self.edit(self.break_before(line), self.line_end(value.end), "")

    def indent(self, node: Node, by: int) -> None:
        """Move the lines of a node after its first by so many columns."""
        for match in _INDENT.finditer(self.text, node.start, node.end):
            self.edit(*match.span(1), " " * max(0, len(match[1]) + by))

    def end(self, node: Node) -> int:
        """Where what stays of a node ends."""
        if not node.items or node.flow:
            return node.end
        kept = [item for item in node.items if item not in self.removed]
        return self.end(kept[-1]) if kept else node.end

    def line_end(self, at: int) -> int:
        """Where the line of a place ends, comments on it included, its break not."""
        match = _END_OF_LINE.search(self.text, at)
        return match.start() if match else len(self.text)

    def line_start(self, at: int) -> int:
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def break_before(self, line: int) -> int:
        """Where the break before a line begins, given the line's start."""
        at = line
        if self.text[:at].endswith("\n"):
            at -= 1
        return at - 1 if at and self.text[at - 1] == "\r" else at

    def key_column(self, node: Node) -> int:
        """The column in which the keys of a block mapping begin, their question marks included."""
        line = self.line_start(node.keys[0].start)
        before = self.text[line : node.keys[0].start].rstrip(" \t")
        return len(before) - 1 if before.endswith("?") else node.keys[0].column

    def dash(self, node: Node, index: int) -> int:
        """Where the dash of a block list's item stands."""
        since = self.line_start(node.start) if index == 0 else node.items[index - 1].end
        dashes = [match.start(1) for match in _DASH.finditer(self.text, since, node.items[index].start)]
        return dashes[-1] if dashes else node.body

    def dash_column(self, node: Node) -> int:
        """The column of a block list's dashes."""
        dash = self.dash(node, 0)
        return dash - self.line_start(dash)
