"""Lines with their indentation, for formats in which that makes the structure."""

from collections.abc import Sequence

from msgspec import Struct

from msglint.formats.paragraphs import Line, lines
from msglint.lazy_pattern import lazy_pattern

_INDENT = lazy_pattern(r"[ \t]*")


class IndentedLine(Struct, frozen=True):
    """A line whose text is source[start + margin:end]; `indent` counts columns (tabs reach to the next eighth).

    `following` is the index of the next line that is not blank: long gaps are crossed in one step.
    """

    start: int
    end: int
    stop: int
    margin: int
    indent: int
    blank: bool
    following: int

    def beyond(self, margin: int) -> Line:
        """The line from that many characters on."""
        return Line(min(self.start + margin, self.end), self.end, self.stop)

    @property
    def text(self) -> Line:
        """The line without its indentation."""
        return self.beyond(self.margin)


def indented(source: str, start: int = 0) -> list[IndentedLine]:
    """All lines of a source from `start` on."""
    within = list(lines(source, start))
    found, following = [], len(within)
    for index in range(len(within) - 1, -1, -1):
        line = within[index]
        written = source[line.start : line.end].rstrip()
        match = _INDENT.match(written)
        blanks = match[0] if match else ""
        found.append(
            IndentedLine(
                line.start,
                line.start + len(written),
                line.stop,
                margin=len(blanks),
                indent=len(blanks.expandtabs(8)) if "\t" in blanks else len(blanks),
                blank=not written,
                following=following,
            )
        )
        following = index if written else following
    return found[::-1]


def block_end(within: Sequence[IndentedLine], first: int, indent: int) -> int:
    """Behind the lines from `first` on that are indented deeper than `indent`, blank lines after them left out."""
    end = index = first
    while index < len(within):
        if within[index].blank:
            index = within[index].following
        elif within[index].indent > indent:
            end = index = index + 1
        else:
            break
    return end
