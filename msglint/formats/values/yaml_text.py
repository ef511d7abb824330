"""A YAML value -> segments, each line mapped to where it is written: quotes, indentation and escapes left out."""

from collections.abc import Iterator
import re

from msglint.formats import paragraphs
from msglint.formats.paragraphs import Line
from msglint.formats.pieces import SegmentWriter
from msglint.formats.values.yaml_scalars import Scalar
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment

_INDENT = lazy_pattern(r"[ \t]*")
# An escape of a double-quoted value, or a line break and the indentation behind it.
ESCAPE = lazy_pattern(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|[\r\n])[ \t]*|(.))|(?:\r\n|[\r\n])[ \t]*",
)
_NAMED = {"n": "\n", "t": "\t", "r": "\n", "_": "\xa0", "N": "\x85", "L": "\u2028", "P": "\u2029", "0": "", "e": ""}


def segments(masked: str, scalar: Scalar, role: Role = Role.BODY, base: int = 0) -> Iterator[Segment]:
    """The paragraphs of a value. `masked` is the file with placeholders overwritten, `base` where the YAML starts."""
    start, end = inside(masked, scalar, base)
    if scalar.style in ("'", '"') and ("\\" if scalar.style == '"' else "''") in masked[start:end]:
        segment = _escaped(masked, start, end, scalar.style).finish(role)
        if segment:
            yield segment
        return
    if scalar.style in ("|", ">"):
        within = _block_lines(masked, start, end)
    else:
        within = [_unindented(masked, line) for line in paragraphs.lines(masked, start, end)]
    if len(within) > 1:
        yield from paragraphs.segments(masked, within, role)
    elif within:
        writer = SegmentWriter()
        writer.add(masked, within[0].start, within[0].end)
        if segment := writer.finish(role):
            yield segment


def inside(masked: str, scalar: Scalar, base: int = 0) -> tuple[int, int]:
    """Where a value's text stands in the file: without its quotes, below its header ("|-", "> # comment")."""
    start, end = scalar.start + base, scalar.end + base
    if scalar.style in ("'", '"'):
        return start + 1, end - 1
    if scalar.style in ("|", ">"):
        header = next(paragraphs.lines(masked, start, end), None)
        return header.stop if header else end, end
    return start, end


def _unindented(masked: str, line: Line) -> Line:
    indent = _INDENT.match(masked, line.start, line.end)
    return Line(indent.end() if indent else line.start, line.end, line.stop)


def _block_lines(masked: str, start: int, end: int) -> list[Line]:
    """The lines, less the indentation they all share."""
    within = list(paragraphs.lines(masked, start, end))
    indents = [_unindented(masked, line).start - line.start for line in within if masked[line.start : line.end].strip()]
    common = min(indents, default=0)
    return [Line(min(line.start + common, line.end), line.end, line.stop) for line in within]


def _escaped(masked: str, start: int, end: int, style: str) -> SegmentWriter:
    writer = SegmentWriter()
    pattern = ESCAPE if style == '"' else re.compile(r"''|(?:\r\n|[\r\n])[ \t]*")
    position = start
    for match in pattern.finditer(masked, start, end):
        writer.add(masked, position, match.start())
        position = match.end()
        writer.stand_in(meaning(match) if style == '"' else match[0][0].replace("\r", "\n"), match.start(), position)
    writer.add(masked, position, end)
    return writer


def meaning(match: "re.Match[str]") -> str:
    """What a match of ESCAPE, in a double-quoted value, stands for."""
    if match[0][0] != "\\":
        return "\n"
    if match[4]:  # an escaped line break: nothing
        return ""
    if digits := match[1] or match[2] or match[3]:
        code = int(digits, 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    return _NAMED.get(match[5], match[5])
