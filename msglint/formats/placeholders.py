"""Template placeholders (Liquid, Jinja, Handlebars, merge fields …): found, and overwritten at equal length.

They wreck every markup parser (`{% if a < b %}`), so they are overwritten before parsing; offsets stay as they were.
One pass, linear on hostile input: where the next closing mark stands is looked up once, not once per opening mark.
"""

import re

from msglint.formats.pieces import FILLER
from msglint.lazy_pattern import lazy_pattern

# Longest a placeholder may be, in characters: an opening mark that finds its closing one further off is text.
_LONGEST = 4000

_CLOSERS = {
    "{{!--": "--}}",  # Handlebars comment
    "{{{": "}}}",
    "{{": "}}",  # Liquid, Jinja, Handlebars, Mustache, Hugo
    "{%": "%}",
    "{#": "#}",  # Jinja comment
    "<%": "%>",  # ERB, EJS, JSP
    "<?php": "?>",
    "<?=": "?>",
}
# Liquid blocks whose inside is no text (Jekyll's and Shopify's); `raw` is not among them, its inside is shown.
_OPENER = lazy_pattern(
    r"(?P<block>\{%-?\s*(?P<name>comment|highlight|schema|style|stylesheet|javascript)\b)"
    r"|(?P<mark>\{\{!--|\{\{\{?|\{%|\{#|<%|<\?(?:php\b|=))"
    # Whole in one match, all bounded: ${name}, AMPscript's %%name%% and %%[code]%%, Mailchimp's *|NAME|*, the
    # [[name]] and <<Name>> of mail merges ([[1]](link) is Markdown).
    r"|\$\{[^{}\r\n]{1,400}\}"
    r"|%%[\w=\[][^%\r\n]{0,400}%%"
    r"|\*\|[^|*\r\n]{1,100}\|\*"
    r"|\[\[[A-Za-z_][\w.:-]{0,60}\]\](?!\()"
    r"|<<[A-Za-z_][\w .:-]{0,60}>>"
)
_MARKS = ("{{", "{%", "{#", "<%", "<?", "<<", "${", "%%", "*|", "[[")
"""How any of them begins."""


class _Ahead:
    """Where a closing mark stands next; remembers, so that each stretch of text is searched once per mark."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, tuple[int, int] | None] = {}

    def find(self, closer: str, position: int) -> tuple[int, int] | None:
        """The span of the first `closer` (a pattern) at or after `position`; positions never go back."""
        if closer in self._known and ((at := self._known[closer]) is None or at[0] >= position):
            return at
        match = re.compile(closer).search(self._text, position)
        self._known[closer] = match.span() if match else None
        return self._known[closer]


def spans(text: str) -> list[tuple[int, int]]:
    """Where placeholders stand: [start, end) pairs, in order, not overlapping."""
    found: list[tuple[int, int]] = []
    if not any(mark[0] in text and mark in text for mark in _MARKS):
        return found
    ahead = _Ahead(text)
    position = 0
    while match := _OPENER.search(text, position):
        span = _span(text, match, ahead)
        if span is not None:
            found.append(span)
        position = span[1] if span else match.end()
    return found


def _span(text: str, match: "re.Match[str]", ahead: _Ahead) -> tuple[int, int] | None:
    if match["block"]:
        end = ahead.find(rf"\{{%-?\s*end{match['name']}\b[^%]{{0,20}}%\}}", match.end())
        return (match.start(), end[1]) if end else _closed(text, "{%", match.start(), ahead)
    if match["mark"]:
        return _closed(text, match["mark"], match.start(), ahead)
    return match.span()


def _closed(text: str, opener: str, start: int, ahead: _Ahead) -> tuple[int, int] | None:
    inside = start + len(opener)
    end = ahead.find(re.escape(_CLOSERS[opener]), inside)
    if end is None or end[1] - start > _LONGEST:
        return None
    if opener == "{#" and not text[inside].isspace() and "\n" in text[inside : end[0]]:
        return None  # the "{#anchor}" of a Markdown heading, and a "#}" somewhere below
    last = text.rfind(opener, inside, end[0])  # "{{ a {{ b }}": the first one was never closed
    return (start if last < 0 else last), end[1]


def masked(text: str) -> str:
    """The text with every placeholder overwritten by FILLER: same length, same offsets."""
    where = spans(text)
    if not where:
        return text
    parts, position = [], 0
    for start, end in where:
        parts += [text[position:start], FILLER * (end - start)]
        position = end
    parts.append(text[position:])
    return "".join(parts)
