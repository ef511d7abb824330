"""The words of HTML that was made from Markdown, with any HTML in it that was HTML before, tag by tag.

Tags are taken out, joining ones without a trace, and what they say is put behind.
"""

from collections.abc import Iterator
from functools import cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.text.skim import ITEM, ITEM_END, PARTING, Skim
from msglint.text.word_sets import word_sets

_INSIDE = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG = lazy_pattern(rf"<[A-Za-z/!?]{_INSIDE}>")
_SPEAKING_TAG = lazy_pattern(rf"""<[A-Za-z][^<>"'=]*={_INSIDE}>""")
_VALUE = lazy_pattern(r"=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))")
_WITHIN_WORD = lazy_pattern(rf"(?<=\w)<[A-Za-z/!?]{_INSIDE}>\w")
_TITLE = lazy_pattern(r"<(h[1-6]|title)\b[^<>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TABLE = lazy_pattern(r"<(?:table|t[dhr]|mj-table)\b", re.IGNORECASE)
_ITEM = lazy_pattern(r"<li\b[^<>]*>", re.IGNORECASE)
PROSE = lazy_pattern(r"<(?:p|h[1-6]|t[dh])>[^<>&]*[A-Za-z]")
"""What surely is text to judge."""
_TERMS = lazy_pattern(r"<d[td]\b", re.IGNORECASE)
# What Markdown's own marks become; whatever else is a tag was one before.
_JOINING = lazy_pattern(r"</?(?:a|em|strong)>")
_PARTING = lazy_pattern(r"<(?:/?(?:p|[uo]l|h[1-6]|t[dhr]|table|thead|tbody|blockquote)|[hb]r /)>")


def skim_html(markup: str) -> Skim | None:
    """The words of HTML without comments and code; None where a tag within a word leaves in doubt what the word is."""
    titles = "\n".join(found[2] for found in _TITLE.finditer(markup))
    text = _ITEM.sub(f"\n{ITEM}", markup).replace("</li>", ITEM_END)
    text = _joining().sub("", _PARTING.sub("\n", _JOINING.sub("", text)))
    if _WITHIN_WORD.search(text):
        return None
    from html import unescape  # 1 ms, and hardly any Markdown needs it

    said = (value for tag in _SPEAKING_TAG.findall(markup) for value in values_of(tag))
    return Skim(
        unescape(PARTING.join((_TAG.sub("\n", text), *said))),
        unescape(_TAG.sub("", titles)),
        tables=_TABLE.search(markup) is not None,
        terms=_TERMS.search(markup) is not None,
        prose=PROSE.search(markup) is not None,
    )


def values_of(tag: str) -> Iterator[str]:
    """What its attributes say."""
    return (value[value.lastindex or 0] for value in _VALUE.finditer(tag))


@cache
def joining_names() -> frozenset[str]:
    """Elements that leave the words around them as they are."""
    names = word_sets("html-names")
    return names["joining"] - names["standing"] - names["opaque"] - {"br", "sup"}


@cache
def _joining() -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, joining_names()), key=lambda name: (-len(name), name))
    return re.compile(rf"</?(?:{'|'.join(longest_first)})(?=[\s/>]){_INSIDE}>", re.IGNORECASE)
