"""Text made harmless for where it is put: nothing in it a formula, a link, a mention or a tag."""

from html import escape

from msglint.lazy_pattern import lazy_pattern
from msglint.text.showing import visible

_FORMULA = lazy_pattern(r"'*\s*[=+\-@\uff0b\uff0d\uff1d\uff20]")
"""How a cell begins that spreadsheets may run, wide forms too: https://owasp.org/www-community/attacks/CSV_Injection

Apostrophes before it count, so that the one that disarms it can be told from those that were there."""
_PUNCTUATION = lazy_pattern(r"([\\`*_\[\]#!|~^])")
# Hosts make links of these after Markdown is done, where a backslash no longer helps: @name, #1, !1, GH-1, addresses.
_REFERENCE = lazy_pattern(r"(?<!\w)(@|\\[#!~]|[Gg][Hh]-|[a-z]+:/|www|:(?=[\w+-]+:))(?=[\w/.])")
_BREAK = "&#8203;"
"""A space of no width."""


def for_spreadsheet(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula: behind an apostrophe where it might be one."""
    return visible(disarming(text))


def disarming(text: str) -> str:
    """The text behind an apostrophe where a spreadsheet might take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def without_apostrophe(cell: str) -> str:
    """The text of a cell that `disarming` wrote."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def for_markdown(text: str) -> str:
    """The text on one line of GitHub's or GitLab's Markdown, whatever it holds."""
    plain = _PUNCTUATION.sub(r"\\\1", escape(visible(text), quote=False))
    return _REFERENCE.sub(rf"\1{_BREAK}", plain).replace("$", "<span>$</span>")
