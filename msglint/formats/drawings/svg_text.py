"""SVG -> segments: its text elements, titles and descriptions. Pieces count code points of the decoded text."""

from collections.abc import Callable, Mapping
from html import unescape

from msglint.formats import placeholders
from msglint.formats.packages.part_text import stand_whole
from msglint.formats.packages.xml_events import Handler
from msglint.formats.pieces import SegmentWriter, overwritten
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment

NAMESPACES: Mapping[str, str] = {"http://www.w3.org/1999/xhtml": "html"}

_TEXTS = ("text", "flowPara", "flowRoot", "title", "desc", "foreignObject")
_BLOCKS = (
    "html:p",
    "html:div",
    "html:li",
    "html:br",
    "html:td",
    "html:h1",
    "html:h2",
    "html:h3",
    "flowPara",
    "flowLine",
)
_SKIPPED = ("style", "script", "metadata", "html:style", "html:script")
_STRUCK = lazy_pattern(r"text-decoration(?:-line)?\s*:[^;]*line-through")
_ALT = lazy_pattern(r"""\s(?:aria-label|alt)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = lazy_pattern(r"&#?\w+;|\s+")


class SvgText(Handler):
    """Handles a whole file of `source` text; `points` turns bytes of its UTF-8 into code points."""

    def __init__(self, source: str, points: Callable[[int], int]) -> None:
        self._source, self._points = source, points
        self._open: list[tuple[str, SegmentWriter]] = []
        self._found: list[Segment | None] = []
        self._line = ""  # the y that the last line stands at
        self._skipping = 0
        self._struck: list[bool] = []
        self.root = ""

    def segments(self) -> list[Segment]:
        return [segment for segment in self._found if segment]

    def start(self, name: str, attributes: dict[str, str], start: int, end: int) -> None:
        self.root = self.root or name
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        self._struck.append(
            "line-through" in attributes.get("text-decoration", "") or bool(_STRUCK.search(attributes.get("style", "")))
        )
        if "aria-label" in attributes or "alt" in attributes:
            self._alt(self._points(start), self._points(end))
        if name in _TEXTS and not (self._open and name.startswith("flow")):
            self._open.append((name, SegmentWriter()))
            self._line = attributes.get("y", "")
        elif self._open and (name in _BLOCKS or (name == "tspan" and self._breaks(attributes))):
            self._open[-1][1].glue("\n")

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        self._struck.pop()
        if self._open and self._open[-1][0] == name:
            role = Role.ALT if name in ("title", "desc") else Role.BODY
            segment = self._open.pop()[1].finish(role)
            self._found.append(segment and overwritten(segment, placeholders.spans(segment.text)))

    def text(self, text: str, start: int, end: int) -> None:
        if self._skipping or not self._open:
            return
        writer, first, last = self._open[-1][1], self._points(start), self._points(end)
        if any(self._struck):
            writer.stand_in(MASK, first, last)
        elif text.isspace():
            writer.stand_in(" ", first, last)
        elif self._source[first:last] == text:
            writer.verbatim(text, first)
        else:
            stand_whole(writer, text, first, last)

    def _breaks(self, attributes: dict[str, str]) -> bool:
        """Whether a tspan begins a line: at another height. Lists of positions only move letters."""
        if "y" in attributes:
            before, self._line = self._line, attributes["y"]
            return self._line != before
        moved = attributes.get("dy", "0").strip()
        return "x" in attributes and " " not in attributes["x"] and moved.rstrip("empxt%").strip("0.") != ""

    def _alt(self, start: int, end: int) -> None:
        for match in _ALT.finditer(self._source, start, end):
            writer, position = SegmentWriter(), match.start(match.lastindex or 1)
            stop = match.end(match.lastindex or 1)
            for found in _REFERENCE.finditer(self._source, position, stop):
                writer.verbatim(self._source[position : found.start()], position)
                stand_whole(writer, " " if found[0].isspace() else unescape(found[0]), *found.span())
                position = found.end()
            writer.verbatim(self._source[position:stop], position)
            segment = writer.finish(Role.ALT)
            self._found.append(segment and overwritten(segment, placeholders.spans(segment.text)))
