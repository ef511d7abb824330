"""MDX: JavaScript in a Markdown file is overwritten at equal length, so that Markdown's parser reads the rest."""

import re

from msglint.formats.html import attributes
from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Segment

# Expressions: {props.name}, {/* comment */}, style={…}. Braces around braces keep the outer pair, which does no harm.
_COMMENT = lazy_pattern(r"\{/\*(?:(?!\{/\*).)*?\*/\}", re.DOTALL)
_EXPRESSION = lazy_pattern(r"\{[^{}\r\n]{0,400}\}")
# Whole lines of component tags (<Tabs>, </Tab>, <Note title="…">): blanked, since Markdown goes on between them.
_TAG_LINE = lazy_pattern(
    r"^[ \t]*(?:</?[A-Z][\w.]*(?:[^<>\"'\r\n]|\"[^\"\r\n]*\"|'[^'\r\n]*')*>[ \t]*)+$", re.MULTILINE
)
_TAG = lazy_pattern(r"<[A-Z][\w.]*(?:[^<>\"'\r\n]|\"[^\"\r\n]*\"|'[^'\r\n]*')*>")
_MODULE = lazy_pattern(
    r"^(?:import\s(?:[^;\r\n]*\sfrom\s)?\s*[\"'][^\r\n]*"
    r"|export\s+(?:default|const|let|var|function|class|async|\{|\*)[^\r\n]*"
    r"(?:(?:\r\n|[\r\n])(?![ \t]*[\r\n])[^\r\n]*)*)",
    re.MULTILINE,
)
_FENCE = lazy_pattern(r"^[ \t]*(`{3,}|~{3,})[^\r\n]*", re.MULTILINE)


def prepared(masked: str, start: int) -> tuple[str, list[Segment]]:
    """The text from `start` on for a Markdown parser, and the texts in the component tags taken out of it."""
    found: list[Segment] = []
    parts, position = [masked[:start]], start
    for fence_start, fence_end in _fences(masked, start):
        parts += [_without(masked, position, fence_start, found), masked[fence_start:fence_end]]
        position = fence_end
    parts.append(_without(masked, position, len(masked), found))
    return "".join(parts), found


def _fences(text: str, start: int) -> list[tuple[int, int]]:
    """Fenced code blocks, fences included."""
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for match in _FENCE.finditer(text, start):
        if opened is None:
            opened = match
        elif match[1].startswith(opened[1]) and match[0].strip() == match[1]:
            found.append((opened.start(), match.end()))
            opened = None
    return [*found, (opened.start(), len(text))] if opened else found


def _without(masked: str, start: int, end: int, found: list[Segment]) -> str:
    text = masked[start:end]
    text = _COMMENT.sub(_filled, text)
    text = _EXPRESSION.sub(_filled, text)
    text = _MODULE.sub(lambda match: re.sub(r"[^\r\n]", " ", match[0]), text)
    for line in _TAG_LINE.finditer(text):
        for tag in _TAG.finditer(text, line.start(), line.end()):
            found += attributes.segments(masked, start + tag.start(), start + tag.end())
    return _TAG_LINE.sub(lambda match: " " * len(match[0]), text)


def _filled(match: "re.Match[str]") -> str:
    return FILLER * len(match[0])
