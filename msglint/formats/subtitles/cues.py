"""Timed text (SubRip, WebVTT) -> cues, with the exact place of each line.

https://www.w3.org/TR/webvtt1/ ; SubRip has no standard: what players accept is accepted.
"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, field

from msglint.formats.paragraphs import Line, lines
from msglint.lazy_pattern import lazy_pattern

_CLOCK = r"(?:(\d{1,4}):)?([0-5]?\d):([0-5]?\d)(?:[.,]\d{1,6})?"
_TIMING = lazy_pattern(rf"[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}(?!\d)[^\r\n]*")
_BESIDES = lazy_pattern(r"(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP-MAP=[^\r\n]*)(?:[ \t][^\r\n]*)?")


class Cue(Struct):
    """What is shown from `start` to `end` (whole seconds). `lines` are not blank."""

    start: int
    end: int
    lines: list[Line] = field(default_factory=list)

    @property
    def place(self) -> str:
        """The time code: "00:01:05"."""
        return f"{self.start // 3600:02}:{self.start // 60 % 60:02}:{self.start % 60:02}"


def cues(source: str) -> list[Cue]:
    """All cues with text, in the order they are written; comments, styles and names of cues are not among them."""
    found: list[Cue] = []
    for block in _blocks(source):
        timings = [index for index, line in enumerate(block) if _TIMING.fullmatch(source, line.start, line.end)]
        if not timings and found and not _is_besides(source, block):
            found[-1].lines += _without_number(source, block)  # a blank line inside a cue, as transcribers leave them
        for at, below in pairwise([*timings, len(block)]):
            inside = block[at + 1 : below]
            found.append(_cue(source, block[at], _without_number(source, inside) if below < len(block) else inside))
    return [cue for cue in found if cue.lines]


def _blocks(source: str) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines(source):
        if source[line.start : line.end].strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_besides(source: str, block: list[Line]) -> bool:
    return _BESIDES.fullmatch(source, block[0].start, block[0].end) is not None


def _without_number(source: str, block: list[Line]) -> list[Line]:
    """The lines, less the number of the next cue that stands last."""
    return block[:-1] if block and source[block[-1].start : block[-1].end].strip().isdigit() else block


def _cue(source: str, timing: Line, inside: list[Line]) -> Cue:
    match = _TIMING.fullmatch(source, timing.start, timing.end)
    numbers = [int(number or 0) for number in match.groups()] if match else [0] * 6
    start, end = (hours * 3600 + minutes * 60 + seconds for hours, minutes, seconds in (numbers[:3], numbers[3:]))
    return Cue(start, end, inside)
