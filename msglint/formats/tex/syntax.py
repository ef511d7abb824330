"""The syntax of TeX as patterns, and what commands and environments of LaTeX do to the groups behind them."""

from msglint.formats.ahead import Ahead
from msglint.formats.tex.symbols import ACCENT
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role
from msglint.text.word_sets import word_sets

NAMES = word_sets("tex-names")
_BREAK = r"(?:\r\n|\r|\n)"
TOKEN = lazy_pattern(
    rf"(?P<comment>%[^\r\n]*+(?:{_BREAK}[ \t]*+(?![\r\n]))?)"
    rf"|(?P<gap>{_BREAK}(?:[ \t]*+{_BREAK})++[ \t]*+)"
    r"|(?P<indent>(?<=[\r\n])[ \t]++)"
    r"|\\(?P<edge>begin|end)[ \t]*\{(?P<environment>[A-Za-z]{1,40}\*?)\}"
    r"|\\(?:verb|lstinline)\*?(?P<fence>[^\sA-Za-z*{\[])"
    rf"|(?P<accent>{ACCENT})"
    r"|\\(?P<name>[A-Za-z@]+)\*?"
    r"|(?P<math>\\[\[(]|\$\$?)"
    r"|(?P<row>\\\\\*?(?:[ \t]*\[[^\[\]\r\n]{0,40}\])?)"
    r"|(?P<sign>\\(?s:.))"
    r"|(?P<open>\{)|(?P<close>\})|(?P<tie>~)|(?P<cell>&)|(?P<parameter>\#\d)|(?P<dash>---?)|(?P<quote>``|'')"
)
BLANKS = lazy_pattern(rf"[ \t]*+(?:{_BREAK}[ \t]*+(?![\r\n]))?")
OPTION = lazy_pattern(r"[ \t]*(?:\[[^\[\]\r\n]{0,400}\]|<[\d,+|-]{1,20}>)")
OPEN = lazy_pattern(rf"[ \t]*+(?:{_BREAK}[ \t]*+)?\{{")
SIMPLE = lazy_pattern(rf"[ \t]*+(?:{_BREAK}[ \t]*+)?\{{[^{{}}\r\n]*+\}}")  # its inside may hold "%", as URLs do
DEFINED = lazy_pattern(
    r"[ \t]*(?:\{[ \t]*\\[A-Za-z@]+[ \t]*\}|\\[A-Za-z@]+)[ \t]*(?:\[[^\[\]\r\n]{0,40}\]){0,2}(?:\#\d){0,9}[ \t]*\{"
)
LABEL = lazy_pattern(r"[ \t]*(?:<[\d,+|-]{1,20}>)?[ \t]*(?:\[([^\[\]\r\n]{1,400})\])?[ \t]*")
_INLINE_MATH = lazy_pattern(rf"(?:[^$\\\r\n]|\\[^\r\n]|{_BREAK}(?![ \t]*[\r\n]))*+\$")
NUMBER = lazy_pattern(r"[\d.,]*\d")
COUNT = lazy_pattern(r"\{(\d{1,2})\}")
_MATH_ENDS = {"$$": "$$", r"\[": r"\]", r"\(": r"\)"}
SHOWN = {"--": "–", "---": "—", "``": "“", "''": "”"}

NEAR = 64
"""Environments to look through for the one that an \\end belongs to."""

OWN = {
    "title": (Role.TITLE, 1), "part": (Role.TITLE, 1), "chapter": (Role.TITLE, 1), "section": (Role.TITLE, 2),
    "subsection": (Role.TITLE, 3), "subsubsection": (Role.TITLE, 4), "paragraph": (Role.TITLE, 5),
    "subparagraph": (Role.TITLE, 6), "frametitle": (Role.TITLE, 2), "framesubtitle": (Role.TITLE, 3),
    "subtitle": (Role.TITLE, 2), "heading": (Role.TITLE, 3), "author": (Role.BODY, 0), "caption": (Role.CAPTION, 0),
    "subcaption": (Role.CAPTION, 0), "footnote": (Role.NOTE, 0), "footnotetext": (Role.NOTE, 0),
    "endnote": (Role.NOTE, 0), "marginpar": (Role.NOTE, 0), "note": (Role.NOTE, 0), "definition": (Role.BODY, 0),
}  # fmt: skip
"""Kinds of groups, mostly commands, whose inside is a text of its own: its role and level."""

GROUPS: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in OWN},
    **dict.fromkeys(NAMES["one-silent"] | NAMES["one-masked"], ("silent",)),
    **dict.fromkeys(NAMES["two-silent"], ("silent", "silent")),
    **dict.fromkeys(NAMES["first-silent"], ("silent", "text")),
    **dict.fromkeys(NAMES["first-two-silent"], ("silent", "silent", "text")),
}
"""Command -> the kinds of the groups behind it."""

BEFORE: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(NAMES["tables-one"] | NAMES["silent-one"], ("silent",)),
    **dict.fromkeys(NAMES["tables-two"] | NAMES["silent-two"], ("silent", "silent")),
    **dict.fromkeys(NAMES["titled"], ("heading",)),
}
"""Environment -> the kinds of the groups that stand before its text."""


def formula_end(source: str, ahead: Ahead, opening: str, inside: int) -> tuple[int, int]:
    """Where the inside of a formula ends, and where the formula does; negative where nothing closes it."""
    if opening == "$":
        inline = _INLINE_MATH.match(source, inside)
        return (inline.end() - 1, inline.end()) if inline else (-1, -1)
    close = ahead.find(_MATH_ENDS[opening], inside)
    return close, close + 2
