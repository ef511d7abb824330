"""What is drawn around text and has to fit it: the line under a title, the blanks that fill a table's cell."""

from msglint.formats.paragraphs import Line, lines
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role
from msglint.model.judgement import Edit
from msglint.splicing.plan import RefusedError, Splice

_RULE = lazy_pattern(r"[ \t]*(([!-/:-@\[-`{-~])\2+)[ \t]*")
_FILLING = lazy_pattern(r"[^|\r\n]*?(?P<blanks>[ \t]*)(?P<stop>\||[ \t]{2}(?=\S))")
_BAR = lazy_pattern(r"[ \t]*\|[^\r\n]*\|[ \t]*")


def fitted(source: str, edit: Edit, splice: Splice, *, shrinks: bool = False) -> list[Splice]:
    """A splice, and what keeps the drawing around it whole. Raises RefusedError where a cell has no room.

    shrinks  whether the line under a title may not be longer than the title either
    """
    growth = len(splice.text) - (splice.end - splice.start)
    if not growth:
        return [splice]
    if edit.segment.role is Role.TITLE and (growth > 0 or shrinks):
        return [splice, *_rules(source, splice.start, growth)]
    if edit.segment.role is Role.CELL:
        return [splice, *_filled(source, splice, growth)]
    return [splice]


def _line_at(source: str, at: int) -> Line:
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    return next(lines(source, start), Line(start, start, start))


def _rules(source: str, at: int, growth: int) -> list[Splice]:
    """The rules above and below the title at `at`, changed right there: all their characters are alike."""
    here = _line_at(source, at)
    beside = [_line_at(source, here.stop)] if here.stop < len(source) else []
    if here.start:
        beside.append(_line_at(source, here.start - (2 if source[: here.start].endswith("\r\n") else 1)))
    found = []
    for line in beside:
        if match := _RULE.fullmatch(source, line.start, line.end):
            place = min(match.start(1) + at - here.start, match.end(1) - max(-growth, 0))
            found.append(Splice(place, place + max(-growth, 0), match[2] * growth))
    return found


def _filled(source: str, splice: Splice, growth: int) -> list[Splice]:
    """More or fewer blanks behind the text of a drawn cell, so that what follows keeps its column."""
    line = _line_at(source, splice.start)
    grid = _BAR.fullmatch(source, line.start, line.end)
    rest = _FILLING.match(source, splice.end, line.end)
    if rest is None or not grid and rest["stop"] == "|":
        return []
    at = rest.start("blanks")
    room = rest.end("blanks") - at
    if growth < 0:
        return [Splice(at, at, " " * -growth)]
    if growth > room - (1 if grid else 0):
        raise RefusedError("the cell of the drawn table has no room for it: widen its column first")
    return [Splice(at, at + growth, "")]
