"""What a start tag says to people: alt, title, aria-label, placeholder …, each with its exact place."""

from collections.abc import Iterator
from html import unescape
import re

from msglint.formats.pieces import SegmentWriter
from msglint.lazy_pattern import lazy_pattern
from msglint.model.document import Role, Segment
from msglint.text.word_sets import word_sets

NAME = lazy_pattern(r"</?([A-Za-z][^\s/>]*)")
# https://html.spec.whatwg.org/#before-attribute-name-state, on a tag whose end is known.
_ATTRIBUTE = lazy_pattern(r"""([^\s/>"'=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?""")
_REFERENCE = lazy_pattern(r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")

_NAMES = word_sets("html-names")
_SHOWN_VALUES = frozenset(("submit", "button", "reset"))
_MACHINE = lazy_pattern(r"(?:data-|on|x-|v-|ng-|hx-|aria-|xml|xlink|:|@|#|\*|\[|\()")
# A value of an attribute nobody has told us of is prose where it is words and blanks: three or more, or two of which
# the first has a capital ("Business Lunch"; but not "btn large").
_WORD = r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*"
_PROSE = lazy_pattern(rf"\s*(?:{_WORD},?(?:\s+(?:{_WORD}|[0-9&–—]+),?){{2,}}|[^\W\d_a-z]\S*\s+{_WORD})[.!?]?\s*")


def values(tag: str) -> dict[str, str]:
    """Attributes of a tag's source; names in lower case, references in values resolved, the first of a name wins."""
    found: dict[str, str] = {}
    for match in _matches(tag):
        found.setdefault(match[1].lower(), unescape(match[match.lastindex or 1]) if (match.lastindex or 0) > 1 else "")
    return found


def _matches(tag: str) -> Iterator["re.Match[str]"]:
    name = NAME.match(tag)
    return _ATTRIBUTE.finditer(tag, name.end() if name else 0)


def segments(source: str, start: int, end: int, base: int = 0, language: str | None = None) -> Iterator[Segment]:
    """The texts in the start tag source[start:end]; `source` has its placeholders overwritten, `base` as in markup."""
    name = NAME.match(source, start, end)
    if name is None:
        return
    here = [match for match in _ATTRIBUTE.finditer(source, name.end(), end) if match.lastindex != 1]
    if not here:
        return
    by_name = {match[1].lower(): match[match.lastindex or 1] for match in reversed(here)}
    for match in here:
        if _speaks(name[1].lower(), match[1].lower(), match[match.lastindex or 1], by_name):
            writer = SegmentWriter(base)
            add_resolved(writer, source, *match.span(match.lastindex or 1))
            if segment := writer.finish(Role.ALT, language=language):
                yield segment


def _speaks(tag: str, attribute: str, value: str, others: dict[str, str]) -> bool:
    if attribute in _NAMES["spoken"]:
        return tag != "link"  # titles of style sheets and feeds
    if attribute == "content":
        described = others.get("name") or others.get("property") or others.get("itemprop") or ""
        return described.lower() in _NAMES["described"]
    if attribute == "value":
        return tag == "input" and others.get("type", "").lower() in _SHOWN_VALUES
    if attribute in _NAMES["silent"] or _MACHINE.match(attribute):
        return False
    return len(value) < 2000 and _PROSE.fullmatch(value) is not None


def add_resolved(writer: SegmentWriter, source: str, start: int, end: int) -> None:
    """Add source[start:end] with its character references resolved."""
    position = start
    if source.find("&", start, end) >= 0:  # not `in source`: that looks through all of it for every attribute
        for match in _REFERENCE.finditer(source, start, end):
            meaning = unescape(match[0])
            if meaning != match[0]:
                writer.add(source, position, match.start())
                position = match.end()
                writer.stand_in(meaning, match.start(), position)
    writer.add(source, position, end)
