"""The words of Markdown, without reading it, as the parser's own HTML has them: most documents need no more.

Few kinds of tags are in there, hardly any with attributes; all that is HTML in doubt is left to skim_html.
"""

from functools import cache, lru_cache
import re

from msgspec.structs import replace

from msglint.formats.markdown import dialect, extras
from msglint.formats.markdown.skim_html import PROSE, joining_names, skim_html, values_of
from msglint.lazy_pattern import lazy_pattern
from msglint.text.skim import ITEM, ITEM_END, LINE, PARTING, ROW, ROW_END, Skim
from msglint.text.word_sets import word_sets

_DEFINITION = lazy_pattern(r"\]:[^\n]*(?:\n[ \t>]*[\"'(][^\n]*)?")
"""Of a link or image; its title is read even where nothing refers to it."""
_COMMENT = lazy_pattern(r"<!--(?!\s*\[if).*?-->", re.DOTALL)
_CODE = lazy_pattern(r"<pre><code[^<>]*>[^<]*</code></pre>|<code>[^<]*</code>")
_MARK = "\x1a"
"""In the place of code, so that the words around it stay apart; the readers' sign for what is no text."""
_LINK = lazy_pattern(r"<a href=\"[^\"<>]*\"")
_LINKED = 'a href="'
_ALIGNED = lazy_pattern(r"(<t[dh]) style=\"text-align: [a-z]+\"")
_TITLE = lazy_pattern(r"<(h[1-6])\b[^<>]*>(.*?)</\1>", re.DOTALL)
_TAG = lazy_pattern(r"<([^>]*)>?")
_WRITTEN = lazy_pattern(r"(/?)([A-Za-z][A-Za-z0-9:.-]*)(\s[^\"'<]*(?:\"[^\"<]*\"[^\"'<]*)*)?/?")
"""A tag that surely ends where it seems to: its slash, its name, its attributes."""
_BREAK = lazy_pattern(r"&(?:#|NewLine)")
"""Perhaps a line's end."""
_BLOCKS = ("p", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody")
_PLAIN_TAGS = {
    **dict.fromkeys(("a", "/a", "em", "/em", "strong", "/strong"), ""),
    **{f"{end}{name}": "\n" for name in _BLOCKS for end in ("", "/")},
    "li": f"\n{ITEM}",
    "/li": ITEM_END,
    "tr": f"\n{ROW}\n",
    "/tr": f"\n{ROW_END}\n",
    **dict.fromkeys(("th", "td"), PARTING),
    **dict.fromkeys(("/th", "/td"), "\n"),
    "hr /": "\n",
    "br /": "",  # a line's end follows
}
"""What stands in the place of the tags that Markdown's own marks become."""


def skim(masked: str) -> Skim | None:
    """The words; `masked` as commonmark.segments takes it. None where only reading tells what the words are."""
    import pyromark

    markup = pyromark.html(extras.overwritten(masked), options=dialect.options())
    found = _of_plain_tags(markup)
    if found is None:
        markup = _COMMENT.sub("", markup)
        markup = _LINK.sub("<a", _ALIGNED.sub(r"\1", _CODE.sub(_MARK, markup)))
        found = _of_plain_tags(markup) or skim_html(markup)
    if found and found.parted and "&" in masked and _BREAK.search(masked):
        found = replace(found, parted=False)
    if found is None or "]" not in masked or not ("]:" in masked or "](" in markup):
        return found
    more = [*_DEFINITION.findall(masked)]
    if "](" in markup:  # within HTML that holds Markdown it is a link, and else it is text
        more.append(extras.without_targets(found.text))
    return replace(found, text=PARTING.join((found.text, *more)))


def _of_plain_tags(markup: str) -> Skim | None:
    """The words, much faster than by skim_html; None where some HTML may be no text, or more than lines."""
    parts = _TAG.split(markup)  # text, tag, text …
    tags = parts[1::2]
    said: list[str] = []
    for at, tag in enumerate(tags):
        mark = _PLAIN_TAGS.get(tag)
        if mark is None:
            if tag.startswith(_LINKED) and tag.count('"') == 2:
                parts[2 * at + 1] = ""
                continue
            mark = _mark_of(tag)
            if mark is None or (mark and parts[2 * at][-1:].isalnum() and parts[2 * at + 2][:1].isalnum()):
                return None
            if "=" in tag:
                said += values_of(tag)
        parts[2 * at + 1] = mark
    titles = "\n".join(found[2] for found in _TITLE.finditer(markup)) if "<h" in markup else ""
    return Skim(
        _resolved(PARTING.join(("".join(parts), *said))),
        _resolved(_TAG.sub("", titles)),
        tables="table" in tags,
        prose=PROSE.search(markup) is not None,
        parted=True,
    )


@lru_cache(maxsize=4096)
def _mark_of(tag: str) -> str | None:
    """What stands in the place of any other tag; None where that is in doubt."""
    match = _WRITTEN.fullmatch(tag)
    if match is None:
        return None
    closing, name, attributes = match[1], match[2].lower(), match[3] or ""
    if name in _doubtful() or "lang" in attributes.lower():
        return None
    if name in joining_names():
        return ""
    return _PLAIN_TAGS.get(f"{closing}{name}", LINE)


@cache
def _doubtful() -> frozenset[str]:
    """Elements whose inside may be no text, may have empty lines in a block, or is laid out by more than lines."""
    names = word_sets("html-names")
    return names["skipped"] | names["table"] | {"code", "title", "textarea", "dl", "dt", "dd", "mj-table"}


def _resolved(text: str) -> str:
    """The text with its character references resolved."""
    if "&" not in text:
        return text
    text = text.replace("&quot;", '"').replace("&gt;", ">").replace("&lt;", "<")
    if "&" not in text:
        return text
    from html import unescape  # 1 ms, and hardly any Markdown needs it

    return unescape(text)
