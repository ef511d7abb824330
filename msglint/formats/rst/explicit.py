"""Explicit markup of reStructuredText (".. something"): what of it is said to people, and where it ends."""

from collections.abc import Sequence
import re

from msgspec import Struct, field

from msglint.formats.indented import IndentedLine, block_end
from msglint.formats.paragraphs import Line
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role
from msglint.text.word_sets import word_sets

_NAMES = word_sets("rst-names")
_NOTE = lazy_pattern(r"\[[^\]\r\n]{1,80}\](?:[ \t]+|$)")
_DIRECTIVE = lazy_pattern(
    r"(?:\|[^|\r\n]{1,120}\|[ \t]+)?(?P<name>[A-Za-z][\w.+-]*(?::[\w.+-]+)?)[ \t]?::(?:[ \t]+(?P<argument>.*))?",
    re.DOTALL,
)
_START = lazy_pattern(r"\.\.[ \t]*")
_OPTION = lazy_pattern(r":(?P<name>[\w.:-]{1,60}):(?:[ \t]+(?P<value>.*))?", re.DOTALL)
_VERSION = lazy_pattern(r"(?:v?\d[\w.]*|next)(?:[ \t]+|$)")
_OPTION_ROLES = {"alt": Role.ALT, "caption": Role.CAPTION, "title": Role.CAPTION}


class Explicit(Struct):
    """What one piece of explicit markup comes to.

    kind    "text": its body is text like any other; "literal": nothing more in it is said; "html", "rows" (list-table),
            "delimited" (csv-table)
    body    the line its body begins at;  end  the line behind it
    flows   where in the source its text begins, on the markup's own line; 0: only in the body
    spoken  its argument and options, as far as they are said
    header  the first row of a csv-table, where an option gives it
    """

    kind: str
    body: int
    end: int
    role: Role = Role.BODY
    flows: int = 0
    spoken: list[tuple[Line, Role]] = field(default_factory=list)
    header: Line | None = None


def parsed(source: str, within: Sequence[IndentedLine], index: int) -> Explicit:
    """The explicit markup that begins at line `index`."""
    line = within[index]
    end = block_end(within, index + 1, line.indent)
    start = _START.match(source, line.text.start, line.end)
    position = start.end() if start else line.end
    if note := _NOTE.match(source, position, line.end):
        return Explicit("text", index + 1, end, Role.NOTE, note.end() if note.end() < line.end else 0)
    directive = _DIRECTIVE.fullmatch(source, position, line.end)
    if directive is None:  # a comment or a target
        return Explicit("literal", index + 1, end)
    return _directive(source, within, directive, _options(source, within, directive, index + 1, end))


def _options(source: str, within: Sequence[IndentedLine], directive: "re.Match[str]", index: int, end: int) -> Explicit:
    """The directive's options: lines of fields right below it."""
    result = Explicit("text", index, end)
    is_meta = directive["name"] == "meta"
    while result.body < end and not within[result.body].blank:
        line = within[result.body]
        option = _OPTION.fullmatch(source, line.text.start, line.end)
        if option is None:
            break
        role = Role.ALT if is_meta else _OPTION_ROLES.get(option["name"].lower())
        if role and option["value"] and option["name"] != "http-equiv":
            result.spoken.append((Line(option.start("value"), line.end, line.stop), role))
        elif option["name"] == "header" and option["value"] and directive["name"] == "csv-table":
            result.header = Line(option.start("value"), line.end, line.stop)
        result.body += 1
    return result


def _directive(source: str, within: Sequence[IndentedLine], directive: "re.Match[str]", result: Explicit) -> Explicit:
    name = directive["name"].lower()
    line = Line(directive.start("argument"), directive.end(), directive.end()) if directive["argument"] else None
    if name in _NAMES["silent-directives"]:
        result.kind = "html" if name == "raw" and line and "html" in directive["argument"] else "literal"
    elif name in _NAMES["pictures"]:
        result.role = Role.CAPTION
    elif name in _NAMES["titled-directives"]:
        if line:
            result.spoken.insert(0, (line, Role.TITLE if name == "rubric" else Role.CAPTION))
        result.kind = {"list-table": "rows", "csv-table": "delimited"}.get(name, "text")
    elif name in _NAMES["flowing-directives"] and line:
        version = _VERSION.match(source, line.start, line.end) if name.startswith(("version", "deprec")) else None
        result.flows = version.end() if version else line.start
        if result.flows >= line.end:
            result.flows = 0
    if result.kind == "literal":
        result.kind, result.body = ("text", result.end) if result.spoken else ("literal", result.end)
    return result
