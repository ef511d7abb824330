"""The words of HTML without reading it: tags taken out, joining ones without a trace, and what they say put behind."""

from functools import cache
import re

from msglint.lazy_pattern import lazy_pattern
from msglint.text.skim import ITEM, ITEM_END, Skim
from msglint.text.word_sets import word_sets

_COMMENT = lazy_pattern(r"<!--(?!\s*\[if).*?-->", re.DOTALL)
_CODE = lazy_pattern(r"<pre><code[^<>]*>[^<]*</code></pre>|<code>[^<]*</code>")
_MARK = "\x1a"
"""In the place of code, so that the words around it stay apart; the readers' sign for what is no text."""
_INSIDE = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG = lazy_pattern(rf"<[A-Za-z/!?]{_INSIDE}>")
_SPEAKING_TAG = lazy_pattern(rf"""<[A-Za-z][^<>"'=]*={_INSIDE}>""")
_WITHIN_WORD = lazy_pattern(rf"(?<=\w)<[A-Za-z/!?]{_INSIDE}>\w")
_TITLE = lazy_pattern(r"<(h[1-6]|title)\b[^<>]*>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_TABLE = lazy_pattern(r"<(?:table|t[dhr]|mj-table)\b", re.IGNORECASE)
_ITEM = lazy_pattern(r"<li\b[^<>]*>", re.IGNORECASE)
_PROSE = lazy_pattern(r"<(?:p|h[1-6]|t[dh])>[^<>&]*[A-Za-z]")
_TERMS = lazy_pattern(r"<d[td]\b", re.IGNORECASE)
# What Markdown's own marks become; whatever else is a tag was one before.
_LINK = lazy_pattern(r"<a href=\"[^\"<>]*\"")
_JOINING = lazy_pattern(r"</?(?:a|em|strong)>")
_PARTING = lazy_pattern(r"<(?:/?(?:p|[uo]l|h[1-6]|t[dhr]|table|thead|tbody|blockquote)|[hb]r /)>")
_ANY_TAG = lazy_pattern(r"<([^>]*)>?")
_PLAIN_TAGS = {
    **dict.fromkeys(("a", "/a", "em", "/em", "strong", "/strong"), ""),
    **{
        f"{end}{name}": "\n"
        for name in ("p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
        for end in ("", "/")
    },
    "li": f"\n{ITEM}",
    "/li": ITEM_END,
}
"""What these three make of the tags that nearly every page of Markdown makes do with; none is a break in a block."""


def skim_of(markup: str, rendered: bool = False) -> Skim | None:
    """The words of HTML; None where a tag within a word leaves in doubt what the word is.

    rendered  it was made from Markdown: its code elements hold nothing but code, and are dropped
    """
    if "<!--" in markup:
        markup = _COMMENT.sub("", markup)
    if rendered and "<code" in markup:
        markup = _CODE.sub(_MARK, markup)
    if "<a " in markup:
        markup = _LINK.sub("<a", markup)
    if rendered and (plain := _of_plain_tags(markup)):
        return plain
    titles = "\n".join(found[2] for found in _TITLE.finditer(markup))
    text = _ITEM.sub(f"\n{ITEM}", markup).replace("</li>", ITEM_END)
    if rendered:
        text = _PARTING.sub("\n", _JOINING.sub("", text))
    if "<" in text:
        text = _joining().sub("", text)
        if _WITHIN_WORD.search(text):
            return None
        said = "\n".join(_SPEAKING_TAG.findall(markup)).replace("=", " ")
        text = f"{_TAG.sub(chr(10), text)}\n{said}"
    return Skim(
        _resolved(text),
        _resolved(_TAG.sub("", titles)),
        tables=_TABLE.search(markup) is not None,
        terms=_TERMS.search(markup) is not None,
        prose=_PROSE.search(markup) is not None,
    )


def _of_plain_tags(markup: str) -> Skim | None:
    """The same, much faster, of HTML without attributes, tables and anything that was HTML before; None for other."""
    parts = _ANY_TAG.split(markup)  # text, tag, text …
    try:
        parts[1::2] = map(_PLAIN_TAGS.__getitem__, parts[1::2])
    except KeyError:
        return None
    titles = "\n".join(found[2] for found in _TITLE.finditer(markup)) if "<h" in markup else ""
    return Skim(
        _resolved("".join(parts)),
        _resolved(_TAG.sub("", titles)),
        prose=_PROSE.search(markup) is not None,
        parted=True,
    )


def _resolved(text: str) -> str:
    """The text with its character references resolved."""
    if "&" not in text:
        return text
    text = text.replace("&quot;", '"').replace("&gt;", ">").replace("&lt;", "<")
    if "&" not in text:
        return text
    from html import unescape  # 1 ms, and hardly any Markdown needs it

    return unescape(text)


@cache
def _joining() -> re.Pattern[str]:
    """Tags that leave the words around them as they are, when they are taken out."""
    names = word_sets("html-names")
    joining = names["joining"] - names["standing"] - names["opaque"] - {"br", "sup"}
    longest_first = sorted(map(re.escape, joining), key=lambda name: (-len(name), name))
    return re.compile(rf"</?(?:{'|'.join(longest_first)})(?=[\s/>]){_INSIDE}>", re.IGNORECASE)
