"""Markdown -> segments. Positions are pyromark's byte ranges; raw HTML goes to the HTML adapter at its offset."""

from collections.abc import Callable
import re
from typing import Any

from msglint.formats.byte_offsets import code_points
from msglint.formats.html import attributes
from msglint.formats.html.inline_tags import InlineTags
from msglint.formats.markdown import dialect
from msglint.formats.markdown import extras as markdown_extras
from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Role, Segment

_COMMENTS = lazy_pattern(r"\s*(?:<!--(?!\s*\[if)(?:(?!-->).)*-->\s*)+", re.DOTALL)
_AUTOLINKS = frozenset(("Autolink", "Email"))
# Lines without a blank one between them.
_BLOCK = lazy_pattern(r"\S[^\r\n]*(?:(?:\r\n|[\r\n])[ \t]*\S[^\r\n]*)*")


def segments(masked: str, base: int = 0, indented_code: bool = True) -> list[Segment]:
    """All segments, in reading order.

    masked         the source with its placeholders overwritten; it stands at `base` in its file
    indented_code  whether a block indented by four blanks is code, as in CommonMark; MDX has no such thing
    """
    import pyromark

    options = dialect.options()
    masked = markdown_extras.overwritten(masked)
    convert = code_points(masked)
    walk = _Walk(masked, base, indented_code)
    kind: str
    value: Any
    for event, span in pyromark.events_with_range(masked, options=options):
        kind, value = (event, None) if isinstance(event, str) else next(iter(event.items()))
        acts = _ELEMENTS.get(kind)
        if acts is not None:  # the start or the end of an element
            kind, value = (value, None) if isinstance(value, str) else next(iter(value.items()))
            if kind in _BLOCKS:
                walk.flush()
        if act := (_INLINE if acts is None else acts).get(kind):
            act(walk, value, convert(span["start"]), convert(span["end"]))
    walk.flush()
    if "]:" in masked:
        for definition in pyromark.reference_definitions(masked, options=options).values():
            span = definition["span"]
            walk.title(definition["title"], convert(span["start"]), convert(span["end"]))
    return walk.found


class _Walk:
    """What is open while the events go by; `found` is what was read."""

    def __init__(self, source: str, base: int, indented_code: bool) -> None:
        self.found: list[Segment] = []
        self._source = source
        self._base = base  # where it stands in its file
        self._indented_code = indented_code
        self._writer = SegmentWriter(self._base)
        self._inline = InlineTags()
        self._outer: list[tuple[SegmentWriter, InlineTags]] = []  # around the alt text of an image
        self._roles = [Role.BODY]
        self._level = 0  # of the open heading; 0: none is open
        self._table = self._row = self._cells = 0
        self._in_cell = False
        self._muted = False  # inside a code block, or an address that stands for itself
        self._html: list[tuple[int, int]] = []  # lines of the open HTML block

    def flush(self) -> None:
        """A block begins or ends: keep what was collected."""
        if not self._writer.length:
            return
        self._inline.end(self._writer)
        if self._level:
            segment = self._writer.finish(Role.TITLE, level=self._level)
        elif self._in_cell:
            group = f"table {self._table}, row {self._row}"
            segment = self._writer.finish(Role.CELL, group=group, column=self._cells - 1)
        else:
            segment = self._writer.finish(self._roles[-1])
        if segment:
            self.found.append(segment)
        self._writer = SegmentWriter(self._base)

    def title(self, text: str, start: int, end: int) -> None:
        """The title of a link or image, which stands last in its range and has no range of its own."""
        if not text:
            return
        writer = SegmentWriter(self._base)
        at = self._source.rfind(text, start, end)
        if at < 0:  # written with escapes or entities: the range as a whole
            writer.stand_in(text, start, end)
        else:
            writer.add(self._source, at, at + len(text))
        if segment := writer.finish(Role.ALT):
            self.found.append(segment)

    def _text(self, value: str, start: int, end: int) -> None:
        if self._muted:
            return
        if end - start == len(value):
            self._writer.add(self._source, start, end)
        else:  # an entity, or a tab that became blanks
            self._writer.stand_in(value, start, end)

    def _break(self, value: None, start: int, end: int) -> None:
        if end - start == 1:
            self._writer.add(self._source, start, end)
        else:
            self._writer.stand_in("\n", start, end)

    def _mask(self, value: object, start: int, end: int) -> None:
        self._writer.stand_in(MASK, start, end)

    def _heading(self, value: dict[str, Any], start: int, end: int) -> None:
        self._level = int(value["level"][1:])

    def _heading_end(self, value: object, start: int, end: int) -> None:
        self._level = 0

    def _quote(self, alert: str | None, start: int, end: int) -> None:
        self._roles.append(Role.BODY if alert else Role.QUOTE)  # "> [!NOTE]" quotes nobody

    def _item(self, value: object, start: int, end: int) -> None:
        self._roles.append(Role.ITEM)

    def _footnote(self, value: object, start: int, end: int) -> None:
        self._roles.append(Role.NOTE)

    def _close(self, value: object, start: int, end: int) -> None:
        self._roles.pop()

    def _code(self, value: object, start: int, end: int) -> None:
        self._muted = True
        if value == "Indented" and not self._indented_code:
            for block in _BLOCK.finditer(self._source, start, end):
                self.found += segments(block[0], self._base + block.start())

    def _unmute(self, value: object, start: int, end: int) -> None:
        self._muted = False

    def _table_start(self, value: object, start: int, end: int) -> None:
        self._table, self._row = self._table + 1, 0

    def _row_start(self, value: object, start: int, end: int) -> None:
        self._row, self._cells = self._row + 1, 0

    def _cell(self, value: object, start: int, end: int) -> None:
        self._cells, self._in_cell = self._cells + 1, True

    def _cell_end(self, value: object, start: int, end: int) -> None:
        self._in_cell = False

    def _link(self, value: dict[str, Any], start: int, end: int) -> None:
        if value["link_type"] in _AUTOLINKS:
            self._muted = True
            self._mask(None, start, end)
        elif value["link_type"] == "Inline":
            self.title(value["title"], start, end)

    def _image(self, value: dict[str, Any], start: int, end: int) -> None:
        self._outer.append((self._writer, self._inline))
        self._writer, self._inline = SegmentWriter(self._base), InlineTags()
        if value["link_type"] == "Inline":
            self.title(value["title"], start, end)

    def _image_end(self, value: object, start: int, end: int) -> None:
        if segment := self._writer.finish(Role.ALT):
            self.found.append(segment)
        self._writer, self._inline = self._outer.pop()
        self._mask(None, start, end)

    def _strike(self, value: object, start: int, end: int) -> None:
        self._inline.hide("~~", self._writer)

    def _strike_end(self, value: object, start: int, end: int) -> None:
        self._inline.show("~~", self._writer)

    def _inline_html(self, value: str, start: int, end: int) -> None:
        self.found += attributes.segments(self._source, start, end, self._base)
        self._inline.tag(self._writer, self._source, start, end)

    def _html_line(self, value: str, start: int, end: int) -> None:
        self._html.append((start, end))

    def _html_end(self, value: object, start: int, end: int) -> None:
        if not self._html:
            return
        parts, position = [], self._html[0][0]
        for line_start, line_end in self._html:  # between them stand the marks of an outer quote or item
            parts += [" " * (line_start - position), self._source[line_start:line_end]]
            position = line_end
        chunk, first = markdown_extras.without_targets("".join(parts)), self._html[0][0]
        self._html = []
        if not _COMMENTS.fullmatch(chunk):
            from msglint.formats.html import markup

            self.found += markup.read(chunk, first + self._base, self._roles[-1]).segments


_BLOCKS = frozenset(
    ("Paragraph", "Heading", "BlockQuote", "CodeBlock", "HtmlBlock", "List", "Item", "FootnoteDefinition")
    + ("Table", "TableHead", "TableRow", "TableCell")
)
_Act = Callable[[_Walk, Any, int, int], None]
_INLINE: dict[str, _Act] = {
    "Text": _Walk._text,
    "SoftBreak": _Walk._break,
    "HardBreak": _Walk._break,
    "Code": _Walk._mask,
    "FootnoteReference": _Walk._mask,
    "InlineHtml": _Walk._inline_html,
    "Html": _Walk._html_line,
}
_STARTS: dict[str, _Act] = {
    "Heading": _Walk._heading,
    "BlockQuote": _Walk._quote,
    "Item": _Walk._item,
    "FootnoteDefinition": _Walk._footnote,
    "CodeBlock": _Walk._code,
    "Table": _Walk._table_start,
    "TableHead": _Walk._row_start,
    "TableRow": _Walk._row_start,
    "TableCell": _Walk._cell,
    "Link": _Walk._link,
    "Image": _Walk._image,
    "Strikethrough": _Walk._strike,
}
_ENDS: dict[str, _Act] = {
    "HtmlBlock": _Walk._html_end,
    "Heading": _Walk._heading_end,
    "BlockQuote": _Walk._close,
    "Item": _Walk._close,
    "FootnoteDefinition": _Walk._close,
    "CodeBlock": _Walk._unmute,
    "TableCell": _Walk._cell_end,
    "Link": _Walk._unmute,
    "Image": _Walk._image_end,
    "Strikethrough": _Walk._strike_end,
}
_ELEMENTS = {"Start": _STARTS, "End": _ENDS}
