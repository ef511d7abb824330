"""Directives to msglint (`msglint: verb[CODES] …`) in the comments of text formats."""

from collections.abc import Iterator
import re

from msgspec import Struct

from msglint.formats.values import front_matter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import MASK, Document, Piece, Role, Segment
from msglint.text.spans import Spans

_DIRECTIVE = lazy_pattern(r"msglint:[ \t]*(ignore|off|on)\b(?:[ \t]*\[([^\]\n]*)\])?")
_CODE = lazy_pattern(r"[^\s,]+")
_SOMETHING = lazy_pattern(r"\S")
_CLOSERS = {"<!--": "-->", "{#": "#}", "{/*": "*/}", "/*": "*/", "[//]: # (": ")"}  # "{/*" before "/*", its own end
_LINE_COMMENT = lazy_pattern(r"(?:^|\s)(?:#|//|%|\.\.)\s*$")
_BLOCKS_ONLY = ("md", "html")
"""Formats in which "#" and its like start no comment, but for the front matter above."""
_NONE = ("csv", "eml", "json", "mbox", "msg", "srt", "tsv")
"""Formats with lines and without comments."""
_NOTE = lazy_pattern(r"(?:\A|(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n))(NOTE)[ \t]*(?:[\r\n]+[ \t]*)?\Z")
"""Begins a comment of WebVTT, which a blank line ends: https://www.w3.org/TR/webvtt1/#webvtt-comment-block"""
_BLANK_LINE = lazy_pattern(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)|\s*\Z")
_CUE = lazy_pattern(r"\s*(?:[^\r\n]*(?:\r\n|\r|\n))?[^\r\n]*-->[^\r\n]*(?:\r\n|\r|\n)")
"""What stands above the text of the next cue: its name and its time."""
_LONGEST = 10_000
"""Characters of a comment; a limit keeps unclosed ones from costing the square of a file's length."""
_SHOWN = lazy_pattern(r"(`+) ?(?:<!--|\{/\*)[^`\n]*\1")
"""A comment that is a code span of Markdown; where it is all there is in a table's cell, no segment tells."""
_FENCE = lazy_pattern(r"^[ \t>]*(`{3,}|~{3,})([^\n]*)", re.MULTILINE)


class Directive(Struct, frozen=True):
    """One code of a directive, as written: ("ignore", "NAM101"), at text[start:end] of a part; "" is every code.

    line     where the directive stands
    meant    the lines it speaks of, first and last: its own, or the next with text where the comment stands alone
             (in a transcript, those of the next cue)
    comment  where the comment begins, the same for all of its codes
    reason   whether words stand behind the codes
    """

    verb: str
    code: str
    part: str
    start: int
    end: int
    line: int
    meant: tuple[int, int]
    comment: int
    reason: bool


def directives(document: Document) -> Iterator[Directive]:
    """All directives in comments, in the order of each part's text."""
    for part, text in document.texts.items():
        if "msglint:" not in text:  # nearly every document
            continue
        code = Spans((start, end - 1) for start, end in _code(document, part) if start < end)
        for match in _DIRECTIVE.finditer(text):
            extent = _comment_around(document, text, match)
            if extent is None or code.meet(match.start(), match.start()):
                continue
            line, _ = document.line_and_column(part, match.start())
            first, last = (document.line_and_column(part, at)[0] for at in _meant(document, text, *extent))
            reason = any(map(str.isalnum, text[match.end() : extent[1]]))
            for silenced, start, end in _codes(match):
                yield Directive(match[1], silenced, part, start, end, line, (first, last), extent[0], reason)


def takes_comments(format: str) -> bool:
    """Whether texts of that format can hold comments, where they have lines."""
    return format not in _NONE


def _codes(match: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    if match[2] is None:
        yield "", match.start(), match.end()
    else:
        for code in _CODE.finditer(match.string, match.start(2), match.end(2)):
            yield code[0], code.start(), code.end()


def _comment_around(document: Document, text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The span of the comment whose first words are the directive; None where it stands in no comment."""
    before = text[max(0, match.start() - 200) : match.start()].rstrip()
    for opener, closer in _CLOSERS.items():
        if before.endswith(opener):
            start = text.rindex(opener, 0, match.start())
            found = text.find(closer, match.end(), match.end() + _LONGEST)
            return start, len(text) if found < 0 else found + len(closer)
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_start = max(line_start, match.start() - 200)
    opening = _LINE_COMMENT.search(text[line_start : match.start()])
    if document.format == "vtt":
        return _note_around(text, match)
    if opening is None or (document.format in _BLOCKS_ONLY and not _in_front_matter(document, text, match.start())):
        return None
    found = text.find("\n", match.end())
    return line_start + opening.start(), len(text) if found < 0 else found


def _note_around(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    before = max(0, match.start() - 200)
    opening = _NOTE.search(text[before : match.start()])
    end = _BLANK_LINE.search(text, match.end())
    return (before + opening.start(1), end.start() if end else len(text)) if opening else None


def _in_front_matter(document: Document, text: str, offset: int) -> bool:
    """Whether it is YAML or TOML above a text of Markdown."""
    return document.format == "md" and offset < front_matter.end_of(text)


def _meant(document: Document, text: str, start: int, end: int) -> tuple[int, int]:
    """The first and the last character that a comment at text[start:end] speaks of."""
    cue = _CUE.match(text, end) if document.format == "vtt" else None
    if cue is None:
        offset = _offset_meant(text, start, end)
        return offset, offset
    below = _BLANK_LINE.search(text, cue.end())
    return cue.end(), max(cue.end(), (below.start() if below else len(text)) - 1)


def _offset_meant(text: str, start: int, end: int) -> int:
    """Where the text is that a comment at text[start:end] speaks of."""
    line_end = text.find("\n", end)
    if _SOMETHING.search(text, text.rfind("\n", 0, start) + 1, start):
        return start
    if _SOMETHING.search(text, end, len(text) if line_end < 0 else line_end):
        return end
    following = _SOMETHING.search(text, end)
    return following.start() if following else max(len(text) - 1, 0)


def _code(document: Document, part: str) -> list[tuple[int, int]]:
    """What of a part's text is shown as code: a comment in there is about comments."""
    text = document.texts[part]
    shown: list[tuple[int, int]] = []
    if document.format == "md":
        shown = [*_fenced(text), *(match.span() for match in _SHOWN.finditer(text))]
    for segment in document.segments:
        if segment.part == part:
            shown += [
                (piece.source_start, piece.source_end)
                for piece in segment.pieces
                if segment.role is Role.CODE or (_is_mask(segment, piece) and text[piece.source_start] == "`")
            ]
    return shown


def _is_mask(segment: Segment, piece: Piece) -> bool:
    return segment.text[piece.start : piece.start + piece.length] == MASK


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Fenced code blocks of Markdown, which readers leave out without a trace."""
    fence, start = "", 0
    for match in _FENCE.finditer(text):
        mark, rest = match[1], match[2]
        if not fence:
            fence, start = mark, match.end()
        elif mark.startswith(fence) and not rest.strip():
            yield start, match.start()
            fence = ""
    if fence:
        yield start, len(text)
