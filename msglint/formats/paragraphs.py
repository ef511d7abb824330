"""Plain text -> segments: paragraphs at blank lines, and within them list items and the lines of a call script."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_LINE = lazy_pattern(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_BULLET = lazy_pattern(r"[ \t]*(?:[-*+•‣◦▪▫●○■□–—·]|\(?(?:\d{1,3}|[A-Za-z])[.)]|\[[ xX]?\])[ \t]+(?=\S)")
# "Rep:", "Caller 2:", "Customer (angry):": one to three words and a colon.
_SPEAKER = lazy_pattern(r"[ \t]*([A-Z][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,2})(?: ?\([^()\r\n]{0,40}\))?:(?=\s|$)")
_UNDERLINE = lazy_pattern(r"[ \t]*(?:(={3,})|-{3,}|~{3,}|\*{3,}|_{3,}|#{3,})[ \t]*")
_QUOTED = lazy_pattern(r"[ \t]*>[ \t>]*")

# A line of capitals longer than this (in characters) is shouting, not a heading.
_LONGEST_TITLE = 80


class Line(Struct, frozen=True):
    """A line's text is source[start:end]; `stop` is behind its line break."""

    start: int
    end: int
    stop: int


class _Block(Struct, frozen=True):
    """Lines that make one segment."""

    lines: list[Line]
    role: Role
    level: int = 0


def lines(source: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of source[start:end]; breaks are \\r\\n, \\n and \\r."""
    stop = len(source) if end is None else end
    while start < stop and (match := _LINE.match(source, start, stop)):
        yield Line(start, match.end(1), match.end())
        start = match.end()


def segments(source: str, within: Iterable[Line], plain: Role = Role.BODY) -> Iterator[Segment]:
    """Segments of those lines. `source` has its placeholders overwritten; `plain` is the role of paragraphs."""
    within = list(within)
    for block in _blocks(source, within, plain, _speakers(source, within)):
        writer = SegmentWriter()
        for line in block.lines:
            writer.add(source, line.start, line.stop)
        if segment := writer.finish(block.role, level=block.level):
            yield segment


def _speakers(source: str, within: list[Line]) -> set[str]:
    """What stands before a colon at the begin of two lines or more is somebody who speaks."""
    heads = (_SPEAKER.match(source, line.start, line.end) for line in within)
    return {name for name, count in Counter(head[1] for head in heads if head).items() if count > 1}


def _blocks(source: str, within: list[Line], plain: Role, speakers: set[str]) -> Iterator[_Block]:
    block = _Block([], plain)
    for line in within:
        text = source[line.start : line.end]
        if not text.strip() or _UNDERLINE.fullmatch(text):
            yield _closed(source, block, text)
            block = _Block([], plain)
        elif match := _BULLET.match(text) or _QUOTED.match(text):
            role = Role.QUOTE if ">" in match[0] else Role.ITEM
            rest = Line(line.start + match.end(), line.end, line.stop)
            if role is Role.QUOTE and block.role is Role.QUOTE:
                block.lines.append(rest)
            else:
                yield _closed(source, block)
                block = _Block([rest], role)
        elif block.role is Role.QUOTE or _speaks(source, block, text, speakers):
            yield _closed(source, block)
            block = _Block([line], plain)
        else:
            block.lines.append(line)
    yield _closed(source, block, "")


def _speaks(source: str, block: _Block, text: str, speakers: set[str]) -> bool:
    """Whether the line is the next one's turn, rather than a wrapped line that happens to hold a colon."""
    match = _SPEAKER.match(text)
    if not match or not block.lines:
        return False
    before = source[block.lines[-1].start : block.lines[-1].end].rstrip()
    return match[1] in speakers or not (before[-1:].isalnum() or before[-1:] == ",")


def _closed(source: str, block: _Block, below: str | None = None) -> _Block:
    """The block, a heading where it looks like one; `below` is the blank line or rule that ends it, if one does."""
    if len(block.lines) != 1 or block.role is not Role.BODY or below is None:
        return block
    text = source[block.lines[0].start : block.lines[0].end].strip()
    if below.strip():
        return _Block(block.lines, Role.TITLE, 1 if "=" in below else 2)
    title = text.isupper() and len(text) <= _LONGEST_TITLE and text[-1] not in ".!?:;,"
    return _Block(block.lines, Role.TITLE) if title else block
