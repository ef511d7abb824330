"""How text is written in HTML, XML and what is made of them."""

import re

from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.model.judgement import Edit
from msglint.splicing.plan import RefusedError, Splice
from msglint.splicing.text_file import Spell

_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_QUOTES = {'"': "&quot;", "'": "&#39;"}
_UNQUOTED = lazy_pattern(r"[\s\"'=<>`]")  # what an attribute's value without quotes may not hold


def speller(source: str) -> Spell:
    """Text and values of attributes, each escaped as its place demands."""

    def spell(edit: Edit, splice: Splice) -> list[Splice]:
        text = escaped(splice.text)
        if edit.segment.role is Role.ALT:
            delimiter = delimiter_before(source, edit.segment)
            if delimiter == "=" and _UNQUOTED.search(text):
                raise RefusedError("the attribute's value is written without quotes")
            text = text.replace(delimiter, _QUOTES.get(delimiter, delimiter))
        return [Splice(splice.start, splice.end, text)]

    return spell


def escaped(text: str) -> str:
    """The text as character data."""
    return re.sub("[&<>]", lambda match: _SPECIAL[match[0]], text)


def reference(character: str) -> str:
    """A character as a reference to it, for encodings without it."""
    return f"&#{ord(character)};"


def delimiter_before(source: str, segment: Segment) -> str:
    """What the value that a segment was read from begins behind: a quote, or "=" where it is written without."""
    start = segment.pieces[0].source_start
    before = source[max(start - 1000, 0) : start].rstrip()
    return before[-1:]
